#include "instructions_pane.h"

#include "theme.h"
#include "ui_instructions_pane.h"

#include "vorzimmer/models/markup.h"

namespace vorzimmer::widgets {

namespace {

bool holdsOn(const domain::Notice& notice, const QDate& today)
{
    return (!notice.from.isValid() || notice.from <= today) && (!notice.until.isValid() || today <= notice.until);
}

} // namespace

InstructionsPane::InstructionsPane(const domain::TenantProfile& profile, const QDate& today, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::InstructionsPane>())
{
    m_ui->setupUi(this);
    m_ui->header->setTarget(m_ui->rules);
    if (profile.instructions.empty())
        m_ui->rules->setPlainText(tr("No instructions are on file. Put through what is urgent, take a message otherwise."));
    else
        m_ui->rules->setHtml(models::bulletHtml(profile.instructions));

    QStringList notices;
    for (const domain::Notice& notice : profile.notices) {
        if (holdsOn(notice, today))
            notices << models::boldHtml(notice.text);
    }
    m_ui->notices->setAccessibleName(tr("Notices of today"));
    m_ui->notices->setHtml(QStringLiteral("<p>") + notices.join(QStringLiteral("</p><p>")) + QStringLiteral("</p>"));
    m_ui->noticeBox->setHidden(notices.isEmpty());
}

InstructionsPane::~InstructionsPane() = default;

int InstructionsPane::heightForWidth(int width) const
{
    const QMargins around = m_ui->body->contentsMargins();
    const int inside = width - around.left() - around.right() - 2;
    int height = m_ui->header->sizeHint().height() + around.top() + around.bottom() + 2 + m_ui->rules->naturalHeight(inside);
    if (!m_ui->noticeBox->isHidden()) {
        const QMargins box = m_ui->noticeLayout->contentsMargins();
        const int words = inside - box.left() - box.right() - m_ui->noticeTitle->sizeHint().width() - m_ui->noticeLayout->spacing() - 2;
        height += m_ui->notices->fittingHeight(words) + box.top() + box.bottom() + 2 + m_ui->body->spacing();
    }
    return height;
}

} // namespace vorzimmer::widgets
