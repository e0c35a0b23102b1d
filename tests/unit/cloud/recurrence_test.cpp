#include "calendar/event_reading.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QFile>

using namespace vorzimmer;
using namespace vorzimmer::cloud::calendar;

namespace {

const QTimeZone berlin("Europe/Berlin");

struct Case {
    QByteArray name;
    QByteArrayList zones;      ///< TZIDs that the calendar itself describes, each four hours ahead of UTC
    QByteArrayList components; ///< the event's lines, then those of its overrides
    Window window;
    QByteArrayList expected;
};

QDateTime utc(const QByteArray& text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::vector<Case> cases()
{
    QFile file(QStringLiteral(RECURRENCE_CASES));
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<Case> all;
    for (const QByteArray& raw : file.readAll().split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('[')) {
            all.push_back({line.mid(1, line.size() - 2), {}, {QByteArray()}, {}, {}});
        } else if (all.empty() || line.isEmpty() || line.startsWith('#') || line == "by hand") {
            continue;
        } else if (line.startsWith("window ")) {
            const auto words = line.split(' ');
            all.back().window = {utc(words.at(1)), utc(words.at(2))};
        } else if (line.startsWith("= ")) {
            all.back().expected += line.mid(2).split(' ');
        } else if (line.startsWith("VTIMEZONE:")) {
            all.back().zones += line.mid(10);
        } else if (line == "OVERRIDE") {
            all.back().components += QByteArray();
        } else {
            all.back().components.back() += line + "\r\n";
        }
    }
    return all;
}

QByteArray calendarOf(const Case& one)
{
    QByteArray text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n";
    for (const QByteArray& zone : one.zones)
        text += "BEGIN:VTIMEZONE\r\nTZID:" + zone +
                "\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\nEND:STANDARD\r\n"
                "END:VTIMEZONE\r\n";
    for (const QByteArray& lines : one.components)
        text += "BEGIN:VEVENT\r\nUID:one\r\n" + lines + "END:VEVENT\r\n";
    return text + "END:VCALENDAR\r\n";
}

Case event(const QByteArray& lines)
{
    return {"", {}, {lines}, {utc("20260101T000000Z"), utc("20280101T000000Z")}, {}};
}

domain::Result<std::vector<Occurrence>> read(const Case& one)
{
    return occurrencesIn(calendarOf(one), one.window, berlin);
}

/// The refusal of @p text: "where: what".
QString refusal(const QByteArray& text)
{
    const auto reading = occurrencesIn(text, event("").window, berlin);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().fault == domain::Fault::Invalid);
    return reading.error().where + QLatin1String(": ") + reading.error().detail;
}

} // namespace

TEST_CASE("series of events happen when RFC 5545 and the clocks of the place say so")
{
    const auto all = cases();
    REQUIRE(all.size() >= 80);
    for (const Case& one : all) {
        INFO(one.name.toStdString());
        const auto reading = read(one);
        if (!reading)
            FAIL(reading.error().where.toStdString() << ": " << reading.error().detail.toStdString());
        QByteArrayList found;
        for (const Occurrence& occurrence : (*reading))
            found += occurrence.start.toString(QStringLiteral("yyyyMMdd'T'HHmm'Z'")).toLatin1();
        CHECK(found.join(' ').toStdString() == one.expected.join(' ').toStdString());
    }
}

TEST_CASE("an override is everything that its time of the series says, not only another start")
{
    Case one = event("DTSTART;TZID=Europe/Berlin:20260601T090000\r\nDTEND;TZID=Europe/Berlin:20260601T093000\r\n"
                     "RRULE:FREQ=DAILY;COUNT=3\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Beratung\r\nCATEGORIES:Erstgespräch\r\n");
    one.components += "RECURRENCE-ID;TZID=Europe/Berlin:20260602T090000\r\nDTSTART;TZID=Europe/Berlin:20260602T090000\r\n"
                      "DURATION:PT1H\r\nTRANSP:OPAQUE\r\nSUMMARY:vergeben\r\nX-VORZIMMER-BOOKING:abc\r\n";
    one.components += "RECURRENCE-ID;TZID=Europe/Berlin:20260603T090000\r\nDTSTART;TZID=Europe/Berlin:20260603T090000\r\n"
                      "STATUS:CANCELLED\r\n";
    const auto reading = read(one);
    REQUIRE(reading);
    REQUIRE(reading->size() == 3);
    const auto& [first, second, third] = std::tie((*reading)[0], (*reading)[1], (*reading)[2]);
    CHECK(first.transparent);
    CHECK(first.start.secsTo(first.end) == 1800);
    CHECK(first.summary == QLatin1String("Beratung"));
    CHECK(first.category == QStringLiteral("Erstgespräch"));
    CHECK(first.recurrenceId == QLatin1String("20260601T070000Z"));
    CHECK_FALSE(second.transparent);
    CHECK(second.start.secsTo(second.end) == 3600);
    CHECK(second.booking == QLatin1String("abc"));
    CHECK(second.recurrenceId == QLatin1String("20260602T070000Z"));
    CHECK(third.cancelled);
}

TEST_CASE("how long an event takes: days by the calendar, hours by the stopwatch")
{
    const auto seconds = [](const QByteArray& lines) {
        const auto reading = read(event(lines));
        REQUIRE(reading);
        REQUIRE(reading->size() == 1);
        return (*reading)[0].start.secsTo((*reading)[0].end);
    };
    CHECK(seconds("DTSTART;TZID=Europe/Berlin:20261024T120000\r\nDURATION:P1D\r\n") == 25 * 3600);
    CHECK(seconds("DTSTART;TZID=Europe/Berlin:20261024T120000\r\nDURATION:PT24H\r\n") == 24 * 3600);
    CHECK(seconds("DTSTART;VALUE=DATE:20261025\r\n") == 25 * 3600);
    CHECK(seconds("DTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261027\r\n") == 49 * 3600);
    CHECK(seconds("DTSTART;TZID=Europe/Berlin:20260601T090000\r\n") == 0);
    CHECK(seconds("DTSTART;TZID=Europe/Berlin:20260601T090000\r\nDTEND;TZID=Europe/London:20260601T090000\r\n") == 3600);
}

TEST_CASE("a series without an end is followed to the end of the window")
{
    const auto reading = read(event("DTSTART:20260601T090000Z\r\nRRULE:FREQ=WEEKLY\r\n"));
    REQUIRE(reading);
    CHECK(reading->size() == 83);
}

TEST_CASE("an availability sets time free, within its own limits and without its exceptions")
{
    const QByteArray text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VAVAILABILITY\r\nUID:a\r\n"
        "DTSTART;TZID=Europe/Berlin:20260601T000000\r\nDTEND;TZID=Europe/Berlin:20260609T100000\r\n"
        "BEGIN:AVAILABLE\r\nUID:b\r\nSUMMARY:Beratung\r\nDTSTART;TZID=Europe/Berlin:20260525T090000\r\n"
        "DTEND;TZID=Europe/Berlin:20260525T110000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU\r\n"
        "EXDATE;TZID=Europe/Berlin:20260602T090000\r\nEND:AVAILABLE\r\nEND:VAVAILABILITY\r\nEND:VCALENDAR\r\n";
    const auto reading = occurrencesIn(text, event("").window, berlin);
    REQUIRE(reading);
    REQUIRE(reading->size() == 3);
    CHECK((*reading)[0].start == utc("20260601T070000Z"));
    CHECK((*reading)[1].start == utc("20260608T070000Z"));
    CHECK((*reading)[2].start == utc("20260609T070000Z"));
    CHECK((*reading)[2].end == utc("20260609T080000Z"));
    for (const Occurrence& free : (*reading)) {
        CHECK(free.divisible);
        CHECK(free.transparent);
        CHECK(free.summary == QLatin1String("Beratung"));
    }
}

TEST_CASE("what cannot be read is refused with what and where")
{
    CHECK(refusal("<html>Please sign in</html>").contains(QLatin1String("no iCalendar")));
    CHECK(refusal("").contains(QLatin1String("no iCalendar")));
    CHECK(refusal("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260601T0900").contains(QLatin1String("not to its end")));
    CHECK(refusal(calendarOf(event("SUMMARY:x\r\n"))).startsWith(QLatin1String("VEVENT/DTSTART: there is none")));
    CHECK(refusal(calendarOf(event("DTSTART:tomorrow\r\n"))).startsWith(QLatin1String("VEVENT/DTSTART:")));
    CHECK(refusal(calendarOf(event("DTSTART:20260231T090000Z\r\n"))).startsWith(QLatin1String("VEVENT/DTSTART:")));
    CHECK(refusal(calendarOf(event("DTSTART;TZID=Mars/Olympus Mons:20260601T090000\r\n"))) ==
          QLatin1String("VEVENT/DTSTART: unknown time zone \"Mars/Olympus Mons\""));
    CHECK(refusal(calendarOf(event("DTSTART:20260601T090000Z\r\nEXDATE;TZID=Nowhere:20260601T090000\r\n"))) ==
          QLatin1String("VEVENT/EXDATE: unknown time zone \"Nowhere\""));
    CHECK(refusal(calendarOf(event("DTSTART:20260601T090000Z\r\nRRULE:FREQ=SOMETIMES\r\n")))
              .startsWith(QLatin1String("VEVENT/RRULE:")));
    CHECK(refusal(calendarOf(event("DTSTART:20260601T090000Z\r\nDTEND:20260601T080000Z\r\n")))
              .startsWith(QLatin1String("VEVENT/DTEND:")));
}

TEST_CASE("what is meant to take for ever is refused, and soon")
{
    QElapsedTimer watch;
    watch.start();
    CHECK(refusal(calendarOf(event("DTSTART:19700101T090000Z\r\nRRULE:FREQ=SECONDLY\r\n")))
              .startsWith(QLatin1String("VEVENT/RRULE:")));
    // A day that never comes: nothing but its start.
    const auto never = read(event("DTSTART:20260601T090000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"));
    CHECK((!never || never->size() == 1));
    const QByteArray large =
        calendarOf(event("DTSTART:20260601T090000Z\r\nATTACH:" + QByteArray(10 * 1024 * 1024, 'A') + "\r\n"));
    CHECK(refusal(large).contains(QLatin1String("too large")));
    CHECK(watch.elapsed() < 20'000);
}
