#include "vorzimmer/domain/opening_hours.h"

#include <catch2/catch.hpp>

#include <QRandomGenerator>

using namespace vorzimmer::domain;

namespace {

const QTimeZone berlin("Europe/Berlin");

OpeningHours practice()
{
    OpeningHours hours;
    for (size_t day = 0; day < 5; ++day)
        hours.week[day] = {{QTime(8, 0), QTime(12, 30)}, {QTime(15, 0), QTime(18, 0)}};
    hours.closed = {{QDate(2026, 12, 24), QDate(2026, 12, 31), QStringLiteral("Praxisurlaub")}};
    return hours;
}

QDateTime local(int day, int hour, int minute, int month = 11)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), berlin);
}

HouseStatus at(const QDateTime& when)
{
    return houseStatus(practice(), berlin, when.toUTC());
}

} // namespace

TEST_CASE("the house is open from the first minute and closed at the last")
{
    CHECK_FALSE(at(local(23, 7, 59)).open);
    CHECK(at(local(23, 8, 0)).open);
    CHECK(at(local(23, 12, 29)).open);
    CHECK_FALSE(at(local(23, 12, 30)).open);
}

TEST_CASE("the next change is the coming opening or closing")
{
    CHECK(at(local(23, 7, 0)).changesAt == local(23, 8, 0));
    CHECK(at(local(23, 9, 0)).changesAt == local(23, 12, 30));
    CHECK(at(local(23, 13, 0)).changesAt == local(23, 15, 0));
    CHECK(at(local(27, 18, 0)).changesAt == local(30, 8, 0)); // Friday evening: Monday morning
}

TEST_CASE("a closed period wins over the week plan and says why")
{
    const HouseStatus status = at(local(24, 9, 0, 12));
    CHECK_FALSE(status.open);
    CHECK(status.closedReason == QStringLiteral("Praxisurlaub"));
    CHECK(status.changesAt == QDateTime(QDate(2027, 1, 1), QTime(8, 0), berlin));
}

TEST_CASE("a house that never opens has no next change")
{
    const HouseStatus status = houseStatus(OpeningHours(), berlin, local(23, 9, 0));
    CHECK_FALSE(status.open);
    CHECK_FALSE(status.changesAt.has_value());
}

TEST_CASE("until midnight and from midnight are one opening")
{
    OpeningHours hours;
    hours.week[0] = {{QTime(20, 0), QTime(0, 0)}};
    hours.week[1] = {{QTime(0, 0), QTime(2, 0)}};
    const HouseStatus status = houseStatus(hours, berlin, local(23, 23, 0));
    CHECK(status.open);
    CHECK(status.changesAt == local(24, 2, 0));
}

TEST_CASE("opening hours are wall-clock hours on the day the clock changes")
{
    OpeningHours hours;
    hours.week[6] = {{QTime(9, 0), QTime(12, 0)}};
    const QDateTime opens(QDate(2026, 10, 25), QTime(9, 0), berlin);
    CHECK(houseStatus(hours, berlin, opens.toUTC().addSecs(-1)).open == false);
    CHECK(houseStatus(hours, berlin, opens.toUTC()).open);
    CHECK(opens.toUTC().time() == QTime(8, 0)); // winter time already
}

TEST_CASE("the answer does not depend on the time spec of the question")
{
    QRandomGenerator random(20261123);
    for (int round = 0; round < 500; ++round) {
        const QDateTime instant = QDateTime::fromSecsSinceEpoch(1'700'000'000 + random.bounded(100'000'000), Qt::UTC);
        const HouseStatus utc = houseStatus(practice(), berlin, instant);
        const HouseStatus tokyo = houseStatus(practice(), berlin, instant.toTimeZone(QTimeZone("Asia/Tokyo")));
        CHECK(utc.open == tokyo.open);
        CHECK(utc.changesAt == tokyo.changesAt);
        if (utc.changesAt) {
            INFO(instant.toString(Qt::ISODate).toStdString());
            CHECK(*utc.changesAt > instant);
            CHECK(houseStatus(practice(), berlin, *utc.changesAt).open != utc.open);
        }
    }
}

TEST_CASE("an interval that ends when it began lasts a day and a night")
{
    OpeningHours hours;
    hours.week[0] = {{QTime(8, 0), QTime(8, 0)}}; // Monday
    CHECK_FALSE(isOpenAt(hours, berlin, local(23, 7, 59)));
    CHECK(isOpenAt(hours, berlin, local(23, 8, 0)));
    CHECK(isOpenAt(hours, berlin, local(24, 7, 59)));
    CHECK_FALSE(isOpenAt(hours, berlin, local(24, 8, 0)));
}

TEST_CASE("the next change is looked for within two weeks")
{
    OpeningHours hours = practice();
    hours.closed = {{QDate(2026, 11, 9), QDate(2026, 11, 20), QStringLiteral("Umbau")}}; // Monday the 23rd is the next day that it opens
    CHECK(houseStatus(hours, berlin, local(10, 9, 0)).changesAt == local(23, 8, 0));
    CHECK_FALSE(houseStatus(hours, berlin, local(9, 9, 0)).changesAt.has_value());
}
