#include "email_form.h"

#include "form_keys.h"
#include "spelling_board.h"
#include "theme.h"
#include "ui_email_form.h"

#include "vorzimmer/domain/mail_address.h"
#include "vorzimmer/models/mail_letters.h"
#include "vorzimmer/models/spelling.h"


namespace vorzimmer::widgets {

EmailForm::EmailForm(const std::vector<domain::Concern>& concerns, const QString& concern, const QString& language, QWidget* parent)
    : QWidget(parent), m_language(language), m_ui(std::make_unique<Ui::EmailForm>())
{
    m_ui->setupUi(this);
    for (const domain::Concern& known : concerns) {
        if (known.email.isEmpty())
            continue;
        m_concerns.push_back(known);
        m_ui->concern->addItem(known.name);
    }
    m_ui->concern->setAccessibleName(m_ui->concernLabel->text().remove(QLatin1Char('&')));
    m_ui->wording->setMinimumHeight(em(this, 5));
    m_ui->wording->setAccessibleName(tr("What to say"));
    m_ui->done->setAccessibleName(m_ui->done->text());
    const bool any = !m_concerns.empty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->concernLabel, m_ui->concern, m_ui->wording, m_ui->address, m_ui->spelling,
                                                         m_ui->hint, m_ui->done})
        part->setVisible(any);
    m_ui->empty->setVisible(!any);
    m_ui->alsoSend->hide();
    m_ui->callerAddress->hide();
    connect(m_ui->alsoSend, &QCheckBox::toggled, this, [this](bool wanted) {
        m_begun->redirectInWriting = wanted;
        m_ui->callerAddress->setEnabled(wanted);
        if (wanted && m_ui->callerAddress->text().isEmpty())
            m_ui->callerAddress->setFocus();
    });
    connect(m_ui->callerAddress, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_begun->redirectTo = text;
        setLook(m_ui->callerAddress, "flawed", false);
    });

    connect(m_ui->concern, &QComboBox::currentIndexChanged, this, &EmailForm::showConcern);
    connect(m_ui->done, &QPushButton::clicked, this, &EmailForm::finish);
    onFinishKey(this, [this] { finish(); });
    setConcern(concern);
    showConcern();
}

EmailForm::~EmailForm() = default;

const domain::Concern* EmailForm::current() const
{
    const int index = m_ui->concern->currentIndex();
    return index < 0 ? nullptr : &m_concerns[static_cast<size_t>(index)];
}

void EmailForm::setConcern(const QString& concern)
{
    const int index = m_ui->concern->findText(concern);
    if (index >= 0 && !m_done)
        m_ui->concern->setCurrentIndex(index);
}

void EmailForm::setLanguage(const QString& bcp47)
{
    m_language = bcp47;
    showConcern();
}

void EmailForm::focusConcern()
{
    m_ui->concern->setFocus(Qt::ShortcutFocusReason);
}

void EmailForm::showConcern()
{
    const domain::Concern* concern = current();
    if (!concern)
        return;
    const QString wording = concern->wording.isEmpty() ? models::redirectSentence(concern->email, m_language) : concern->wording;
    m_ui->wording->setPlainText(wording);
    m_ui->address->setText(concern->email);
    m_ui->address->setAccessibleName(tr("Address: %1").arg(concern->email));
    m_ui->spelling->setLetters(models::spelled(concern->email, m_language));
    m_ui->hint->setText(tr("Read it out, spell it, have it repeated."));
}

void EmailForm::offerMail(const domain::TenantEntry& house, const QString& callerName, const QString& address,
                          std::shared_ptr<desk::WordsBegun> begun)
{
    m_begun = std::move(begun);
    m_house = house;
    m_callerName = callerName;
    m_ui->alsoSend->setVisible(!m_concerns.empty());
    m_ui->callerAddress->setVisible(!m_concerns.empty());
    m_ui->callerAddress->setText(m_begun->redirectTo.value_or(address));
    m_ui->callerAddress->setEnabled(m_begun->redirectInWriting);
    const QSignalBlocker quiet(m_ui->alsoSend); // or the focus would leave what is being typed elsewhere
    m_ui->alsoSend->setChecked(m_begun->redirectInWriting);
}

std::optional<domain::Mail> EmailForm::toCaller(const domain::Concern& concern)
{
    if (!m_house || !m_ui->alsoSend->isChecked())
        return domain::Mail();
    const QString address = domain::mailAddress(m_ui->callerAddress->text());
    if (address.isEmpty())
        return std::nullopt;
    domain::Mail mail = models::MailLetters::redirect(concern, m_ui->wording->toPlainText(), *m_house, m_language);
    mail.recipients = {{address, m_callerName}};
    return mail;
}

void EmailForm::finish()
{
    const domain::Concern* concern = current();
    if (m_done || !concern)
        return;
    const auto mail = toCaller(*concern);
    if (!mail) {
        const QString sentence = tr("This is no e-mail address. Ask for it once more, or do not send.");
        setLook(m_ui->callerAddress, "flawed", true);
        m_ui->callerAddress->setAccessibleDescription(sentence);
        m_ui->hint->setText(sentence);
        m_ui->callerAddress->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_done = true;
    m_begun->redirectInWriting = false; // once
    m_ui->alsoSend->setEnabled(false);
    m_ui->callerAddress->setEnabled(false);
    m_ui->done->setEnabled(false);
    m_ui->concern->setEnabled(false);
    m_ui->hint->setText(mail->recipients.empty() ? tr("✓ Kept with the call.") : tr("✓ Kept with the call, and on its way to the caller."));
    Q_EMIT redirectDone(concern->email, concern->name, *mail);
}

} // namespace vorzimmer::widgets
