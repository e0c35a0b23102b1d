#include "vorzimmer/domain/schedule_text.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

std::vector<Schedule> read(const char* text)
{
    const auto schedules = readSchedules(QString::fromUtf8(text));
    REQUIRE(schedules.has_value());
    return *schedules;
}

} // namespace

TEST_CASE("what comes every week is written as opening hours are")
{
    const auto lunch = read("Mo-Fr 12-13");
    REQUIRE(lunch.size() == 1);
    CHECK(lunch[0] == Schedule{{}, {}, 0x1f, QTime(12, 0), QTime(13, 0)});
    const auto night = read("täglich 18-8");
    REQUIRE(night.size() == 1);
    CHECK(night[0] == Schedule{{}, {}, 0, QTime(18, 0), QTime(8, 0)});
    const auto two = read("Mo-Mi 8-12; Do 8-12, 14-16");
    REQUIRE(two.size() == 2);
    CHECK(two[0].weekdays == 0x0f);
    CHECK(two[1] == Schedule{{}, {}, 0x08, QTime(14, 0), QTime(16, 0)});
}

TEST_CASE("days alone are whole days, times alone every day, nothing is always")
{
    CHECK(read("Sa-So") == std::vector<Schedule>{Schedule{{}, {}, 0x60, {}, {}}});
    CHECK(read("12-13") == std::vector<Schedule>{Schedule{{}, {}, 0, QTime(12, 0), QTime(13, 0)}});
    CHECK(read(" ") == std::vector<Schedule>{Schedule()});
    CHECK(read("24/7") == std::vector<Schedule>{Schedule()});
}

TEST_CASE("a mistake is told where it stands, and what holds never is refused")
{
    const auto hour = readSchedules(QStringLiteral("Mo 8-25"));
    REQUIRE_FALSE(hour.has_value());
    CHECK(hour.error().flaw == HoursFlaw::NoSuchTime);
    CHECK(hour.error().position == 5);
    CHECK_FALSE(readSchedules(QStringLiteral("Mo-So geschlossen")).has_value());
    CHECK_FALSE(readSchedules(QStringLiteral("manchmal")).has_value());
}
