#include "vorzimmer/domain/opening_hours.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

QString german(const char* region, int year, int month, int day)
{
    const auto holiday = holidayOn(QString::fromLatin1(region), QDate(year, month, day));
    return holiday ? holiday->german : QString();
}

const QTimeZone berlin("Europe/Berlin");

} // namespace

TEST_CASE("public holidays differ by country and state")
{
    CHECK(german("DE", 2027, 5, 17) == QStringLiteral("Pfingstmontag"));
    CHECK(holidayOn(QStringLiteral("DE"), QDate(2027, 5, 17))->english == QStringLiteral("Whit Monday"));
    CHECK(german("DE-BY", 2027, 1, 6) == QStringLiteral("Heilige Drei Könige"));
    CHECK(german("DE-BE", 2027, 1, 6).isEmpty());
    CHECK(german("DE-MV", 2027, 3, 8) == QStringLiteral("Internationaler Frauentag")); // since 2023 only
    CHECK(german("AT", 2026, 10, 26) == QStringLiteral("Nationalfeiertag"));
    CHECK_FALSE(german("CH-ZH", 2027, 8, 1).isEmpty());
    CHECK_FALSE(german("GB-ENG", 2027, 12, 27).isEmpty()); // a substitute day
}

TEST_CASE("where nothing is known there is no holiday, and it is known how far one sees")
{
    CHECK(german("XX", 2027, 1, 1).isEmpty());
    CHECK(german("", 2027, 1, 1).isEmpty());
    CHECK(german("DE-QQ", 2027, 1, 1) == QStringLiteral("Neujahr")); // the country's at least
    CHECK_FALSE(isHolidayRegion(QStringLiteral("DE-QQ")));
    CHECK(isHolidayRegion(QStringLiteral("DE-BE")));
    CHECK(holidayRegions(QStringLiteral("DE")).front().code == QStringLiteral("DE"));
    CHECK(holidayRegions(QStringLiteral("DE")).size() > 16);
    CHECK(holidayRegions(QStringLiteral("XX")).empty());
    CHECK(holidaysKnownUntil(QStringLiteral("DE-BE")) == QDate(2045, 12, 31));
    CHECK_FALSE(holidaysKnownUntil(QStringLiteral("XX")).isValid());
}

TEST_CASE("a house that keeps holidays is closed on them and says which; one that says nothing of them is not")
{
    OpeningHours hours;
    for (auto& day : hours.week)
        day = {{QTime(8, 0), QTime(18, 0)}};
    hours.holidayRegion = QStringLiteral("DE-BE");
    const QDateTime whitMonday(QDate(2027, 5, 17), QTime(9, 0), berlin);
    CHECK(houseStatus(hours, berlin, whitMonday).open);
    CHECK_FALSE(houseStatus(hours, berlin, whitMonday).holiday.has_value());

    hours.holidays = std::vector<DayInterval>();
    const HouseStatus closed = houseStatus(hours, berlin, whitMonday);
    CHECK_FALSE(closed.open);
    REQUIRE(closed.holiday.has_value());
    CHECK(closed.holiday->german == QStringLiteral("Pfingstmontag"));
    CHECK(closed.changesAt == QDateTime(QDate(2027, 5, 18), QTime(8, 0), berlin));

    hours.holidays = {{QTime(10, 0), QTime(12, 0)}};
    CHECK_FALSE(houseStatus(hours, berlin, whitMonday).open);
    CHECK(houseStatus(hours, berlin, whitMonday.addSecs(3600)).open);
}

TEST_CASE("a night that began before a holiday ends as it would")
{
    OpeningHours hours;
    hours.week[6] = {{QTime(20, 0), QTime(2, 0)}};
    hours.holidays = std::vector<DayInterval>();
    hours.holidayRegion = QStringLiteral("DE-BE");
    const QDateTime afterMidnight(QDate(2027, 5, 17), QTime(1, 0), berlin);
    const HouseStatus status = houseStatus(hours, berlin, afterMidnight);
    CHECK(status.open);
    CHECK(status.changesAt == QDateTime(QDate(2027, 5, 17), QTime(2, 0), berlin));
}

TEST_CASE("a house that never closes has no next change")
{
    OpeningHours hours;
    for (auto& day : hours.week)
        day = {{QTime(0, 0), QTime(0, 0)}};
    const HouseStatus status = houseStatus(hours, berlin, QDateTime(QDate(2026, 11, 30), QTime(12, 0), berlin));
    CHECK(status.open);
    CHECK_FALSE(status.changesAt.has_value());
}
