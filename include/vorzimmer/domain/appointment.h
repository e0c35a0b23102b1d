#pragma once

#include "vorzimmer/domain/slot.h"

#include <QTimeZone>

#include <vector>

namespace vorzimmer::domain {

using BookingId = Id<struct BookingTag>;

/// What people come for: how long it takes, and what must lie around it.
struct AppointmentKind {
    QString name;
    int minutes = 30;
    int preparation = 0; ///< minutes kept free before it
    int followUp = 0;    ///< minutes kept free after it
    PersonId person;     ///< who does it; null = nobody in particular
    QString concern;     ///< of callers who want it; empty = any
    friend bool operator==(const AppointmentKind&, const AppointmentKind&) = default;
};

/// What is wrong with a kind or a release.
enum class ReleaseFlaw {
    None,
    NoName,
    BadLength, ///< shorter than a minute, or longer than a day
    BadBuffer, ///< negative, or longer than half a day
    NoDay,
    NoTime,
    BadSeries, ///< no week, or more than two years of them
    AlreadyOver,
};

[[nodiscard]] ReleaseFlaw flawOf(const AppointmentKind& kind);

/// Times that a client sets free in one go.
struct Release {
    AppointmentKind kind;
    QDate first;              ///< by the client's calendar
    std::vector<QTime> times; ///< of each day, by the client's clock
    int weeks = 1;            ///< that day of the week, so many weeks running
    QDateTime expires;        ///< UTC; invalid = never
    QString releasedBy;       ///< who enters it
    QString onBehalfOf;       ///< for whom, where that is somebody else
};

/// @p now is UTC.
[[nodiscard]] ReleaseFlaw flawOf(const Release& release, const QTimeZone& zone, const QDateTime& now);

/// The single times of @p release, each with an id of its own that is the same whenever it is worked out. Times that the
/// clock skips in spring come at the hour after.
[[nodiscard]] std::vector<Slot> slotsOf(const Release& release, const TenantId& tenant, const QTimeZone& zone);

enum class BookingState {
    Noted,     ///< kept for the caller here; the client's calendar has yet to say that it is
    Confirmed, ///< binding on both sides
    Lost,      ///< somebody else has the time; the caller must hear of it
    Cancelled,
};

/// For whom a time is booked.
struct Attendee {
    CallerId caller; ///< null = not on file
    QString name;
    QString contact; ///< where they are reached: number or e-mail
    QString remark;
    friend bool operator==(const Attendee&, const Attendee&) = default;
};

/// A released time that was given to somebody.
struct Booking {
    BookingId id;
    Slot slot; ///< as it was released
    Attendee attendee;
    CallId call;
    BookingState state = BookingState::Noted;
    QDateTime madeAt; ///< UTC
    QString madeBy;
    QDateTime changedAt; ///< UTC; when its state last changed
    QString changedBy;
    QString reason;       ///< why it was cancelled or lost
    BookingId replaces;   ///< the one that ends once this is confirmed; null = none
    bool waiting = false; ///< the client's calendar has yet to hear of its state
    QString problem;      ///< why it has not yet: technical
    friend bool operator==(const Booking&, const Booking&) = default;
};

/// True while nobody else may have the time.
[[nodiscard]] bool holdsItsTime(const Booking& booking);

} // namespace vorzimmer::domain
