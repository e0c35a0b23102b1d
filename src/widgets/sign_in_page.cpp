#include "vorzimmer/widgets/sign_in_page.h"

#include "ui_sign_in_page.h"

#include "vorzimmer/models/wording.h"

namespace vorzimmer::widgets {

SignInPage::SignInPage(const QString& demoPassword, QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::SignInPage>())
{
    m_ui->setupUi(this);
    m_ui->card->setProperty("card", true);
    m_ui->title->setProperty("heading", 1);
    m_ui->enter->setProperty("primary", true);
    m_ui->hint->setProperty("muted", true);
    m_ui->hint->setText(tr("Demo bureau: anna and jonas answer the telephone, petra supervises, feld is a client. The password "
                           "of each is “%1”.")
                            .arg(demoPassword));
    m_ui->hint->setVisible(!demoPassword.isEmpty());
    m_ui->problem->setProperty("problem", true);
    m_ui->problem->hide();
    connect(m_ui->enter, &QPushButton::clicked, this, &SignInPage::request);
    connect(m_ui->login, &QLineEdit::returnPressed, m_ui->password, qOverload<>(&QWidget::setFocus));
    connect(m_ui->password, &QLineEdit::returnPressed, this, &SignInPage::request);
    setFocusProxy(m_ui->login);
}

SignInPage::~SignInPage() = default;

void SignInPage::setLogin(const QString& login)
{
    m_ui->login->setText(login);
    setFocusProxy(m_ui->password);
}

void SignInPage::request()
{
    if (!m_ui->enter->isEnabled() || m_ui->login->text().trimmed().isEmpty())
        return;
    m_ui->enter->setEnabled(false);
    m_ui->problem->hide();
    Q_EMIT signInRequested(m_ui->login->text().trimmed(), m_ui->password->text());
}

void SignInPage::showProblem(const domain::Error& error)
{
    const bool wrong = error.fault == domain::Fault::Refused;
    m_ui->problem->setText(wrong ? tr("Name or password is wrong. Please try again.") : models::Wording::faultSentence(error));
    m_ui->problem->show();
    m_ui->enter->setEnabled(true);
    m_ui->password->selectAll();
    m_ui->password->setFocus();
}

} // namespace vorzimmer::widgets
