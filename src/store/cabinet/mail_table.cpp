#include "cabinet/mail_table.h"

#include <algorithm>
#include <set>

namespace vorzimmer::store {

using domain::BookingId;
using domain::Mail;
using domain::MailId;
using domain::MailReason;
using domain::MailState;
using domain::Outcome;
using domain::Recipient;
using domain::Result;

namespace {

constexpr const char* selectHas = "SELECT 1 FROM mail WHERE id = ?";
constexpr const char* selectMail =
    "SELECT id, reason, subject, text, reply_to, call, written_at, written_by, booking, event, sequence, cancelled, start, "
    "minutes, summary FROM mail WHERE id = ?";
constexpr const char* insertMail =
    "INSERT INTO mail (id, reason, subject, text, reply_to, call, written_at, written_by, booking, event, sequence, cancelled, "
    "start, minutes, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* selectWrittenAfter = "SELECT id FROM mail WHERE written_at > ?";
constexpr const char* selectUndone = "SELECT DISTINCT mail FROM mail_recipient WHERE state IN "
                                     "('held', 'waiting', 'in-flight', 'failed', 'unclear')";
constexpr const char* selectAbout =
    "SELECT id FROM mail WHERE booking = ? ORDER BY sequence DESC, written_at DESC LIMIT 1";

#define RECIPIENT_COLUMNS "address, name, copy, state, attempts, unclear, since, next_try, answer"
constexpr const char* selectRecipients =
    "SELECT " RECIPIENT_COLUMNS " FROM mail_recipient WHERE mail = ? ORDER BY position";
constexpr const char* selectRecipient = "SELECT " RECIPIENT_COLUMNS " FROM mail_recipient WHERE mail = ? AND position = ?";
constexpr const char* replaceRecipient = "INSERT INTO mail_recipient (mail, position, " RECIPIENT_COLUMNS ") "
                                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (mail, position) DO UPDATE SET "
                                         "address = excluded.address, state = excluded.state, attempts = excluded.attempts, "
                                         "unclear = excluded.unclear, since = excluded.since, next_try = excluded.next_try, "
                                         "answer = excluded.answer";
constexpr const char* selectFirstDue = "SELECT mail, position FROM mail_recipient WHERE state = 'waiting' AND next_try <= ? "
                                       "ORDER BY next_try, mail, position LIMIT 1";
constexpr const char* selectInState = "SELECT mail, position FROM mail_recipient WHERE state = ? ORDER BY mail, position";
constexpr const char* selectNextTry = "SELECT next_try FROM mail_recipient WHERE state = 'waiting' ORDER BY next_try LIMIT 1";
constexpr const char* updateForward = "UPDATE mail_recipient SET next_try = ? WHERE state = 'waiting' AND next_try > ?";
constexpr const char* selectCount = "SELECT count(*) FROM mail_recipient WHERE state = ?";

Mail readMail(Row& row)
{
    Mail mail;
    mail.id = row.id<MailId>();
    mail.reason = row.code<MailReason>();
    mail.subject = row.text();
    mail.text = row.text();
    mail.replyTo = row.text();
    mail.call = row.id<domain::CallId>();
    mail.writtenAt = row.moment();
    mail.writtenBy = row.text();
    domain::MailAppointment appointment;
    appointment.booking = row.id<BookingId>();
    appointment.event = row.id<BookingId>();
    appointment.sequence = row.number();
    appointment.cancelled = row.flag();
    appointment.start = row.moment();
    appointment.minutes = row.number();
    appointment.summary = row.text();
    if (!appointment.booking.isNull())
        mail.appointment = appointment;
    return mail;
}

Recipient readRecipient(Row& row)
{
    Recipient one;
    one.address = row.text();
    one.name = row.text();
    one.copy = row.flag();
    one.state = row.code<MailState>();
    one.attempts = row.number();
    one.unclear = row.number();
    one.since = row.moment();
    one.nextTry = row.moment();
    one.answer = row.text();
    return one;
}

MailTable::Place readPlace(Row& row)
{
    MailTable::Place place;
    place.mail = row.id<MailId>();
    place.recipient = row.number();
    return place;
}

} // namespace

Result<bool> MailTable::has(const MailId& mail)
{
    return m_database.query(selectHas).any(mail);
}

Outcome MailTable::add(const Mail& mail)
{
    const domain::MailAppointment appointment = mail.appointment.value_or(domain::MailAppointment());
    if (auto added = m_database.query(insertMail)
                         .run(mail.id, mail.reason, mail.subject, mail.text, mail.replyTo, mail.call, mail.writtenAt, mail.writtenBy,
                              appointment.booking, appointment.event, appointment.sequence, appointment.cancelled, appointment.start,
                              appointment.minutes, appointment.summary);
        !added)
        return added;
    int position = 0;
    for (const Recipient& one : mail.recipients) {
        if (auto saved = save({mail.id, position++}, one); !saved)
            return saved;
    }
    return {};
}

Result<std::optional<Mail>> MailTable::mail(const MailId& id)
{
    auto mail = m_database.query(selectMail).first(&readMail, id);
    if (!mail || !*mail)
        return mail;
    auto all = recipients(id);
    if (!all)
        return domain::failure(all.error());
    (*mail)->recipients = std::move(*all);
    return mail;
}

Result<std::vector<Recipient>> MailTable::recipients(const MailId& mail)
{
    return m_database.query(selectRecipients).all(&readRecipient, mail);
}

Result<std::vector<Mail>> MailTable::mails(const QDateTime& since)
{
    const auto id = [](Row& row) { return row.id<MailId>(); };
    const auto recent = m_database.query(selectWrittenAfter).all(id, since.isValid() ? since : QDateTime::fromMSecsSinceEpoch(0));
    if (!recent)
        return domain::failure(recent.error());
    const auto undone = m_database.query(selectUndone).all(id);
    if (!undone)
        return domain::failure(undone.error());
    std::set<MailId> wanted(recent->begin(), recent->end());
    wanted.insert(undone->begin(), undone->end());
    std::vector<Mail> mails;
    for (const MailId& one : wanted) {
        auto found = mail(one);
        if (!found)
            return domain::failure(found.error());
        if (*found)
            mails.push_back(std::move(**found));
    }
    std::stable_sort(mails.begin(), mails.end(), [](const Mail& a, const Mail& b) { return a.writtenAt > b.writtenAt; });
    return mails;
}

Result<std::optional<MailId>> MailTable::lastAbout(const BookingId& booking)
{
    return m_database.query(selectAbout).first([](Row& row) { return row.id<MailId>(); }, booking);
}

Result<std::optional<MailTable::Place>> MailTable::firstDue(const QDateTime& now)
{
    return m_database.query(selectFirstDue).first(&readPlace, now);
}

Result<std::vector<MailTable::Place>> MailTable::in(MailState state)
{
    return m_database.query(selectInState).all(&readPlace, state);
}

Result<std::optional<Recipient>> MailTable::recipient(const Place& place)
{
    return m_database.query(selectRecipient).first(&readRecipient, place.mail, place.recipient);
}

Outcome MailTable::save(const Place& place, const Recipient& one)
{
    return m_database.query(replaceRecipient)
        .run(place.mail, place.recipient, one.address, one.name, one.copy, one.state, one.attempts, one.unclear, one.since,
             one.nextTry, one.answer);
}

Result<std::optional<QDateTime>> MailTable::nextTry()
{
    return m_database.query(selectNextTry).first([](Row& row) { return row.moment(); });
}

Outcome MailTable::bringForward(const QDateTime& now)
{
    return m_database.query(updateForward).run(now, now);
}

Result<int> MailTable::count(MailState state)
{
    const auto found = m_database.query(selectCount).first([](Row& row) { return row.number(); }, state);
    if (!found)
        return domain::failure(found.error());
    return found->value_or(0);
}

} // namespace vorzimmer::store
