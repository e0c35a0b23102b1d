#pragma once

#include "vorzimmer/domain/holidays.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <array>
#include <optional>
#include <vector>

namespace vorzimmer::domain {

/// From (included) until (excluded), in the tenant's local time. An end that is not after the beginning is the next day's: 20:00
/// until 02:00 is a night, 00:00 until 00:00 a whole day.
struct DayInterval {
    QTime from;
    QTime until;
    friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

/// Days on which the house is closed whatever the week plan says; both ends included.
struct ClosedPeriod {
    QDate from;
    QDate until;
    QString reason;
    friend bool operator==(const ClosedPeriod&, const ClosedPeriod&) = default;
};

/// A tenant's week plan with its exceptions. Local wall-clock times; pure.
struct OpeningHours {
    std::array<std::vector<DayInterval>, 7> week; ///< Monday first; intervals sorted, not overlapping
    std::optional<std::vector<DayInterval>> holidays; ///< on public holidays; nothing = as on any other day
    QString holidayRegion;                            ///< whose holidays count, as domain::HolidayRegion::code; empty = nobody's
    std::vector<ClosedPeriod> closed;

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// Whether the house is open at an instant, and what happens next.
struct HouseStatus {
    bool open = false;
    std::optional<QDateTime> changesAt; ///< local time of the next opening or closing within 14 days
    QString closedReason;               ///< of the ClosedPeriod in force, if any
    std::optional<Holiday> holiday = {}; ///< today's, where the house keeps holidays
};

/// The intervals of one local day: the week plan's, the holidays', or none in a closed period.
[[nodiscard]] const std::vector<DayInterval>& intervalsOn(const OpeningHours& hours, QDate day);

/// Whether the house is open, which is quicker to tell than the whole status.
[[nodiscard]] bool isOpenAt(const OpeningHours& hours, const QTimeZone& zone, const QDateTime& instant);

/// The status of @p hours at @p instant (any time spec), seen in @p zone.
[[nodiscard]] HouseStatus houseStatus(const OpeningHours& hours, const QTimeZone& zone, const QDateTime& instant);

} // namespace vorzimmer::domain
