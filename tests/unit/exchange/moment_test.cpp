#include "vorzimmer/exchange/moment.h"

#include <catch2/catch.hpp>

using vorzimmer::exchange::Moment;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDate wednesday(2026, 11, 25);

/// @p text read on a Wednesday in Berlin, in UTC; "-" when it is no moment.
QString read(const QString& text)
{
    const auto moment = Moment::parse(text);
    return moment ? moment->instant(berlin, wednesday).toString(Qt::ISODateWithMs) : u"-"_qs;
}

} // namespace

TEST_CASE("moments count from the day of the import")
{
    CHECK(read(u"w-3 tue 10:42"_qs) == u"2026-11-03T09:42:00.000Z"_qs);
    CHECK(read(u"w+0 mon 00:00"_qs) == u"2026-11-22T23:00:00.000Z"_qs);
    CHECK(read(u"w+0 sun 23:59"_qs) == u"2026-11-29T22:59:00.000Z"_qs);
    CHECK(read(u"w-5 tue 10:42"_qs) == u"2026-10-20T08:42:00.000Z"_qs); // summer time then
    CHECK(read(u"w-104 fri 08:00"_qs) == u"2024-11-29T07:00:00.000Z"_qs);
    CHECK(read(u"d-1 16:20"_qs) == u"2026-11-24T15:20:00.000Z"_qs);
    CHECK(read(u"d+0 15:00"_qs) == u"2026-11-25T14:00:00.000Z"_qs);
    CHECK(read(u"d+40"_qs) == u"2027-01-03T23:00:00.000Z"_qs);
}

TEST_CASE("fixed moments are local unless they name an offset")
{
    CHECK(read(u"2026-11-23T10:42:00+01:00"_qs) == u"2026-11-23T09:42:00.000Z"_qs);
    CHECK(read(u"2026-11-23T10:42:00-05:30"_qs) == u"2026-11-23T16:12:00.000Z"_qs);
    CHECK(read(u"2026-11-23T10:42:07.250Z"_qs) == u"2026-11-23T10:42:07.250Z"_qs);
    CHECK(read(u"2026-07-01T10:42"_qs) == u"2026-07-01T08:42:00.000Z"_qs);
    CHECK(read(u"2026-07-01 10:42:30"_qs) == u"2026-07-01T08:42:30.000Z"_qs);
    CHECK(Moment::parse(u"2026-07-01"_qs)->day(wednesday) == QDate(2026, 7, 1));
}

TEST_CASE("an hour that does not exist is still one instant")
{
    CHECK(read(u"2027-03-28T02:30"_qs) == u"2027-03-28T01:30:00.000Z"_qs);
}

TEST_CASE("what is no moment is refused")
{
    const auto text = GENERATE(as<const char16_t*>(), u"", u"yesterday", u"w-3", u"w-3 tue 25:00", u"w-3 tues 10:00", u"w3 tue 10:00",
                               u"d-1 16:2", u"d-1 16:20 ", u" d-1", u"d-100000", u"2026-02-30", u"2026-13-01", u"2026-11-23T24:01",
                               u"2026-11-23T10:42+1", u"2026-11-23T10:42+15:00", u"2026-11-23T10", u"23.11.2026", u"2026-11-23T10:42Zx");
    CHECK_FALSE(Moment::parse(QString::fromUtf16(text)).has_value());
}

TEST_CASE("an instant is written so that it is read as the same")
{
    for (const qint64 second : {0LL, 1'764'000'123LL, 1'785'000'000LL}) {
        for (const int milliseconds : {0, 1, 250}) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(second * 1000 + milliseconds, Qt::UTC);
            const Moment written = Moment::fromInstant(at, berlin);
            const auto read = Moment::parse(written.text());
            REQUIRE(read.has_value());
            CHECK(read->instant(QTimeZone("Asia/Tokyo"), wednesday) == at);
            CHECK(written.instant(berlin, wednesday) == at);
            CHECK_FALSE(read->isRelative());
        }
    }
}
