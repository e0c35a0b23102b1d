#include "case_message_page.h"

#include "ui_case_message_page.h"

#include "vorzimmer/models/wording.h"

namespace vorzimmer::widgets {

using desk::CaseScreen;

CaseMessagePage::CaseMessagePage(const desk::CaseFile& file, QWidget* parent)
    : QWidget(parent), m_file(file), m_ui(std::make_unique<Ui::CaseMessagePage>())
{
    m_ui->setupUi(this);
    m_ui->card->setProperty("card", true);
    m_ui->title->setProperty("heading", 1);
    m_ui->facts->setProperty("muted", true);
    m_ui->answer->setProperty("primary", true);
    m_ui->hangUp->setShortcut(Qt::Key_F4);
    m_ui->putAway->setShortcut(Qt::Key_Escape);
    connect(m_ui->answer, &QPushButton::clicked, this, &CaseMessagePage::answerRequested);
    connect(m_ui->hangUp, &QPushButton::clicked, this, &CaseMessagePage::hangUpRequested);
    connect(m_ui->putAway, &QPushButton::clicked, this, &CaseMessagePage::putAwayRequested);
    connect(&file, &desk::CaseFile::changed, this, &CaseMessagePage::refresh);
    refresh();
}

CaseMessagePage::~CaseMessagePage() = default;

void CaseMessagePage::describe()
{
    const QString tenant = m_file.tenant() ? m_file.tenant()->name : QString();
    switch (m_file.screen()) {
    case CaseScreen::Resolving:
    case CaseScreen::Desk:
        m_ui->title->setText(tenant.isEmpty() ? tr("A call arrives …") : tenant);
        m_ui->advice->setText(tr("Looking up whom this call is for."));
        break;
    case CaseScreen::NoTenant:
        m_ui->title->setText(tr("Nobody’s number was dialled"));
        m_ui->advice->setText(tr("No client is set up for this number. Answer neutrally, ask whom the caller wants to reach, "
                                 "and tell your supervisor the number shown here."));
        break;
    case CaseScreen::Refused:
        m_ui->title->setText(tr("%1 is not served at this seat").arg(tenant));
        m_ui->advice->setText(tr("You are not assigned to this client, or you serve a competitor. Nothing of it can be shown "
                                 "here. Leave the call to a colleague; if nobody takes it, answer with the client’s name "
                                 "and offer a call back."));
        break;
    case CaseScreen::Broken:
        m_ui->title->setText(tenant.isEmpty() ? tr("The bureau’s directory cannot be read") : tr("The file of %1 cannot be read").arg(tenant));
        m_ui->advice->setText(m_file.problem() ? models::Wording::faultSentence(*m_file.problem()) : QString());
        break;
    }
}

void CaseMessagePage::refresh()
{
    describe();
    QStringList facts;
    if (m_file.tenant())
        facts << tr("answer as: %1").arg(m_file.tenant()->answerAs);
    if (!m_file.dialledText().isEmpty())
        facts << tr("dialled: %1").arg(m_file.dialledText());
    facts << (m_file.call().anonymous ? tr("number withheld") : tr("caller: %1").arg(m_file.call().presented));
    if (m_file.call().endReason != domain::EndReason::None)
        facts << models::Wording::endReasonText(m_file.call().endReason);
    m_ui->facts->setText(facts.join(QStringLiteral("\n")));
    m_ui->answer->setVisible(m_file.isWaiting());
    m_ui->hangUp->setVisible(m_file.line().has_value());
    m_ui->putAway->setVisible(m_file.canBePutAway());
}

} // namespace vorzimmer::widgets
