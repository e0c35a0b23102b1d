#pragma once

#include "calendar/zone.h"

namespace vorzimmer::cloud::calendar {

/// A date, or a date with a time, as it stands in an event: by some clock.
struct Stamp {
    QDateTime local; ///< only date and time count
    bool isDate = false;
    Zone clock{QTimeZone::utc()};

    [[nodiscard]] QDateTime instant() const { return clock.instant(local); }
    /// The same clock, another time.
    [[nodiscard]] Stamp at(const QDateTime& other) const { return {other, isDate, clock}; }
};

/// How long an event takes: days by the calendar and seconds by the stopwatch.
struct Span {
    int days = 0;
    qint64 seconds = 0;

    /// When what starts @p from ends, UTC.
    [[nodiscard]] QDateTime end(const Stamp& from) const
    {
        return from.at(from.local.addDays(days)).instant().addSecs(seconds);
    }
};

/// Where stamps are read: the calendar around the event, which knows time zones, and the clock of times that name none.
struct Surroundings {
    icalcomponent* calendar = nullptr;
    QTimeZone floating;
};

/// Reads @p property's @p time; Invalid with the property's name when it is none or its time zone is unknown.
[[nodiscard]] domain::Result<Stamp> stampOf(icalproperty* property, const icaltimetype& time, const Surroundings& around);

/// The clock that @p property's TZID parameter names, else the floating one.
[[nodiscard]] domain::Result<Zone> clockOf(icalproperty* property, const Surroundings& around);

/// @p time as a local time; invalid when there is no such day or hour.
[[nodiscard]] QDateTime localOf(const icaltimetype& time);

[[nodiscard]] Span spanOf(const icaldurationtype& duration);

} // namespace vorzimmer::cloud::calendar
