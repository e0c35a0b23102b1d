#include "vorzimmer/widgets/problem_page.h"

#include "vorzimmer/models/wording.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vorzimmer::widgets {

ProblemPage::ProblemPage(const domain::Error& error, QWidget* parent) : QWidget(parent)
{
    const bool missing = error.fault == domain::Fault::NotFound;
    auto* title = new QLabel(missing ? tr("There is no bureau here yet") : tr("The bureau cannot be opened"));
    title->setProperty("heading", 1);
    auto* advice = new QLabel(missing ? tr("Make an empty one with “vorzimmer-ctl init”, look at the demo with "
                                           "“vorzimmer --demo”, or name another folder with --data.")
                                      : models::Wording::faultSentence(error));
    auto* detail = new QLabel(error.where.isEmpty() ? error.detail : error.where + QStringLiteral(": ") + error.detail);
    detail->setProperty("muted", true);
    auto* column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() * 3;
    column->setContentsMargins(margin, margin, margin, margin);
    column->addStretch(2);
    for (QLabel* label : {title, advice, detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    column->addStretch(3);
}

} // namespace vorzimmer::widgets
