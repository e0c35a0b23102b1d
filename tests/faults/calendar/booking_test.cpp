#include "calendar_scene.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::BookingState;

namespace {

int countOf(const QByteArray& text, const QByteArray& what)
{
    return static_cast<int>(QByteArray(text).replace("\r\n ", "").count(what));
}

/// One released time, seen by the desk.
struct OneTime : CalendarScene {
    explicit OneTime(DavKind kind, const QByteArray& more = {}) : CalendarScene(kind)
    {
        released.putTime(QStringLiteral("one.ics"), nine, 30, true, more);
        connect();
    }
    ports::Offer offer() { return desk.offerAt(nine).value(); }
    QByteArray text() { return released.text(QStringLiteral("one.ics")); }
};

} // namespace

TEST_CASE(
    "A booking stands in the client's calendar before it is called booked, and is read back after other writers are done",
    "[calendar]")
{
    OneTime s(eachKind(), "X-OTHER-TOOL:keep me\r\nDESCRIPTION:Raum 3\r\n");
    s.proxy.forget();
    QElapsedTimer sinceWrite;
    qint64 readAfter = -1;
    s.proxy.setPlan([&](const SeenRequest& request) {
        if (request.method == "PUT")
            sinceWrite.start();
        if (request.method == "GET" && sinceWrite.isValid() && readAfter < 0)
            readAfter = sinceWrite.elapsed();
        return Fault::none();
    });
    const auto booked = s.desk.book(s.offer());
    REQUIRE(booked);
    CHECK(booked->state == BookingState::Noted);
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Confirmed));
    CHECK(readAfter >= 300);
    const QByteArray text = s.text();
    CHECK(countOf(text, "TRANSP:OPAQUE") == 1);
    CHECK(countOf(text, "X-VORZIMMER-BOOKING:" + booked->id.text().toLatin1()) == 1);
    CHECK(countOf(text, "SUMMARY:Beratung - Frau Albers") == 1);
    CHECK(countOf(text, "X-OTHER-TOOL:keep me") == 1);
    CHECK(s.desk.offers().empty());
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.booking(booked->id).state == BookingState::Confirmed);

    s.desk.cancel(booked->id);
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Cancelled));
    const QByteArray freed = s.text();
    CHECK(countOf(freed, "TRANSP:TRANSPARENT") == 1);
    CHECK(countOf(freed, "X-VORZIMMER") == 0);
    CHECK(countOf(freed, "SUMMARY:Beratung\r\n") == 1);
    CHECK(countOf(freed, "DESCRIPTION:Raum 3") == 1);
    CHECK(countOf(freed, "Albers") == 0);
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.offerAt(s.nine));
}

TEST_CASE("One time of a series is booked by itself, and given back by itself", "[calendar]")
{
    CalendarScene s(eachKind());
    s.released.put(QStringLiteral("series.ics"),
                   "DTSTART:" + clientTime(s.nine) + "\r\nDTEND:" + clientTime(s.nine.addSecs(1800)) +
                       "\r\nRRULE:FREQ=DAILY;COUNT=4\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Beratung\r\n");
    s.connect();
    REQUIRE(s.desk.offers().size() == 4);
    const auto booked = s.desk.book(s.desk.offerAt(s.nine.addDays(1)).value());
    REQUIRE(booked);
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Confirmed));
    const QByteArray text = s.released.text(QStringLiteral("series.ics"));
    CHECK(countOf(text, "BEGIN:VEVENT") == 2);
    CHECK(countOf(text, "RECURRENCE-ID:" + clientTime(s.nine.addDays(1))) == 1);
    CHECK(countOf(text, "RRULE:FREQ=DAILY;COUNT=4") == 1);
    CHECK(countOf(text, "TRANSP:OPAQUE") == 1);
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.offers().size() == 3);
    CHECK(s.desk.booking(booked->id).state == BookingState::Confirmed);

    const auto second = s.desk.book(s.desk.offerAt(s.nine.addDays(2)).value());
    REQUIRE(s.desk.waitFor(second->id, BookingState::Confirmed));
    s.desk.cancel(booked->id);
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Cancelled));
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.offerAt(s.nine.addDays(1)));
    CHECK_FALSE(s.desk.offerAt(s.nine.addDays(2)));
    CHECK(s.desk.booking(second->id).state == BookingState::Confirmed);
}

TEST_CASE("A time that was released at the desk gets an entry of its own in the client's calendar", "[calendar]")
{
    CalendarScene s(eachKind());
    s.connect();
    domain::Slot slot;
    slot.id = domain::SlotId(QUuid::createUuid());
    slot.start = s.nine;
    slot.minutes = 20;
    slot.kind = QStringLiteral("Rückruf");
    REQUIRE(s.desk.inCabinet([slot](ports::Cabinet& cabinet) { return cabinet.appointments().release({slot}); }));
    const auto booked = s.desk.book(s.desk.offerAt(s.nine).value());
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Confirmed));
    const QString name = booked->id.text() + QStringLiteral(".ics");
    CHECK(countOf(s.released.text(name), "DTSTART:" + clientTime(s.nine)) == 1);
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.booking(booked->id).state == BookingState::Confirmed);
    s.desk.cancel(booked->id);
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Cancelled));
    CHECK(s.released.text(name).isEmpty());
    CHECK(s.desk.offerAt(s.nine));
}

TEST_CASE("A time that somebody else has taken is lost, and the caller was not told that it is booked", "[calendar]")
{
    OneTime s(eachKind());
    const auto offer = s.offer();
    SECTION("the client gave it to somebody")
    {
        s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, false);
    }
    SECTION("the client took it back")
    {
        s.released.erase(QStringLiteral("one.ics"));
    }
    SECTION("the client moved it")
    {
        s.released.putTime(QStringLiteral("one.ics"), s.nine.addSecs(3600), 30, true);
    }
    SECTION("the client is busy by now")
    {
        s.privately.putTime(QStringLiteral("x.ics"), s.nine.addSecs(600), 5, false);
    }
    SECTION("between our reading and our writing")
    {
        s.proxy.setPlan([&, done = false](const SeenRequest& request) mutable {
            if (request.method == "PUT" && !std::exchange(done, true))
                s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, false);
            return Fault::none();
        });
    }
    SECTION("right after our writing, by one who does not look")
    {
        s.proxy.setPlan([&, written = false, done = false](const SeenRequest& request) mutable {
            if (written && request.method == "GET" && !std::exchange(done, true))
                s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, false);
            written = written || request.method == "PUT";
            return Fault::none();
        });
    }
    // The desk may have read the news before it could book: then the time is not to be had at all.
    const auto booked = s.desk.book(offer);
    if (!booked)
        return;
    CHECK(booked->state == BookingState::Noted);
    REQUIRE(s.desk.waitUntilSettled(booked->id, std::chrono::seconds(60)));
    CHECK(s.desk.booking(booked->id).state == BookingState::Lost);
    CHECK_FALSE(s.desk.booking(booked->id).reason.isEmpty());
    CHECK(countOf(s.text(), "X-VORZIMMER-BOOKING") == 0);
}

TEST_CASE("Whatever happens to the request on its way, the booking is made once", "[calendar]")
{
    const auto kind = eachKind();
    const Fault faults[] = {Fault::loseReply(Ending::Fin),
                            Fault::loseReply(Ending::Reset),
                            Fault::drop(),
                            Fault::twice(),
                            Fault::answerWith(500, "oops", "text/plain"),
                            Fault::answerWith(207, "<multistatus xmlns=\"DAV:\"/>", "application/xml"),
                            Fault::sendAway(503, "0"),
                            Fault::cutAfter(5),
                            Fault::delay(std::chrono::milliseconds(400))};
    OneTime s(kind);
    int number = 0;
    for (const Fault& fault : faults) {
        INFO("fault " << number);
        const QString name = QStringLiteral("t%1.ics").arg(number);
        const QDateTime start = s.nine.addDays(1 + number++);
        s.released.putTime(name, start, 30, true);
        REQUIRE(s.desk.refresh());
        s.proxy.failNext("PUT", fault);
        const auto booked = s.desk.book(s.desk.offerAt(start).value());
        REQUIRE(booked);
        REQUIRE(s.desk.waitFor(booked->id, BookingState::Confirmed));
        CHECK(countOf(s.released.text(name), "X-VORZIMMER-BOOKING:" + booked->id.text().toLatin1()) == 1);
        CHECK(countOf(s.released.text(name), "BEGIN:VEVENT") == 1);
    }
}

TEST_CASE("Without the network a booking is noted, and comes true or is lost when it is back", "[calendar]")
{
    OneTime s(eachKind());
    const auto offer = s.offer();
    s.proxy.down();
    const auto booked = s.desk.book(offer);
    REQUIRE(booked);
    CHECK(booked->state == BookingState::Noted);
    REQUIRE(soon([&] { return s.desk.status().state == ports::CalendarState::Unreachable; }));
    CHECK(s.desk.booking(booked->id).state == BookingState::Noted);
    SECTION("nobody else wanted it")
    {
        s.proxy.up();
        CHECK(s.desk.waitFor(booked->id, BookingState::Confirmed));
    }
    SECTION("somebody else has it")
    {
        s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, false);
        s.proxy.up();
        CHECK(s.desk.waitFor(booked->id, BookingState::Lost));
        CHECK(s.desk.inCabinet(
                  [](ports::Cabinet& cabinet) { return cabinet.appointments().unreportedLosses().value().size(); }) == 1);
    }
    SECTION("the caller thinks better of it")
    {
        s.desk.cancel(booked->id);
        s.proxy.up();
        CHECK(s.desk.waitFor(booked->id, BookingState::Cancelled));
        CHECK(countOf(s.text(), "TRANSP:TRANSPARENT") == 1);
    }
    SECTION("the program ends meanwhile")
    {
        s.desk.stop();
        s.proxy.up();
        s.desk.connectCalendars(s.access());
        CHECK(s.desk.waitFor(booked->id, BookingState::Confirmed));
    }
}

TEST_CASE("A booking that the client deletes is lost and said so", "[calendar]")
{
    OneTime s(eachKind());
    const auto booked = s.desk.book(s.offer());
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Confirmed));
    s.released.erase(QStringLiteral("one.ics"));
    CHECK(s.desk.waitFor(booked->id, BookingState::Lost));
}
