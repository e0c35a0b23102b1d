#pragma once

#include "calendar/recurrence.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace vorzimmer::cloud::calendar {

/// One time of one event, as a calendar tells it.
struct Occurrence {
    QDateTime start;      ///< UTC
    QDateTime end;        ///< UTC
    QString recurrenceId; ///< which time of its series: the time it had at first, UTC, "20260301T080000Z"; empty = no series
    bool transparent = false; ///< does not take up time
    bool cancelled = false;
    bool divisible = false; ///< an availability: time to make appointments of, not one itself
    QString summary;
    QString category; ///< the first of its CATEGORIES
    QString booking;  ///< the id of the booking that this side wrote into it
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// The largest entry that is looked into, in bytes. Attachments make entries large, and times need none.
constexpr qsizetype largestEntry = 1024 * 1024;

/// What happens in @p window according to the iCalendar @p text: events, with the changed times of their series, and what a
/// VAVAILABILITY sets free, by start. Times without a zone are by @p floating's clock. Invalid says what is wrong and in
/// which property.
[[nodiscard]] domain::Result<std::vector<Occurrence>> occurrencesIn(const QByteArray& text, const Window& window,
                                                                    const QTimeZone& floating);

/// A recurrence id as Occurrence has it.
[[nodiscard]] QString recurrenceIdOf(const QDateTime& utc);

} // namespace vorzimmer::cloud::calendar
