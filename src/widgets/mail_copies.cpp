#include "mail_copies.h"

#include "theme.h"
#include "ui_mail_copies.h"

#include "vorzimmer/models/mail_letters.h"
#include "vorzimmer/models/wording.h"

namespace vorzimmer::widgets {

using domain::NoteDelivery;

MailCopies::MailCopies(const desk::MailHabits& habits, const domain::TenantEntry& house, std::shared_ptr<desk::WordsBegun> begun,
                       QWidget* parent)
    : QWidget(parent), m_habits(habits), m_house(house), m_begun(std::move(begun)), m_ui(std::make_unique<Ui::MailCopies>())
{
    m_ui->setupUi(this);
    setVisible(habits.canSend && habits.notes.delivery != NoteDelivery::None);
    m_ui->to->setText(m_begun->messageTo.value_or(QString()));
    m_ui->copy->setText(m_begun->messageCopyTo.value_or(QString()));
    const auto follow = [this](QLineEdit* field, std::optional<QString> desk::WordsBegun::*kept) {
        connect(field, &QLineEdit::textEdited, this, [this, field, kept](const QString& text) {
            m_begun.get()->*kept = text;
            setLook(field, "flawed", false);
            showHint();
        });
    };
    follow(m_ui->to, &desk::WordsBegun::messageTo);
    follow(m_ui->copy, &desk::WordsBegun::messageCopyTo);
    setPerson(nullptr);
}

MailCopies::~MailCopies() = default;

void MailCopies::setPerson(const domain::Person* person)
{
    m_personName = person ? person->name : QString();
    m_personAddress = person ? person->email : m_habits.notes.houseAddress;
    if (!m_begun->messageTo)
        m_ui->to->setText(m_personAddress);
    showHint();
}

void MailCopies::showHint()
{
    const bool digest = m_habits.notes.delivery == NoteDelivery::DailyDigest;
    setLook(m_ui->hint, "tone", QStringLiteral("muted"));
    if (m_ui->to->text().trimmed().isEmpty() && m_ui->copy->text().trimmed().isEmpty())
        m_ui->hint->setText(tr("not by e-mail"));
    else
        m_ui->hint->setText(digest ? tr("with the others at %1").arg(models::Wording::timeText(QDateTime(QDate(2026, 1, 1), m_habits.notes.digestAt)))
                                   : tr("at once"));
}

bool MailCopies::check()
{
    if (isHidden())
        return true;
    for (QLineEdit* field : {m_ui->to, m_ui->copy}) {
        const auto written = models::addressesIn(field->text());
        const bool alone = field == m_ui->copy && !written.good.empty() && m_ui->to->text().trimmed().isEmpty();
        if (written.bad.isEmpty() && !alone)
            continue;
        const QString sentence = alone ? tr("A copy needs somebody to be a copy for.") : tr("This is no e-mail address: %1").arg(written.bad.front());
        m_ui->hint->setText(sentence);
        setLook(m_ui->hint, "tone", QStringLiteral("danger"));
        setLook(field, "flawed", true);
        field->setAccessibleDescription(sentence);
        field->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

desk::NoteCopies MailCopies::copiesOf(const domain::Note& note) const
{
    desk::NoteCopies copies;
    if (isHidden())
        return copies;
    copies.delivery = m_habits.notes.delivery;
    copies.mail = models::MailLetters::message(note, m_house);
    for (const QString& address : models::addressesIn(m_ui->to->text()).good)
        copies.mail.recipients.push_back({address, address == m_personAddress ? m_personName : QString()});
    for (const QString& address : models::addressesIn(m_ui->copy->text()).good)
        copies.mail.recipients.push_back({address, QString(), true});
    return copies;
}

void MailCopies::setFrozen(bool frozen)
{
    m_ui->to->setReadOnly(frozen);
    m_ui->copy->setReadOnly(frozen);
}

} // namespace vorzimmer::widgets
