#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <array>
#include <optional>
#include <vector>

namespace vorzimmer::domain {

/// From (included) until (excluded) on one day, in the tenant's local time.
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
    std::vector<ClosedPeriod> closed;

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// Whether the house is open at an instant, and what happens next.
struct HouseStatus {
    bool open = false;
    std::optional<QDateTime> changesAt; ///< local time of the next opening or closing within 14 days
    QString closedReason;               ///< of the ClosedPeriod in force, if any
};

/// The status of @p hours at @p instant (any time spec), seen in @p zone.
[[nodiscard]] HouseStatus houseStatus(const OpeningHours& hours, const QTimeZone& zone, const QDateTime& instant);

} // namespace vorzimmer::domain
