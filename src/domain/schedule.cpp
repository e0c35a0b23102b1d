#include "vorzimmer/domain/schedule.h"

#include <algorithm>
#include <bit>

namespace vorzimmer::domain {

namespace {

constexpr int minutesADay = 24 * 60;
constexpr unsigned everyDay = 0x7f;

bool dayFits(const Schedule& schedule, QDate day)
{
    if ((schedule.from.isValid() && day < schedule.from) || (schedule.until.isValid() && day > schedule.until))
        return false;
    return schedule.weekdays == 0 || (schedule.weekdays >> (day.dayOfWeek() - 1) & 1U) != 0;
}

bool endsTomorrow(const Schedule& schedule)
{
    return schedule.end <= schedule.begin;
}

int minutesOf(const Schedule& schedule)
{
    if (!schedule.begin.isValid())
        return minutesADay;
    const int minutes = schedule.begin.secsTo(schedule.end) / 60;
    return minutes > 0 ? minutes : minutes + minutesADay;
}

unsigned daysOf(const Schedule& schedule)
{
    return schedule.weekdays == 0 ? everyDay : schedule.weekdays;
}

} // namespace

bool isAlways(const Schedule& schedule)
{
    return schedule == Schedule();
}

bool holdsAt(const Schedule& schedule, QDate day, QTime time)
{
    if (!schedule.begin.isValid())
        return dayFits(schedule, day);
    if (!endsTomorrow(schedule))
        return time >= schedule.begin && time < schedule.end && dayFits(schedule, day);
    return (time >= schedule.begin && dayFits(schedule, day)) || (time < schedule.end && dayFits(schedule, day.addDays(-1)));
}

qint64 extentOf(const Schedule& schedule)
{
    constexpr qint64 unbounded = 1'000'000'000;
    constexpr int daysAWeek = 7;
    if (!schedule.from.isValid() || !schedule.until.isValid()) {
        return unbounded + qint64{std::popcount(daysOf(schedule))} * minutesOf(schedule);
    }
    // Whole weeks are alike, and so is whatever lies beyond the calendar that anybody plans with.
    const qint64 span = schedule.from.daysTo(schedule.until) + 1;
    qint64 days = 0;
    for (unsigned left = daysOf(schedule); left != 0; left &= left - 1) {
        const int first = (std::countr_zero(left) + 1 - schedule.from.dayOfWeek() + daysAWeek) % daysAWeek;
        if (first < span)
            days += (span - 1 - first) / daysAWeek + 1;
    }
    return std::min<qint64>(days * minutesOf(schedule), unbounded - 1);
}

bool covers(const Schedule& wide, const Schedule& narrow)
{
    if (wide.from.isValid() && !(narrow.from.isValid() && narrow.from >= wide.from))
        return false;
    if (wide.until.isValid() && !(narrow.until.isValid() && narrow.until <= wide.until))
        return false;
    if ((daysOf(narrow) & ~daysOf(wide)) != 0)
        return false;
    // A night of which the wide one knows the evening only reaches out of it.
    if (!wide.begin.isValid())
        return !narrow.begin.isValid() || !endsTomorrow(narrow) || (daysOf(wide) == everyDay && !wide.from.isValid() && !wide.until.isValid());
    if (!narrow.begin.isValid())
        return false;
    if (wide.begin == narrow.begin && wide.end == narrow.end)
        return true;
    if (endsTomorrow(wide) || endsTomorrow(narrow))
        return endsTomorrow(wide) && endsTomorrow(narrow) && narrow.begin >= wide.begin && narrow.end <= wide.end;
    return narrow.begin >= wide.begin && narrow.end <= wide.end;
}

bool canHold(const Schedule& schedule)
{
    if (schedule.from.isValid() && schedule.until.isValid())
        return extentOf(schedule) > 0;
    return true;
}

} // namespace vorzimmer::domain
