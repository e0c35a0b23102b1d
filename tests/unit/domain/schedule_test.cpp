#include "vorzimmer/domain/schedule.h"

#include <catch2/catch.hpp>

#include <QRandomGenerator>

using namespace vorzimmer::domain;

namespace {

const QDate monday(2026, 11, 30);

Schedule weekly(unsigned days, int from = -1, int until = -1)
{
    Schedule when;
    when.weekdays = days;
    if (from >= 0) {
        when.begin = QTime(from, 0);
        when.end = QTime(until % 24, 0);
    }
    return when;
}

} // namespace

TEST_CASE("a schedule holds from its beginning until just before its end")
{
    const Schedule lunch = weekly(0x1f, 12, 13);
    CHECK_FALSE(holdsAt(lunch, monday, QTime(11, 59)));
    CHECK(holdsAt(lunch, monday, QTime(12, 0)));
    CHECK(holdsAt(lunch, monday, QTime(12, 59)));
    CHECK_FALSE(holdsAt(lunch, monday, QTime(13, 0)));
    CHECK_FALSE(holdsAt(lunch, monday.addDays(5), QTime(12, 0)));
}

TEST_CASE("a night belongs to the day on which it begins")
{
    const Schedule night = weekly(0x10, 20, 6); // Friday
    CHECK(holdsAt(night, monday.addDays(4), QTime(20, 0)));
    CHECK(holdsAt(night, monday.addDays(5), QTime(5, 59)));
    CHECK_FALSE(holdsAt(night, monday.addDays(5), QTime(6, 0)));
    CHECK_FALSE(holdsAt(night, monday.addDays(4), QTime(5, 0)));
    Schedule once = night;
    once.weekdays = 0;
    once.from = once.until = monday;
    CHECK(holdsAt(once, monday.addDays(1), QTime(5, 0)));
    CHECK_FALSE(holdsAt(once, monday, QTime(5, 0)));
}

TEST_CASE("what ends when it began lasts a day and a night")
{
    const Schedule watch = weekly(0x01, 8, 8); // Monday
    CHECK_FALSE(holdsAt(watch, monday, QTime(7, 59)));
    CHECK(holdsAt(watch, monday, QTime(8, 0)));
    CHECK(holdsAt(watch, monday.addDays(1), QTime(7, 59)));
    CHECK_FALSE(holdsAt(watch, monday.addDays(1), QTime(8, 0)));
    CHECK(extentOf(watch) == extentOf(weekly(0x01)));
}

TEST_CASE("the extent is the time it holds: dated before weekly, fewer hours before more")
{
    Schedule day;
    day.from = day.until = monday;
    Schedule days = day;
    days.until = monday.addDays(6);
    Schedule mondays = days;
    mondays.weekdays = 0x01;
    CHECK(extentOf(day) == 24 * 60);
    CHECK(extentOf(mondays) == extentOf(day));
    CHECK(extentOf(day) < extentOf(days));
    CHECK(extentOf(days) < extentOf(weekly(0x01, 10, 11)));
    CHECK(extentOf(weekly(0x01, 10, 11)) < extentOf(weekly(0x01)));
    CHECK(extentOf(weekly(0x01)) < extentOf(weekly(0x1f)));
    CHECK(extentOf(weekly(0x1f)) < extentOf(Schedule()));
    CHECK(extentOf(weekly(0, 20, 6)) == extentOf(weekly(0, 8, 18)));
    Schedule sinceMonday = weekly(0x01, 10, 11);
    sinceMonday.from = monday;
    Schedule untilSunday = weekly(0x01, 10, 11);
    untilSunday.until = monday.addDays(6);
    for (const Schedule& openEnded : {sinceMonday, untilSunday}) // no end is in sight: as if it held every week
        CHECK(extentOf(openEnded) == extentOf(weekly(0x01, 10, 11)));
    Schedule backwards = days;
    backwards.until = monday.addDays(-1);
    CHECK_FALSE(canHold(backwards));
    Schedule saturdayInTheWeek = days;
    saturdayInTheWeek.until = monday.addDays(4);
    saturdayInTheWeek.weekdays = 0x20;
    CHECK_FALSE(canHold(saturdayInTheWeek));
    CHECK(canHold(mondays));
    CHECK(canHold(Schedule()));
}

TEST_CASE("hours within hours are covered, with the same beginning or the same end, too, by day and by night")
{
    CHECK(covers(weekly(0x1f, 8, 18), weekly(0x01, 8, 12)));
    CHECK(covers(weekly(0x1f, 8, 18), weekly(0x01, 12, 18)));
    CHECK(covers(weekly(0x1f, 20, 6), weekly(0x01, 20, 5)));
    CHECK(covers(weekly(0x1f, 20, 6), weekly(0x01, 21, 6)));
    CHECK_FALSE(covers(weekly(0x1f, 20, 6), weekly(0x01, 19, 6)));
    CHECK_FALSE(covers(weekly(0x1f, 20, 6), weekly(0x01, 20, 7)));
}

TEST_CASE("what is covered never holds outside of what covers it")
{
    QRandomGenerator random(11);
    const auto any = [&] {
        Schedule when = weekly(static_cast<unsigned>(random.bounded(128)));
        if (random.bounded(2) == 0) {
            when.begin = QTime(random.bounded(4) * 6, 0);
            when.end = QTime(random.bounded(4) * 6, 0);
        }
        if (random.bounded(2) == 0)
            when.from = monday.addDays(random.bounded(4));
        if (random.bounded(2) == 0)
            when.until = monday.addDays(random.bounded(8));
        return when;
    };
    int covered = 0;
    for (int round = 0; round < 20'000; ++round) {
        const Schedule wide = any();
        const Schedule narrow = any();
        REQUIRE(covers(wide, wide));
        if (!covers(wide, narrow))
            continue;
        ++covered;
        for (int hour = 0; hour < 10 * 24; hour += 3) {
            const QDate day = monday.addDays(hour / 24 - 1);
            const QTime time(hour % 24, 0);
            REQUIRE((!holdsAt(narrow, day, time) || holdsAt(wide, day, time)));
        }
    }
    CHECK(covered > 200);
}
