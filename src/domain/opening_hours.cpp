#include "vorzimmer/domain/opening_hours.h"

namespace vorzimmer::domain {

namespace {

constexpr int daysToLookAhead = 14;

const ClosedPeriod* closedPeriodOn(const OpeningHours& hours, QDate day)
{
    for (const ClosedPeriod& period : hours.closed) {
        if (day >= period.from && day <= period.until)
            return &period;
    }
    return nullptr;
}

const std::vector<DayInterval>& intervalsOn(const OpeningHours& hours, QDate day)
{
    static const std::vector<DayInterval> none;
    if (closedPeriodOn(hours, day))
        return none;
    return hours.week[static_cast<size_t>(day.dayOfWeek() - 1)];
}

/// The end of an interval as an instant; 00:00 means midnight at the day's end.
QDateTime endOf(const DayInterval& interval, QDate day, const QTimeZone& zone)
{
    const bool midnight = interval.until == QTime(0, 0);
    return QDateTime(midnight ? day.addDays(1) : day, interval.until, zone);
}

} // namespace

HouseStatus houseStatus(const OpeningHours& hours, const QTimeZone& zone, const QDateTime& instant)
{
    const QDateTime local = instant.toTimeZone(zone);
    HouseStatus status;
    if (const ClosedPeriod* period = closedPeriodOn(hours, local.date()))
        status.closedReason = period->reason;

    for (int offset = 0; offset < daysToLookAhead; ++offset) {
        const QDate day = local.date().addDays(offset);
        for (const DayInterval& interval : intervalsOn(hours, day)) {
            const QDateTime from(day, interval.from, zone);
            const QDateTime until = endOf(interval, day, zone);
            if (local < from) {
                // Adjoining intervals (… to midnight, from midnight …) are one opening.
                if (status.open && status.changesAt == from) {
                    status.changesAt = until;
                    continue;
                }
                if (!status.changesAt)
                    status.changesAt = from;
                return status;
            }
            if (local < until) {
                status.open = true;
                status.changesAt = until;
            }
        }
        if (status.open && status.changesAt->date() <= day)
            return status;
    }
    return status;
}

} // namespace vorzimmer::domain
