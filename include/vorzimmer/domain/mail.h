#pragma once

#include "vorzimmer/domain/appointment.h"
#include "vorzimmer/domain/id.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace vorzimmer::domain {

using MailId = Id<struct MailTag>;

/// Why a mail was written.
enum class MailReason {
    Redirect,     ///< the caller gets in writing where to write to
    Message,      ///< a finished note
    Digest,       ///< the notes of a day
    Appointment,  ///< what was booked
    Cancellation, ///< what is not booked any more
    Trial,        ///< whether the account works; never kept
};

/// How things stand with one recipient of a mail.
enum class MailState {
    Held,      ///< until the booking that it tells of is confirmed
    Waiting,   ///< to be sent, now or at the next try
    InFlight,  ///< being handed over
    Delivered, ///< the server took it for this recipient; nobody can know more
    Failed,    ///< refused for good, or given up: a person must see it
    Unclear,   ///< handed over in full, more than once, and never answered: perhaps there, and a person must decide
    Dismissed, ///< a person wanted no more of it, or there is nothing to tell any more
};

/// One recipient. Each gets the mail in an envelope of its own, so that one who is refused holds up nobody.
struct Recipient {
    QString address; ///< as mailAddress() gives it
    QString name;    ///< may be empty
    bool copy = false; ///< Cc instead of To
    MailState state = MailState::Waiting;
    int attempts = 0; ///< since it was last set going by a person
    int unclear = 0;  ///< how many of them ended without a word after the whole mail was sent
    QDateTime since{};  ///< UTC; when it was last set going by a person
    QDateTime nextTry{}; ///< UTC
    QString answer{};    ///< what the server, or our side of the network, last said: technical
    friend bool operator==(const Recipient&, const Recipient&) = default;
};

/// The appointment that a mail carries as an iCalendar file.
struct MailAppointment {
    BookingId booking;
    BookingId event;  ///< names it in the recipient's calendar: of several bookings that replace one another, the first
    int sequence = 0; ///< counts up with each mail about the event
    bool cancelled = false;
    QDateTime start; ///< UTC
    int minutes = 0;
    QString summary;
    friend bool operator==(const MailAppointment&, const MailAppointment&) = default;
};

/// A mail that one house sends. Its content never changes: every attempt sends the same, under the same Message-ID.
struct Mail {
    MailId id;
    MailReason reason = MailReason::Message;
    std::vector<Recipient> recipients;
    QString subject;
    QString text;
    QString replyTo; ///< where answers go instead of to the sender; empty = to the sender
    std::optional<MailAppointment> appointment;
    CallId call;         ///< null = none
    QDateTime writtenAt; ///< UTC
    QString writtenBy;
    friend bool operator==(const Mail&, const Mail&) = default;
};

/// What keeps a mail from being sent; the first that applies.
enum class MailFlaw { None, NoRecipient, BadAddress, NoSubject, NoText, TooLong };

/// The longest text of a mail, in characters.
inline constexpr qsizetype maxMailText = 2'000'000;

[[nodiscard]] MailFlaw flawOf(const Mail& mail);

/// The one state to show for all recipients: what needs a person before what waits, what waits before what is done.
[[nodiscard]] MailState stateOf(const Mail& mail);

/// How a house gets its notes by e-mail, beside the list.
enum class NoteDelivery { None, AtOnce, DailyDigest };

/// The last moment, at or before @p now (UTC), at which a digest that goes out at @p time by the clock of @p zone was due. A time
/// that the clock skips counts an hour later, one that comes twice counts the first time.
[[nodiscard]] QDateTime lastDigest(const QDateTime& now, const QTime& time, const QTimeZone& zone);

} // namespace vorzimmer::domain
