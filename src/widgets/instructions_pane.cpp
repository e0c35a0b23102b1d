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
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    const int inside = width - around.left() - around.right();
    int body = 0;
    if (m_ui->noticeBox->isHidden()) {
        body = m_ui->rules->naturalHeight(inside);
    } else {
        const QMargins box = m_ui->noticeLayout->contentsMargins();
        const int rules = (inside - m_ui->body->spacing()) * m_ui->body->stretch(0) / (m_ui->body->stretch(0) + m_ui->body->stretch(1));
        const int notices = inside - m_ui->body->spacing() - rules - box.left() - box.right() - 2;
        const int title = m_ui->noticeTitle->sizeHint().height();
        body = qMax(m_ui->rules->naturalHeight(rules), m_ui->notices->naturalHeight(notices) + title + box.top() + box.bottom() + 2);
    }
    return m_ui->header->sizeHint().height() + body + around.top() + around.bottom() + 2;
}

} // namespace vorzimmer::widgets
