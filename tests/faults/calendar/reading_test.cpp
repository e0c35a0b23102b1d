#include "calendar_scene.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using ports::CalendarState;

TEST_CASE("What the client releases in its calendar is offered, and what it is busy with is not", "[calendar]")
{
    CalendarScene s(eachKind());
    s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, true);
    s.released.putTime(QStringLiteral("taken.ics"), s.nine.addSecs(3600), 30, false);
    const QDateTime noon = s.nine.addSecs(3 * 3600);
    s.released.put(QStringLiteral("series.ics"),
                   "DTSTART:" + clientTime(noon) + "\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=5\r\nEXDATE:" +
                       clientTime(noon.addDays(1)) + "\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Beratung\r\n");
    s.privately.putTime(QStringLiteral("dentist.ics"), noon.addDays(2).addSecs(600), 30, false);
    s.privately.putTime(QStringLiteral("birthday.ics"), noon.addDays(3), 30, true);
    s.connect();
    std::vector<QDateTime> starts;
    for (const ports::Offer& offer : s.desk.offers()) {
        CHECK(offer.slot().kind == QStringLiteral("Beratung"));
        CHECK(offer.slot().minutes == 30);
        starts.push_back(offer.slot().start);
    }
    CHECK(starts == std::vector<QDateTime>{s.nine, noon, noon.addDays(3), noon.addDays(4)});

    s.privately.erase(QStringLiteral("dentist.ics"));
    s.released.erase(QStringLiteral("one.ics"));
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.offers().size() == 4);
    CHECK_FALSE(s.desk.offerAt(s.nine));
    CHECK(s.desk.offerAt(noon.addDays(2)));
    CHECK(s.desk.status().readAt.isValid());
}

TEST_CASE("An entry that cannot be read is named, and the rest still comes", "[calendar]")
{
    CalendarScene s(eachKind());
    s.released.putTime(QStringLiteral("good.ics"), s.nine, 30, true);
    s.released.put(QStringLiteral("mars.ics"), "DTSTART;TZID=Mars/Olympus Mons:20300101T090000\r\nDURATION:PT30M\r\n"
                                               "TRANSP:TRANSPARENT\r\nSUMMARY:Beratung\r\n");
    s.released.put(QStringLiteral("windows.ics"),
                   "DTSTART;TZID=W. Europe Standard Time:" +
                       s.nine.addDays(1).toString(QStringLiteral("yyyyMMdd'T'HHmmss")).toLatin1() +
                       "\r\nDURATION:PT30M\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Beratung\r\n");
    s.released.put(QStringLiteral("large.ics"), "DTSTART:" + clientTime(s.nine.addDays(2)) +
                                                    "\r\nDURATION:PT30M\r\nTRANSP:TRANSPARENT\r\nDESCRIPTION:" +
                                                    QByteArray(10 * 1024 * 1024, 'A') + "\r\n");
    s.connect();
    REQUIRE(soon([&] { return s.desk.status().summary.unreadable == 2; }));
    CHECK(s.desk.status().summary.problem.contains(QStringLiteral(".ics: ")));
    const QDateTime local(s.nine.addDays(1).date(), s.nine.time(), QTimeZone("Europe/Berlin"));
    CHECK(s.desk.offerAt(s.nine));
    CHECK(s.desk.offerAt(local.toUTC()));
    CHECK(s.desk.offers().size() == 2);
    s.released.erase(QStringLiteral("mars.ics"));
    s.released.erase(QStringLiteral("large.ics"));
    REQUIRE(s.desk.refresh());
    CHECK(soon([&] { return s.desk.status().summary.unreadable == 0; }));
}

TEST_CASE("A web page with status 200 is no calendar, and takes nothing away", "[calendar]")
{
    CalendarScene s(oneKind());
    s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, true);
    s.connect();
    s.proxy.setPlan([](const SeenRequest&) { return Fault::answerWith(200, "<html>Please sign in</html>", "text/html"); });
    REQUIRE(soon([&] { return s.desk.status().state == CalendarState::Unreachable; }));
    CHECK(s.desk.status().problem.contains(QStringLiteral("web page")));
    CHECK(s.desk.offers().size() == 1);
    s.proxy.setPlan({});
    CHECK(soon([&] { return s.desk.status().state == CalendarState::Current; }));
}

TEST_CASE("A password that is wrong needs a person, and nothing is lost meanwhile", "[calendar]")
{
    CalendarScene s(oneKind());
    s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, true);
    s.connect();
    s.desk.stop();
    auto access = s.access();
    access.secret = "wrong";
    s.desk.connectCalendars(access);
    REQUIRE(soon([&] { return s.desk.status().state == CalendarState::Blocked; }));
    CHECK(s.desk.status().problem.contains(QStringLiteral("401")));
    CHECK(s.desk.offers().size() == 1);
}

TEST_CASE("An account's calendars are found from the server's address, the account's or a calendar's", "[calendar]")
{
    CalendarScene s(eachKind());
    s.connect();
    const auto tried = [&](const QString& path) {
        ports::CalendarAccess access = s.access();
        access.released = s.at(path);
        std::optional<ports::CalendarReport> report;
        QObject receiver;
        s.desk.calendars().test(access, &receiver, [&](const ports::CalendarReport& found) { report = found; });
        REQUIRE(soon([&] { return report.has_value(); }));
        return *report;
    };
    const auto calendar = tried(s.released.path());
    CHECK(calendar.reachable);
    CHECK(calendar.writable);
    CHECK(calendar.name == QStringLiteral("Sprechstunde"));
    for (const QString& path : {QStringLiteral("/"), s.server->principal() + QLatin1Char('/'), s.released.path()}) {
        INFO(path.toStdString());
        const auto report = tried(path);
        const auto named = [&](const QString& name) {
            return std::count_if(report.calendars.begin(), report.calendars.end(),
                                 [&](const ports::FoundCalendar& one) { return one.name == name; });
        };
        CHECK(named(QStringLiteral("Sprechstunde")) >= 1);
        CHECK(named(QStringLiteral("Privat")) >= 1);
    }
    CHECK_FALSE(tried(QStringLiteral("/")).reachable);
    CHECK_FALSE(tried(s.released.path() + QStringLiteral("/nothing")).reachable);
}
