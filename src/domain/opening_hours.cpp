#include "vorzimmer/domain/opening_hours.h"

#include <algorithm>

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

std::optional<Holiday> keptHolidayOn(const OpeningHours& hours, QDate day)
{
    return hours.holidays ? holidayOn(hours.holidayRegion, day) : std::nullopt;
}

/// The end of an interval that begins on @p day as an instant.
QDateTime endOf(const DayInterval& interval, QDate day, const QTimeZone& zone)
{
    return QDateTime(interval.until <= interval.from ? day.addDays(1) : day, interval.until, zone);
}

} // namespace

const std::vector<DayInterval>& intervalsOn(const OpeningHours& hours, QDate day)
{
    static const std::vector<DayInterval> none;
    if (closedPeriodOn(hours, day))
        return none;
    if (keptHolidayOn(hours, day))
        return *hours.holidays;
    return hours.week[static_cast<size_t>(day.dayOfWeek() - 1)];
}

bool isOpenAt(const OpeningHours& hours, const QTimeZone& zone, const QDateTime& instant)
{
    const QDateTime local = instant.toTimeZone(zone);
    for (const int offset : {-1, 0}) {
        const QDate day = local.date().addDays(offset);
        for (const DayInterval& interval : intervalsOn(hours, day)) {
            const bool overnight = interval.until <= interval.from;
            if ((offset == 0 || overnight) && local >= QDateTime(day, interval.from, zone) && local < endOf(interval, day, zone))
                return true;
        }
    }
    return false;
}

HouseStatus houseStatus(const OpeningHours& hours, const QTimeZone& zone, const QDateTime& instant)
{
    const QDateTime local = instant.toTimeZone(zone);
    HouseStatus status;
    if (const ClosedPeriod* period = closedPeriodOn(hours, local.date()))
        status.closedReason = period->reason;
    status.holiday = keptHolidayOn(hours, local.date());

    // From yesterday on: its last opening may end today.
    for (int offset = -1; offset < daysToLookAhead; ++offset) {
        const QDate day = local.date().addDays(offset);
        // Nothing that begins later adjoins.
        if (status.open && day > status.changesAt->date())
            return status;
        for (const DayInterval& interval : intervalsOn(hours, day)) {
            const QDateTime from(day, interval.from, zone);
            const QDateTime until = endOf(interval, day, zone);
            if (until <= local)
                continue;
            if (!status.open && local < from) {
                status.changesAt = from;
                return status;
            }
            if (status.open && from > *status.changesAt)
                return status;
            status.open = true;
            // Adjoining intervals (… to midnight, from midnight …) are one opening.
            status.changesAt = std::max(until, status.changesAt.value_or(until));
        }
    }
    // Open all the time that was looked at: no end is in sight.
    if (status.open && local.date().daysTo(status.changesAt->date()) >= daysToLookAhead)
        status.changesAt.reset();
    return status;
}

} // namespace vorzimmer::domain
