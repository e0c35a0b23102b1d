#include "caller_pane.h"

#include "clamp_label.h"
#include "pane_header.h"
#include "row_list.h"
#include "theme.h"
#include "ui_caller_pane.h"

#include "vorzimmer/models/wording.h"

#include <QScrollBar>

#include <algorithm>

namespace vorzimmer::widgets {

using models::Wording;

namespace {

const QString dot = QStringLiteral(" · ");

void showOrHide(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setHidden(text.isEmpty());
}

QString joined(const QStringList& parts, const QString& separator)
{
    QStringList filled(parts);
    filled.removeAll(QString());
    return filled.join(separator);
}

} // namespace

CallerPane::CallerPane(const std::vector<domain::Caller>& callers, const CallFacts& facts, QWidget* parent)
    : QFrame(parent), m_callers(callers), m_facts(facts), m_ui(std::make_unique<Ui::CallerPane>())
{
    m_ui->setupUi(this);
    m_ui->content->setAutoFillBackground(false);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    m_ui->header->setInfo(tr("F10 …"));
    m_ui->choice->setRowModel(&m_choice);
    m_ui->choice->setAccessibleName(tr("Who is it? Several callers share this number"));
    m_choice.setRows(models::DeskRows(QTimeZone::utc(), m_facts.now, m_facts.display).callers(m_callers));
    connect(m_ui->choice, &RowList::rowChosen, this, [this](const QVariant& id) {
        const domain::CallerId caller(id.toUuid());
        setChosenCaller(caller);
        Q_EMIT callerChosen(caller);
    });
    setChosenCaller(m_facts.chosenCaller);
}

CallerPane::~CallerPane() = default;

void CallerPane::setChosenCaller(const domain::CallerId& caller)
{
    const auto chosen = std::find_if(m_callers.begin(), m_callers.end(), [&](const domain::Caller& known) { return known.id == caller; });
    m_ui->choice->hide();
    if (chosen != m_callers.end())
        showKnown(*chosen);
    else if (m_callers.size() == 1)
        showKnown(m_callers.front());
    else if (m_callers.size() > 1)
        showChoice();
    else if (m_facts.anonymous || (m_facts.number.isEmpty() && m_facts.presented.isEmpty()))
        showWithheld();
    else
        showUnknown();
    m_ui->header->setTarget(m_ui->choice->isHidden() ? static_cast<QWidget*>(m_ui->scroll) : m_ui->choice);
    updateGeometry();
}

void CallerPane::showKnown(const domain::Caller& caller)
{
    const bool hasName = !caller.name.isEmpty();
    const QString number = m_facts.number.isEmpty() ? m_facts.presented : m_facts.display(m_facts.number);
    const QString language = caller.language.isEmpty() ? QString() : tr("speaks %1").arg(Wording::languageName(caller.language));
    const QString recognised = m_callers.size() > 1 ? tr("chosen among %n", nullptr, static_cast<int>(m_callers.size()))
                                                    : tr("recognised by the number");
    const bool unwanted = caller.relation == domain::Relation::Blocked || caller.relation == domain::Relation::Solicitor;
    setLook(m_ui->badge, "badge", unwanted ? QVariant(QStringLiteral("warn")) : QVariant(true));
    showCard(hasName ? caller.name : caller.company, Wording::relationText(caller.relation),
             joined({hasName ? caller.company : QString(), number, recognised, language, caller.email}, dot), caller.specialInstruction,
             caller.remark);
}

void CallerPane::showUnknown()
{
    const QString number = m_facts.number.isEmpty() ? m_facts.presented : m_facts.display(m_facts.number);
    const QString presented = m_facts.presented == number || m_facts.presented == m_facts.number.e164() || m_facts.number.isEmpty() ? QString() : tr("shown as %1").arg(m_facts.presented);
    setLook(m_ui->badge, "badge", true);
    showCard(number, tr("Unknown number"), m_facts.number.isEmpty() ? tr("The network sent something that is no telephone number.") : presented,
             {}, tr("Nobody on file has this number. Ask for name and company; your note carries them on."));
}

void CallerPane::showWithheld()
{
    setLook(m_ui->badge, "badge", true);
    showCard(tr("Number withheld"), tr("Anonymous"), {}, {},
             tr("The caller shows no number. Ask for a name, and for a number before you promise a call-back."));
}

void CallerPane::showChoice()
{
    const QString number = m_facts.number.isEmpty() ? m_facts.presented : m_facts.display(m_facts.number);
    setLook(m_ui->badge, "badge", true);
    showCard(tr("Who is it?"), tr("%n share this number", nullptr, static_cast<int>(m_callers.size())), number, {},
             tr("Ask for the name, then choose with the arrow keys and Enter:"));
    m_ui->choice->show();
}

void CallerPane::showCard(const QString& name, const QString& badge, const QString& detail, const QString& instruction, const QString& hint)
{
    m_ui->name->setText(name);
    showOrHide(m_ui->badge, badge);
    showOrHide(m_ui->detail, detail);
    showOrHide(m_ui->hint, hint);
    m_ui->instruction->setText(instruction);
    m_ui->instructionBox->setHidden(instruction.isEmpty());
    const QString special = instruction.isEmpty() ? QString() : m_ui->instructionTitle->text() + QStringLiteral(": ") + instruction;
    m_ui->scroll->setAccessibleName(joined({tr("Caller"), name, badge, special, detail, hint}, QStringLiteral(", ")));
}

int CallerPane::heightForWidth(int width) const
{
    constexpr int ring = 2; // the style sheet's room for the focus ring
    const int frames = 2 * (frameWidth() + ring);
    // With room for a scroll bar: one that shows up in passing would wrap the words and so keep itself.
    const int inside = width - frames - m_ui->scroll->verticalScrollBar()->sizeHint().width();
    return m_ui->header->sizeHint().height() + m_ui->contentLayout->totalHeightForWidth(inside) + frames;
}

} // namespace vorzimmer::widgets
