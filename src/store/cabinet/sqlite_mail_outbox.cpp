#include "cabinet/sqlite_mail_outbox.h"

#include "cabinet/session.h"

#include "vorzimmer/domain/mail_address.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Fault;
using domain::Mail;
using domain::MailFlaw;
using domain::MailId;
using domain::MailState;
using domain::Outcome;
using domain::Recipient;
using domain::Result;
using ports::DigestShare;
using ports::MailErrand;
using ports::MailFate;
using ports::MailVerdict;
using Place = MailTable::Place;

namespace {

Outcome addTo(CabinetFile& file, const Mail& mail)
{
    if (const MailFlaw flaw = domain::flawOf(mail); flaw != MailFlaw::None)
        return domain::failure(Fault::Invalid, QStringLiteral("the mail cannot be sent"), QString::number(static_cast<int>(flaw)));
    const auto known = file.mails.has(mail.id);
    if (!known)
        return domain::failure(known.error());
    if (*known)
        return {};
    Mail fresh = mail;
    for (Recipient& one : fresh.recipients) {
        one.since = mail.writtenAt;
        one.nextTry = mail.writtenAt;
    }
    return file.mails.add(fresh);
}

/// What @p verdict makes of a recipient who was in flight.
Recipient judged(Recipient one, const MailVerdict& verdict)
{
    one.answer = verdict.answer;
    if (verdict.nextTry.isValid())
        one.nextTry = verdict.nextTry;
    switch (verdict.fate) {
    case MailFate::Delivered: one.state = MailState::Delivered; break;
    case MailFate::Refused: one.state = MailState::Failed; break;
    case MailFate::Later: one.state = verdict.giveUp ? MailState::Failed : MailState::Waiting; break;
    case MailFate::Unclear:
        ++one.unclear;
        one.state = verdict.giveUp ? MailState::Unclear : MailState::Waiting;
        break;
    case MailFate::Untouched:
        --one.attempts;
        one.state = MailState::Waiting;
        break;
    }
    return one;
}

bool isSettled(const Recipient& one)
{
    return one.state == MailState::InFlight || one.state == MailState::Delivered;
}

Outcome tooLate(const MailId& mail)
{
    return domain::failure(Fault::Conflict, QStringLiteral("the mail is being sent or was delivered"), mail.text());
}

} // namespace

template <class Change>
Outcome SqliteMailOutbox::changing(const MailId& mail, int recipient, Change change)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const Place place{mail, recipient};
        const auto found = file.mails.recipient(place);
        if (!found)
            return domain::failure(found.error());
        if (!*found)
            return domain::failure(Fault::NotFound, QStringLiteral("no such recipient of a mail"), mail.text());
        Recipient one = **found;
        if (auto changed = change(one); !changed)
            return changed;
        return file.mails.save(place, one);
    });
}

Outcome SqliteMailOutbox::add(const Mail& mail)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) { return addTo(file, mail); });
}

Result<std::vector<Mail>> SqliteMailOutbox::mails(const QDateTime& since)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) { return file.mails.mails(since); });
}

Outcome SqliteMailOutbox::sendAgain(const MailId& mail, int recipient, const QString& address, const QDateTime& at)
{
    return changing(mail, recipient, [&](Recipient& one) -> Outcome {
        if (isSettled(one))
            return tooLate(mail);
        const QString good = domain::mailAddress(address);
        if (good.isEmpty())
            return domain::failure(Fault::Invalid, QStringLiteral("this is no e-mail address"), QStringLiteral("address"));
        one.address = good;
        one.state = MailState::Waiting;
        one.attempts = 0;
        one.unclear = 0;
        one.since = at;
        one.nextTry = at;
        return {};
    });
}

Outcome SqliteMailOutbox::dismiss(const MailId& mail, int recipient)
{
    return changing(mail, recipient, [&](Recipient& one) -> Outcome {
        if (isSettled(one))
            return tooLate(mail);
        one.state = MailState::Dismissed;
        return {};
    });
}

Result<std::optional<Mail>> SqliteMailOutbox::lastAbout(const domain::BookingId& booking)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) -> Result<std::optional<Mail>> {
        const auto found = file.mails.lastAbout(booking);
        if (!found)
            return domain::failure(found.error());
        return *found ? file.mails.mail(**found) : Result<std::optional<Mail>>(std::nullopt);
    });
}

Outcome SqliteMailOutbox::addToDigest(const domain::NoteId& note, const QDateTime& finishedAt, const Recipient& to)
{
    if (domain::mailAddress(to.address) != to.address || to.address.isEmpty())
        return domain::failure(Fault::Invalid, QStringLiteral("this is no e-mail address"), QStringLiteral("address"));
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) {
        return file.digests.add({note, to.address, to.name}, finishedAt);
    });
}

Result<std::vector<DigestShare>> SqliteMailOutbox::digests(const QDateTime& moment)
{
    using Shares = Result<std::vector<DigestShare>>;
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) -> Shares {
        const auto entries = file.digests.before(moment);
        if (!entries)
            return domain::failure(entries.error());
        std::vector<DigestShare> shares;
        for (const DigestTable::Entry& entry : *entries) {
            auto share = std::find_if(shares.begin(), shares.end(),
                                      [&](const DigestShare& one) { return one.address == entry.address; });
            if (share == shares.end())
                share = shares.insert(shares.end(), DigestShare{entry.address, entry.name, {}});
            auto note = file.notes.note(entry.note);
            if (!note)
                return domain::failure(note.error());
            if (*note)
                share->notes.push_back(std::move(**note));
        }
        return shares;
    });
}

Outcome SqliteMailOutbox::addDigest(const Mail& mail, const DigestShare& share)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        for (const domain::Note& note : share.notes) {
            const auto removed = file.digests.remove(note.id, share.address);
            if (!removed)
                return domain::failure(removed.error());
            if (!*removed)
                return domain::failure(Fault::Conflict, QStringLiteral("a digest was written meanwhile"));
        }
        return addTo(file, mail);
    });
}

Outcome SqliteMailOutbox::recover(const QDateTime& now, int unclearAllowed)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto left = file.mails.in(MailState::InFlight);
        if (!left)
            return domain::failure(left.error());
        for (const Place& place : *left) {
            const auto found = file.mails.recipient(place);
            if (!found)
                return domain::failure(found.error());
            MailVerdict verdict;
            verdict.fate = MailFate::Unclear;
            verdict.answer = QStringLiteral("the program ended while the mail was being sent");
            verdict.nextTry = now;
            verdict.giveUp = (*found)->unclear + 1 > unclearAllowed;
            if (auto saved = file.mails.save(place, judged(**found, verdict)); !saved)
                return saved;
        }
        return {};
    });
}

Result<std::optional<MailErrand>> SqliteMailOutbox::take(const QDateTime& now)
{
    using Taken = Result<std::optional<MailErrand>>;
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Taken {
        const auto due = file.mails.firstDue(now);
        if (!due)
            return domain::failure(due.error());
        if (!*due)
            return std::optional<MailErrand>();
        auto mail = file.mails.mail((*due)->mail);
        if (!mail)
            return domain::failure(mail.error());
        MailErrand errand{std::move(**mail), static_cast<size_t>((*due)->recipient)};
        Recipient& one = errand.mail.recipients[errand.recipient];
        one.state = MailState::InFlight;
        ++one.attempts;
        if (auto saved = file.mails.save(**due, one); !saved)
            return domain::failure(saved.error());
        return std::optional(std::move(errand));
    });
}

Outcome SqliteMailOutbox::settle(const MailId& mail, int recipient, const MailVerdict& verdict)
{
    return changing(mail, recipient, [&](Recipient& one) -> Outcome {
        if (one.state != MailState::InFlight)
            return domain::failure(Fault::Conflict, QStringLiteral("the mail is not being sent"), mail.text());
        one = judged(one, verdict);
        return {};
    });
}

Result<std::optional<QDateTime>> SqliteMailOutbox::nextTry()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.mails.nextTry(); });
}

Outcome SqliteMailOutbox::hurry(const QDateTime& now)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.mails.bringForward(now); });
}

Result<ports::MailSummary> SqliteMailOutbox::summary()
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [](CabinetFile& file) -> Result<ports::MailSummary> {
        ports::MailSummary summary;
        for (const auto& [state, place] : {std::pair{MailState::Waiting, &summary.waiting},
                                           {MailState::InFlight, &summary.waiting},
                                           {MailState::Failed, &summary.failed},
                                           {MailState::Unclear, &summary.unclear}}) {
            const auto count = file.mails.count(state);
            if (!count)
                return domain::failure(count.error());
            *place += *count;
        }
        return summary;
    });
}

} // namespace vorzimmer::store
