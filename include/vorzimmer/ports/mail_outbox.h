#pragma once

#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/result.h"

#include <optional>
#include <vector>

namespace vorzimmer::ports {

/// One recipient of one mail, to be handed over now. It is on file as InFlight.
struct MailErrand {
    domain::Mail mail;
    size_t recipient = 0;

    [[nodiscard]] const domain::Recipient& to() const { return mail.recipients[recipient]; }
};

/// How handing over went.
enum class MailFate {
    Delivered,
    Refused,   ///< for good
    Later,     ///< certainly not taken: at the next try
    Unclear,   ///< sent in full and not answered
    Untouched, ///< nobody was asked: the account must be mended first. Counts as no attempt
};

struct MailVerdict {
    MailFate fate = MailFate::Later;
    QString answer;    ///< the server's own words, or what happened on the way: technical
    QDateTime nextTry; ///< UTC; for Later, Unclear and Untouched
    bool giveUp = false; ///< Later and Unclear become the last word
};

/// How many recipients stand how.
struct MailSummary {
    int waiting = 0; ///< also in flight
    int failed = 0;
    int unclear = 0;
    friend bool operator==(const MailSummary&, const MailSummary&) = default;
};

/// What one address is to read in the next digest.
struct DigestShare {
    QString address;
    QString name;
    std::vector<domain::Note> notes; ///< by the time they were finished
};

/// The e-mail of one cabinet. Every method is one transaction, or part of Cabinet::atomically(), and durable when it returns;
/// call on the store lane only.
class MailOutbox {
public:
    virtual ~MailOutbox() = default;

    // ---- what people cause
    /// Puts @p mail on file, to be sent; Held recipients wait for their booking. Adding the same mail twice is once. Invalid,
    /// with the flaw's number in Error::where, when it cannot be sent.
    [[nodiscard]] virtual domain::Outcome add(const domain::Mail& mail) = 0;
    /// Mails that are not done with, whatever their age, and the others written after @p since (invalid = all); newest first.
    [[nodiscard]] virtual domain::Result<std::vector<domain::Mail>> mails(const QDateTime& since) = 0;
    /// Sends to this recipient (once more), at @p address. Invalid for what is no address; Conflict while it is in flight, or
    /// when it was delivered.
    [[nodiscard]] virtual domain::Outcome sendAgain(const domain::MailId& mail, int recipient, const QString& address,
                                                    const QDateTime& at) = 0;
    /// A person wants no more of it. Conflict while it is in flight, or when it was delivered.
    [[nodiscard]] virtual domain::Outcome dismiss(const domain::MailId& mail, int recipient) = 0;
    /// The last mail that tells of @p booking; nothing without one.
    [[nodiscard]] virtual domain::Result<std::optional<domain::Mail>> lastAbout(const domain::BookingId& booking) = 0;

    // ---- digests
    /// @p to is to read of the finished @p note in the next digest; twice is once.
    [[nodiscard]] virtual domain::Outcome addToDigest(const domain::NoteId& note, const QDateTime& finishedAt,
                                                      const domain::Recipient& to) = 0;
    /// What is to be told of notes finished before @p moment, by address.
    [[nodiscard]] virtual domain::Result<std::vector<DigestShare>> digests(const QDateTime& moment) = 0;
    /// Puts @p mail on file in the place of @p share; Conflict, and nothing happens, when somebody else has done so.
    [[nodiscard]] virtual domain::Outcome addDigest(const domain::Mail& mail, const DigestShare& share) = 0;

    // ---- what the sender does
    /// What an earlier run left in flight may be there or not: it counts as unclear. Once, before the first take().
    [[nodiscard]] virtual domain::Outcome recover(const QDateTime& now, int unclearAllowed) = 0;
    /// The first recipient whose time has come, now in flight.
    [[nodiscard]] virtual domain::Result<std::optional<MailErrand>> take(const QDateTime& now) = 0;
    /// How it went; a verdict on what is not in flight is Conflict.
    [[nodiscard]] virtual domain::Outcome settle(const domain::MailId& mail, int recipient, const MailVerdict& verdict) = 0;
    /// When the next one's time comes; nothing when none waits.
    [[nodiscard]] virtual domain::Result<std::optional<QDateTime>> nextTry() = 0;
    /// A person wants it all tried now.
    [[nodiscard]] virtual domain::Outcome hurry(const QDateTime& now) = 0;
    [[nodiscard]] virtual domain::Result<MailSummary> summary() = 0;
};

} // namespace vorzimmer::ports
