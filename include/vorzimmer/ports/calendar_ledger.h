#pragma once

#include "vorzimmer/domain/appointment.h"
#include "vorzimmer/domain/result.h"

#include <optional>
#include <vector>

namespace vorzimmer::ports {

/// What a calendar of the client's is for: saying what may be booked, or only what is taken.
enum class CalendarRole { Slots, Busy };

struct CalendarPlace {
    CalendarRole role = CalendarRole::Slots;
    QString address; ///< names it; two places with the same address are one calendar
    friend bool operator==(const CalendarPlace&, const CalendarPlace&) = default;
};

/// One time of one entry of a calendar.
struct CalendarTime {
    QDateTime start;        ///< UTC
    QDateTime end;          ///< UTC
    QString recurrenceId;   ///< which time of its series; empty = no series
    bool free = false;      ///< does not take up time: in a slots calendar, released
    bool divisible = false; ///< released as a whole, to make several appointments of
    QString kind;
    domain::BookingId booking; ///< that this side wrote into it; null = none
    friend bool operator==(const CalendarTime&, const CalendarTime&) = default;
};

/// One entry as it is now.
struct CalendarEntry {
    QString name; ///< within its calendar
    bool gone = false;
    std::vector<CalendarTime> times;
    QString problem; ///< why it could not be read: what and where; then it has no times
};

/// What came of reading one calendar.
struct CalendarNews {
    QString address;
    std::vector<CalendarEntry> entries;
    bool complete = false;         ///< what is neither among them nor among `others` is gone
    QString cursor;                ///< how far was read
    QDateTime expandedUntil;       ///< UTC: how far series were followed
    std::vector<QString> others{}; ///< names of entries that are there and were told of before
};

/// How far one calendar was read.
struct CalendarMark {
    CalendarPlace place;
    QString cursor; ///< empty = not yet
    QDateTime expandedUntil;
    QDateTime readAt; ///< UTC
};

/// What the client's calendar must be told of a booking.
struct BookingErrand {
    enum class Kind { Book, Cancel };

    Kind kind = Kind::Book;
    domain::Booking booking;
    QString entry;        ///< the entry that was released; empty = an entry of its own is made, named after the booking
    QString recurrenceId; ///< which time of it
    int attempt = 0;
};

/// What is left to do, and what is wrong.
struct CalendarSummary {
    int waiting = 0; ///< bookings and cancellations that the calendar has yet to hear of
    int unreadable = 0;
    QString problem; ///< of the first entry that cannot be read, with its name
};

/// The calendar sync's side of one cabinet. Every method is one transaction and durable when it returns; call on the store
/// lane only.
class CalendarLedger {
public:
    virtual ~CalendarLedger() = default;

    /// From now on these are the client's calendars. What came from others is forgotten; bookings stay, and without a
    /// slots calendar those that wait for one are confirmed.
    [[nodiscard]] virtual domain::Outcome goOnWith(const std::vector<CalendarPlace>& places, const QDateTime& at) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<CalendarMark>> marks() = 0;
    /// Takes over what a calendar says; true when anything is different now. A confirmed booking that the client has taken
    /// out of it is lost by that.
    [[nodiscard]] virtual domain::Result<bool> apply(const CalendarNews& news, const QDateTime& at) = 0;

    /// The first errand whose time has come.
    [[nodiscard]] virtual domain::Result<std::optional<BookingErrand>> nextErrand(const QDateTime& now) = 0;
    /// Whether the booking's time is clear of all busy time but its own, as the calendars were last read.
    [[nodiscard]] virtual domain::Result<bool> isClear(const domain::BookingId& booking) = 0;
    /// The calendar has it: Confirmed, or the cancellation is known there. What the booking replaces is cancelled with it.
    [[nodiscard]] virtual domain::Outcome settle(const domain::BookingId& booking, BookingErrand::Kind kind,
                                                 const QDateTime& at) = 0;
    /// Somebody else has the time, or the calendar will never take it.
    [[nodiscard]] virtual domain::Outcome lose(const domain::BookingId& booking, const QString& reason,
                                               const QDateTime& at) = 0;
    [[nodiscard]] virtual domain::Outcome postpone(const domain::BookingId& booking, const QDateTime& nextTry,
                                                   const QString& problem) = 0;

    [[nodiscard]] virtual domain::Result<CalendarSummary> summary() = 0;
};

} // namespace vorzimmer::ports
