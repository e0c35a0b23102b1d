#include "fixture.h"

#include "cabinet/sqlite_cabinet_room.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/calendar_ledger.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::BookingState;
using domain::Fault;
using ports::BookingErrand;
using ports::CalendarRole;

namespace {

const auto slotsAddress = QStringLiteral("https://cloud.example.org/slots");
const auto busyAddress = QStringLiteral("https://cloud.example.org/private");

class Appointments : public CabinetFixture {
public:
    ports::AppointmentBook& book = cabinet->appointments();
    ports::CalendarLedger& ledger = cabinet->calendarLedger();

    [[nodiscard]] QDateTime at(int hour, int minute = 0) const { return {QDate(2026, 9, 15), QTime(hour, minute), Qt::UTC}; }

    domain::Slot release(const QDateTime& start, const domain::SlotTerms& terms = {}, const domain::PersonId& person = {})
    {
        domain::Slot slot = someSlot(start);
        slot.terms = terms;
        slot.person = person;
        must(book.release({slot}));
        return slot;
    }

    std::vector<ports::Offer> offers(const QString& kind = {})
    {
        ports::OfferQuery query;
        query.now = query.from = clock.now;
        query.kind = kind;
        return must(book.offers(query));
    }

    ports::BookingDraft draft(const QString& name = QStringLiteral("T. Albers"))
    {
        ports::BookingDraft made;
        made.id = ids.fresh<domain::BookingId>();
        made.attendee = {ids.fresh<domain::CallerId>(), name, QStringLiteral("0152 28817386"), QStringLiteral("nüchtern")};
        made.call = ids.fresh<domain::CallId>();
        made.madeBy = QStringLiteral("Anna Brandt");
        return made;
    }

    domain::Booking bookFirst() { return must(book.book(offers().front(), draft(), clock.now)); }

    void connectCalendars()
    {
        must(ledger.goOnWith({{CalendarRole::Slots, slotsAddress}, {CalendarRole::Busy, busyAddress}}, clock.now));
    }

    ports::CalendarTime time(const QDateTime& start, bool free, const domain::BookingId& booking = {}) const
    {
        ports::CalendarTime one;
        one.start = start;
        one.end = start.addSecs(20 * 60);
        one.free = free;
        one.kind = QStringLiteral("Blutabnahme");
        one.booking = booking;
        return one;
    }

    void tell(const QString& address, const QString& name, std::vector<ports::CalendarTime> times,
              const QString& problem = {})
    {
        ports::CalendarNews news;
        news.address = address;
        news.entries = {{name, false, std::move(times), problem}};
        news.cursor = QStringLiteral("token 1");
        news.expandedUntil = clock.now.addDays(400);
        CHECK(must(ledger.apply(news, clock.now)));
    }

    void tellGone(const QString& address, const QString& name)
    {
        ports::CalendarNews news;
        news.address = address;
        news.entries = {{name, true, {}, {}}};
        CHECK(must(ledger.apply(news, clock.now)));
    }

    BookingState stateOf(const domain::BookingId& id) { return must(book.booking(id)).state; }
};

} // namespace

TEST_CASE("What is released is offered, what is booked is not, and what is cancelled is again", "[store][appointments]")
{
    Appointments f;
    CHECK(f.offers().empty());
    f.release(f.at(10));
    const domain::Slot early =
        f.release(f.at(9), {QStringLiteral("Labor"), 5, 10, {}, QStringLiteral("Dr. Hanna Feld"), false});
    REQUIRE(f.offers().size() == 2);
    CHECK(f.offers().front().slot() == early);

    const auto draft = f.draft();
    const auto booking = must(f.book.book(f.offers().front(), draft, f.clock.now));
    CHECK(booking.state == BookingState::Confirmed); // no calendar has a say
    CHECK(booking.slot == early);
    CHECK(booking.attendee == draft.attendee);
    CHECK(booking.madeBy == QStringLiteral("Anna Brandt"));
    CHECK(must(f.book.booking(draft.id)) == booking);
    CHECK(f.offers().size() == 1);
    CHECK(must(f.cabinet->freeSlots(f.clock.now, f.at(23))).size() == 1);
    CHECK(must(f.book.bookings(f.clock.now, 10)).size() == 1);

    must(f.book.cancel(booking.id, {QStringLiteral("Anna Brandt"), f.clock.now, QStringLiteral("verhindert")}));
    const auto cancelled = must(f.book.booking(booking.id));
    CHECK(cancelled.state == BookingState::Cancelled);
    CHECK(cancelled.reason == QStringLiteral("verhindert"));
    CHECK_FALSE(cancelled.waiting);
    CHECK(f.offers().size() == 2);
}

TEST_CASE("A time is booked once, and the same booking twice is once", "[store][appointments]")
{
    Appointments f;
    f.release(f.at(9));
    const auto offer = f.offers().front();
    const auto draft = f.draft();
    const auto booking = must(f.book.book(offer, draft, f.clock.now));
    CHECK(must(f.book.book(offer, draft, f.clock.now)) == booking);
    CHECK(faultOf(f.book.book(offer, f.draft(), f.clock.now)) == Fault::Conflict);
}

TEST_CASE("The file itself refuses a second holder of a time", "[store][appointments]")
{
    Appointments f;
    const auto slot = f.release(f.at(9));
    f.bookFirst();
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    domain::Booking second;
    second.id = f.ids.fresh<domain::BookingId>();
    second.slot = slot;
    second.madeAt = second.changedAt = f.clock.now;
    CHECK_FALSE(file->bookings.add(second, BookingTable::Pending::None));
}

TEST_CASE("A withdrawn or expired time cannot be booked, whoever was offered it before", "[store][appointments]")
{
    Appointments f;
    domain::SlotTerms terms;
    terms.expires = f.clock.now.addSecs(600);
    f.release(f.at(9), terms);
    const auto withdrawn = f.release(f.at(10));
    const auto offers = f.offers();
    REQUIRE(offers.size() == 2);
    must(f.book.withdraw(withdrawn.id));
    f.clock.now = f.clock.now.addSecs(601);
    CHECK(f.offers().empty());
    for (const ports::Offer& offer : offers)
        CHECK(faultOf(f.book.book(offer, f.draft(), f.clock.now)) == Fault::Conflict);
}

TEST_CASE("A booked time is not withdrawn behind the caller's back", "[store][appointments]")
{
    Appointments f;
    const auto slot = f.release(f.at(9));
    const auto booking = f.bookFirst();
    CHECK(f.book.withdraw(slot.id).error().fault == Fault::Conflict);
    must(f.book.cancel(booking.id, {QStringLiteral("Anna"), f.clock.now, {}}));
    must(f.book.withdraw(slot.id));
    CHECK(f.offers().empty());
    CHECK(must(f.book.booking(booking.id)).slot == slot); // what was agreed stays known
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("What lies around an appointment stays free, for the person whom it takes", "[store][appointments]")
{
    Appointments f;
    const auto doctor = f.ids.fresh<domain::PersonId>();
    const auto nurse = f.ids.fresh<domain::PersonId>();
    const domain::SlotTerms around{{}, 10, 15, {}, {}, false};
    f.release(f.at(9), around, doctor); // takes 8:50 to 9:35
    f.release(f.at(9, 25), {}, doctor);
    f.release(f.at(9, 35), {}, doctor);
    f.release(f.at(9, 40), around, doctor); // its preparation begins at 9:30
    f.release(f.at(9), {}, nurse);
    f.release(f.at(9, 10)); // nobody in particular
    REQUIRE(f.offers().size() == 6);
    for (const ports::Offer& offer : f.offers()) {
        if (offer.slot().start == f.at(9) && offer.slot().person == doctor)
            must(f.book.book(offer, f.draft(), f.clock.now));
    }
    const auto left = f.offers();
    REQUIRE(left.size() == 2);
    CHECK(left[0].slot().person == nurse);
    CHECK(left[1].slot().start == f.at(9, 35));
}

TEST_CASE("A held time is shown as held, kept for its call, and free again when that is over", "[store][appointments]")
{
    Appointments f;
    f.release(f.at(9));
    f.release(f.at(10));
    const auto call = f.ids.fresh<domain::CallId>();
    const ports::Hold hold{call, QStringLiteral("Anna Brandt"), f.clock.now.addSecs(300)};
    const auto first = f.offers().front();
    must(f.book.hold(first, hold, f.clock.now));
    must(f.book.hold(first, hold, f.clock.now));
    CHECK(f.offers().front().heldBy() == QStringLiteral("Anna Brandt"));
    const ports::Hold other{f.ids.fresh<domain::CallId>(), QStringLiteral("Bernd"), f.clock.now.addSecs(300)};
    CHECK(f.book.hold(first, other, f.clock.now).error().fault == Fault::Conflict);
    CHECK(faultOf(f.book.book(first, f.draft(), f.clock.now)) == Fault::Conflict);

    SECTION("its own call books it")
    {
        auto draft = f.draft();
        draft.call = call;
        must(f.book.book(first, draft, f.clock.now));
    }
    SECTION("one call holds one time")
    {
        must(f.book.hold(f.offers().back(), hold, f.clock.now));
        CHECK(f.offers().front().heldBy().isEmpty());
        CHECK(f.offers().back().heldBy() == QStringLiteral("Anna Brandt"));
    }
    SECTION("the call ends")
    {
        must(f.book.letGo(call));
        must(f.book.hold(first, other, f.clock.now));
    }
    SECTION("the minutes are over")
    {
        f.clock.now = f.clock.now.addSecs(300);
        CHECK(f.offers().front().heldBy().isEmpty());
        must(f.book.book(first, f.draft(), f.clock.now));
    }
}

TEST_CASE("Offers follow kind, person, part of the day and day", "[store][appointments]")
{
    Appointments f;
    const auto doctor = f.ids.fresh<domain::PersonId>();
    for (int day = 0; day < 40; ++day) {
        f.release(f.at(7).addDays(day), {}, doctor); // 9:00 in Berlin
        f.release(f.at(13).addDays(day));
    }
    ports::OfferQuery query;
    query.now = query.from = f.clock.now;
    query.zone = QTimeZone("Europe/Berlin");
    query.limit = 100;
    CHECK(must(f.book.offers(query)).size() == 80);
    query.latest = QTime(12, 0);
    CHECK(must(f.book.offers(query)).size() == 40);
    query.latest = {};
    query.earliest = QTime(12, 0);
    query.limit = 7;
    auto afternoons = must(f.book.offers(query));
    REQUIRE(afternoons.size() == 7);
    CHECK(afternoons.back().slot().start == f.at(13).addDays(6));
    query.from = afternoons.back().slot().start.addSecs(1);
    CHECK(must(f.book.offers(query)).front().slot().start == f.at(13).addDays(7));
    query.kind = QStringLiteral("Beratung");
    CHECK(must(f.book.offers(query)).empty());
    query.kind = QStringLiteral("Blutabnahme");
    query.person = f.ids.fresh<domain::PersonId>();
    query.earliest = {};
    CHECK(must(f.book.offers(query)).size() == 7); // those of nobody in particular
}

TEST_CASE("With a calendar a booking is noted until the calendar has it", "[store][appointments]")
{
    Appointments f;
    f.connectCalendars();
    f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), true)});
    REQUIRE(f.offers().size() == 1);
    CHECK(f.offers().front().slot().terms.fromCalendar);
    const auto booking = f.bookFirst();
    CHECK(booking.state == BookingState::Noted);
    CHECK(booking.waiting);
    CHECK(must(f.ledger.summary()).waiting == 1);
    const auto errand = must(f.ledger.nextErrand(f.clock.now));
    REQUIRE(errand);
    CHECK(errand->kind == BookingErrand::Kind::Book);
    CHECK(errand->entry == QStringLiteral("a.ics"));
    CHECK(errand->booking == booking);

    SECTION("put off, it comes back when its time has come")
    {
        must(f.ledger.postpone(booking.id, f.clock.now.addSecs(30), QStringLiteral("no network")));
        CHECK_FALSE(must(f.ledger.nextErrand(f.clock.now)));
        const auto again = must(f.ledger.nextErrand(f.clock.now.addSecs(30)));
        REQUIRE(again);
        CHECK(again->attempt == 1);
        CHECK(again->booking.problem == QStringLiteral("no network"));
    }
    SECTION("confirmed, it stands as the calendar shows it")
    {
        must(f.ledger.settle(booking.id, errand->kind, f.clock.now));
        CHECK(f.stateOf(booking.id) == BookingState::Confirmed);
        CHECK_FALSE(must(f.ledger.nextErrand(f.clock.now)));
        f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), false, booking.id)});
        CHECK(f.stateOf(booking.id) == BookingState::Confirmed);
        CHECK(must(f.ledger.isClear(booking.id)));
    }
    SECTION("lost, it is owed to somebody and the time is not offered as long as it is taken")
    {
        f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), false)});
        must(f.ledger.lose(booking.id, QStringLiteral("taken"), f.clock.now));
        CHECK(f.stateOf(booking.id) == BookingState::Lost);
        CHECK(f.offers().empty());
        REQUIRE(must(f.book.unreportedLosses()).size() == 1);
        must(f.book.noteReported(booking.id));
        CHECK(must(f.book.unreportedLosses()).empty());
        CHECK(f.book.cancel(booking.id, {{}, f.clock.now, {}}).error().fault == Fault::Conflict);
    }
    SECTION("cancelled, the calendar must hear of it before anybody else gets the time")
    {
        must(f.ledger.settle(booking.id, errand->kind, f.clock.now));
        must(f.book.cancel(booking.id, {QStringLiteral("Anna"), f.clock.now, QStringLiteral("krank")}));
        CHECK(f.offers().empty());
        const auto telling = must(f.ledger.nextErrand(f.clock.now));
        REQUIRE(telling);
        CHECK(telling->kind == BookingErrand::Kind::Cancel);
        must(f.ledger.settle(booking.id, telling->kind, f.clock.now));
        CHECK(f.offers().size() == 1);
        CHECK(must(f.book.booking(booking.id)).reason == QStringLiteral("krank"));
    }
    SECTION("without the calendar nobody else has a say any more")
    {
        must(f.ledger.goOnWith({}, f.clock.now));
        CHECK(f.stateOf(booking.id) == BookingState::Confirmed);
        CHECK(f.offers().empty());
        CHECK(must(f.cabinet->flaws()).empty());
    }
}

TEST_CASE("An appointment that the client takes out of the calendar is lost, and somebody hears of it",
          "[store][appointments]")
{
    Appointments f;
    f.connectCalendars();
    f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), true)});
    const auto booking = f.bookFirst();
    must(f.ledger.settle(booking.id, BookingErrand::Kind::Book, f.clock.now));
    f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), false, booking.id)});
    SECTION("deleted")
    {
        f.tellGone(slotsAddress, QStringLiteral("a.ics"));
    }
    SECTION("set free again")
    {
        f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), true)});
    }
    SECTION("moved")
    {
        f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(11), false, booking.id)});
    }
    SECTION("given to somebody else")
    {
        f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), false)});
    }
    SECTION("missing from a whole list")
    {
        ports::CalendarNews news;
        news.address = slotsAddress;
        news.complete = true;
        must(f.ledger.apply(news, f.clock.now));
    }
    CHECK(f.stateOf(booking.id) == BookingState::Lost);
    CHECK(must(f.book.unreportedLosses()).size() == 1);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("Busy time is never offered, with what must lie around an appointment", "[store][appointments]")
{
    Appointments f;
    f.connectCalendars();
    domain::AppointmentKind kind;
    kind.name = QStringLiteral("blutabnahme");
    kind.preparation = 10;
    must(f.book.saveKind(kind));
    f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), true)});
    f.tell(slotsAddress, QStringLiteral("b.ics"), {f.time(f.at(10), true)});
    CHECK(f.offers().size() == 2);
    CHECK(f.offers().front().slot().terms.preparation == 10);
    f.tell(busyAddress, QStringLiteral("x.ics"), {f.time(f.at(8, 35), false)}); // until 8:55
    CHECK(f.offers().size() == 1);
    f.tell(busyAddress, QStringLiteral("x.ics"), {f.time(f.at(8, 30), false)}); // until 8:50
    CHECK(f.offers().size() == 2);
    ports::CalendarTime week = f.time(f.at(0).addDays(-3), false);
    week.end = f.at(9, 30);
    f.tell(busyAddress, QStringLiteral("x.ics"), {week});
    CHECK(f.offers().size() == 1);
    f.tellGone(busyAddress, QStringLiteral("x.ics"));
    CHECK(f.offers().size() == 2);

    const auto booking = f.bookFirst();
    CHECK(must(f.ledger.isClear(booking.id)));
    f.tell(busyAddress, QStringLiteral("y.ics"), {f.time(f.at(9, 10), false)});
    CHECK_FALSE(must(f.ledger.isClear(booking.id)));
}

TEST_CASE("An availability is made into appointments of its kind", "[store][appointments]")
{
    Appointments f;
    f.connectCalendars();
    domain::AppointmentKind kind;
    kind.name = QStringLiteral("Blutabnahme");
    kind.minutes = 20;
    kind.preparation = 5;
    kind.followUp = 5;
    must(f.book.saveKind(kind));
    ports::CalendarTime free = f.time(f.at(9), true);
    free.end = f.at(11);
    free.divisible = true;
    f.tell(slotsAddress, QStringLiteral("v.ics"), {free});
    const auto offers = f.offers();
    REQUIRE(offers.size() == 4);
    CHECK(offers[0].slot().start == f.at(9, 5));
    CHECK(offers[3].slot().start == f.at(10, 35));
    const auto booking = f.bookFirst();
    CHECK(must(f.ledger.nextErrand(f.clock.now))->entry.isEmpty()); // an entry of its own is made
    CHECK(f.offers().size() == 3);
    must(f.ledger.settle(booking.id, BookingErrand::Kind::Book, f.clock.now));
    const QString own = booking.id.text() + QStringLiteral(".ics");
    f.tell(slotsAddress, own, {f.time(f.at(9, 5), false, booking.id)});
    CHECK(f.offers().size() == 3);
    CHECK(f.stateOf(booking.id) == BookingState::Confirmed);
    f.tellGone(slotsAddress, own);
    CHECK(f.stateOf(booking.id) == BookingState::Lost);
}

TEST_CASE("An appointment is changed by another that takes its place once it is certain", "[store][appointments]")
{
    Appointments f;
    f.connectCalendars();
    f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), true)});
    const auto old = f.bookFirst();
    must(f.ledger.settle(old.id, BookingErrand::Kind::Book, f.clock.now));
    f.tell(slotsAddress, QStringLiteral("b.ics"), {f.time(f.at(10), true)});
    auto draft = f.draft();
    draft.replaces = old.id;
    draft.reason = QStringLiteral("lieber später");
    const auto moved = must(f.book.book(f.offers().front(), draft, f.clock.now));
    CHECK(f.stateOf(old.id) == BookingState::Confirmed); // not before the new one is certain
    must(f.ledger.settle(moved.id, BookingErrand::Kind::Book, f.clock.now));
    CHECK(f.stateOf(moved.id) == BookingState::Confirmed);
    CHECK(must(f.book.booking(old.id)).reason == QStringLiteral("lieber später"));
    CHECK(f.stateOf(old.id) == BookingState::Cancelled);
    CHECK(must(f.ledger.nextErrand(f.clock.now))->booking.id == old.id);
}

TEST_CASE("What cannot be read is counted and named, and another list of calendars is another matter",
          "[store][appointments]")
{
    Appointments f;
    f.connectCalendars();
    f.tell(busyAddress, QStringLiteral("x.ics"), {}, QStringLiteral("VEVENT/DTSTART: unknown time zone \"Mars\""));
    CHECK(must(f.ledger.summary()).unreadable == 1);
    CHECK(must(f.ledger.summary()).problem.contains(QStringLiteral("x.ics: VEVENT/DTSTART")));
    CHECK(must(f.ledger.marks()).size() == 2);
    CHECK(must(f.ledger.marks()).back().cursor == QStringLiteral("token 1"));
    f.tell(slotsAddress, QStringLiteral("a.ics"), {f.time(f.at(9), true)});
    must(f.ledger.goOnWith({{CalendarRole::Slots, busyAddress}}, f.clock.now));
    REQUIRE(must(f.ledger.marks()).size() == 1);
    CHECK(must(f.ledger.marks()).front().cursor.isEmpty());
    CHECK(must(f.ledger.summary()).unreadable == 0);
    CHECK(f.offers().empty());
    ports::CalendarNews late;
    late.address = slotsAddress;
    CHECK(faultOf(f.ledger.apply(late, f.clock.now)) == Fault::NotFound);
}

TEST_CASE("Kinds are kept by name, and a kind that cannot be is refused", "[store][appointments]")
{
    Appointments f;
    domain::AppointmentKind kind{QStringLiteral("Erstgespräch"), 45, 5, 10, f.ids.fresh<domain::PersonId>(),
                                 QStringLiteral("Neu")};
    must(f.book.saveKind(kind));
    kind.minutes = 50;
    must(f.book.saveKind(kind));
    CHECK(must(f.book.kinds()) == std::vector<domain::AppointmentKind>{kind});
    kind.minutes = 0;
    CHECK(f.book.saveKind(kind).error().fault == Fault::Invalid);
    must(f.book.removeKind(kind.name));
    CHECK(must(f.book.kinds()).empty());
}
