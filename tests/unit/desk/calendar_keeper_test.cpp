#include "test_bureau.h"

#include "vorzimmer/desk/appointment_desk.h"
#include "vorzimmer/desk/calendar_keeper.h"
#include "vorzimmer/desk/calendar_setup.h"
#include "vorzimmer/ports/cabinet.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vorzimmer;
using namespace vorzimmer::desk;
using test::TestBureau;

namespace {

class HandCalendar : public ports::SlotCalendar {
public:
    void open(const domain::TenantId& tenant, const ports::CalendarAccess& access,
              std::shared_ptr<ports::CalendarLedger> ledger) override
    {
        opened[tenant] = access;
        ledgers[tenant] = std::move(ledger);
    }
    void close(const domain::TenantId& tenant) override
    {
        opened.erase(tenant);
        ledgers.erase(tenant);
    }
    void push(const domain::TenantId&) override {}
    void retryNow(const domain::TenantId&) override {}
    void test(const ports::CalendarAccess& access, QObject*, std::function<void(const ports::CalendarReport&)>) override
    {
        tried.push_back(access);
    }

    std::map<domain::TenantId, ports::CalendarAccess> opened;
    std::map<domain::TenantId, std::shared_ptr<ports::CalendarLedger>> ledgers;
    std::vector<ports::CalendarAccess> tried;
};

domain::Topic worded(const domain::Booking& booking, const QTimeZone&)
{
    domain::Topic task;
    task.title = QStringLiteral("call ") + booking.attendee.name;
    task.text = booking.reason;
    return task;
}

struct Seat {
    explicit Seat(TestBureau& of, const domain::User& user)
        : bureau(of), gatekeeper(bureau.office(), bureau.room(), user),
          keeper(bureau.office(), gatekeeper, calendar, &worded)
    {
    }

    void connect()
    {
        ports::CalendarAccess access;
        access.released = QUrl(QStringLiteral("https://cloud.example.org/c/hours"));
        access.busy = {QUrl(QStringLiteral("https://cloud.example.org/c/private"))};
        access.user = QStringLiteral("praxis");
        access.secret = "very secret";
        REQUIRE(bureau.onLane([&] {
            return CalendarKeeper::keepAccess(bureau.office().directory, bureau.office().keys, bureau.practice.id, access);
        }));
    }

    /// A booking that somebody else then gets.
    domain::BookingId lose()
    {
        const auto id = domain::BookingId(bureau.ids.next());
        REQUIRE(bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) -> domain::Outcome {
            const QDateTime now = bureau.clock.nowUtc();
            domain::Slot slot;
            slot.id = domain::SlotId(bureau.ids.next());
            slot.start = now.addDays(1);
            slot.minutes = 30;
            ports::AppointmentBook& book = cabinet.appointments();
            if (auto done = cabinet.calendarLedger().goOnWith({{ports::CalendarRole::Slots, QStringLiteral("a")}}, now);
                !done)
                return done;
            if (auto done = book.release({slot}); !done)
                return done;
            ports::OfferQuery query;
            query.now = query.from = now;
            const auto offers = book.offers(query);
            ports::BookingDraft draft;
            draft.id = id;
            draft.attendee.name = QStringLiteral("T. Albers");
            draft.call = domain::CallId(bureau.ids.next());
            if (auto booked = book.book(offers->front(), draft, now); !booked)
                return domain::failure(booked.error());
            return cabinet.calendarLedger().lose(id, QStringLiteral("taken"), now);
        }));
        return id;
    }

    std::vector<ports::TopicEntry> tasks()
    {
        return bureau
            .inCabinet(bureau.practice,
                       [](ports::Cabinet& cabinet) {
                           return cabinet.topicList().entries({QStringLiteral("albers"), true, false, false, 10});
                       })
            .value();
    }

    TestBureau& bureau;
    HandCalendar calendar;
    Gatekeeper gatekeeper;
    CalendarKeeper keeper;
};

} // namespace

TEST_CASE("The calendars of the clients one serves are opened, with the password out of the key ring")
{
    TestBureau bureau;
    Seat seat(bureau, bureau.anna);
    seat.connect();
    seat.keeper.start();
    REQUIRE(test::turnUntil([&] { return seat.calendar.opened.count(bureau.practice.id) == 1; }));
    const ports::CalendarAccess& access = seat.calendar.opened.at(bureau.practice.id);
    CHECK(access.released == QUrl(QStringLiteral("https://cloud.example.org/c/hours")));
    CHECK(access.busy.size() == 1);
    CHECK(access.secret == "very secret");
    CHECK(access.zone == bureau.practice.zone);
    CHECK(seat.calendar.opened.size() == 1);
}

TEST_CASE("A kept password is shown to nobody, and goes only where it was kept for")
{
    TestBureau bureau;
    Seat seat(bureau, bureau.petra);
    seat.connect();
    CalendarSetup setup(bureau.office(), seat.gatekeeper, seat.keeper, seat.calendar);
    bool loaded = false;
    std::optional<domain::Error> failure;
    QObject::connect(&setup, &CalendarSetup::loaded, &setup, [&] { loaded = true; });
    QObject::connect(&setup, &CalendarSetup::failed, &setup,
                     [&](const auto&, const domain::Error& error) { failure = error; });
    setup.load();
    REQUIRE(test::turnUntil([&] { return loaded; }));
    const auto shown = std::find_if(setup.connections().begin(), setup.connections().end(),
                                    [&](const CalendarConnection& one) { return one.tenant == bureau.practice.id; });
    REQUIRE(shown != setup.connections().end());
    CHECK(shown->connected);
    CHECK(shown->hasSecret);
    CHECK(shown->access.secret.isEmpty());

    CalendarDraft draft;
    draft.released = QStringLiteral("https://cloud.example.org/c/other");
    draft.user = QStringLiteral("praxis");
    setup.test(bureau.practice.id, draft);
    REQUIRE(test::turnUntil([&] { return seat.calendar.tried.size() == 1; }));
    CHECK(seat.calendar.tried.back().secret == "very secret");
    SECTION("another server")
    draft.released = QStringLiteral("https://elsewhere.example.org/c/hours");
    SECTION("another account")
    draft.user = QStringLiteral("somebody");
    setup.test(bureau.practice.id, draft);
    REQUIRE(test::turnUntil([&] { return failure.has_value(); }));
    CHECK(failure->fault == domain::Fault::Invalid);
    CHECK(failure->where == QStringLiteral("secret"));
    CHECK(seat.calendar.tried.size() == 1);
}

TEST_CASE("A calendar whose password is gone needs a person, and one that is taken off is opened no more")
{
    TestBureau bureau;
    Seat seat(bureau, bureau.petra);
    seat.connect();
    REQUIRE(bureau.office().keys.keep(QStringLiteral("calendar/") + bureau.practice.id.text(), {}));
    seat.keeper.start();
    REQUIRE(test::turnUntil(
        [&] { return seat.keeper.status(bureau.practice.id).state == ports::CalendarState::Blocked; }));
    CHECK(seat.calendar.opened.empty());
    REQUIRE(bureau.onLane(
        [&] { return CalendarKeeper::forgetAccess(bureau.office().directory, bureau.office().keys, bureau.practice.id); }));
    seat.keeper.reopen(bureau.practice);
    REQUIRE(test::turnUntil(
        [&] { return seat.keeper.status(bureau.practice.id).state == ports::CalendarState::NotConnected; }));
}

TEST_CASE("Calendars whose credentials are locked away need a person, and are not opened without")
{
    TestBureau bureau;
    Seat seat(bureau, bureau.petra);
    seat.connect();
    bureau.keys.locked = true;
    seat.keeper.start();
    REQUIRE(test::turnUntil(
        [&] { return seat.keeper.status(bureau.practice.id).state == ports::CalendarState::Blocked; }));
    CHECK(seat.calendar.opened.empty());

    CalendarSetup setup(bureau.office(), seat.gatekeeper, seat.keeper, seat.calendar);
    std::optional<domain::Error> failure;
    QObject::connect(&setup, &CalendarSetup::failed, &setup,
                     [&](const auto&, const domain::Error& error) { failure = error; });
    CalendarDraft asShown;
    asShown.released = QStringLiteral("https://cloud.example.org/c/hours");
    setup.connectCalendar(bureau.practice.id, asShown);
    REQUIRE(test::turnUntil([&] { return failure.has_value(); }));
    CHECK(failure->fault == domain::Fault::Locked);
}

TEST_CASE("A lost booking becomes one task to call back, now or at the next start")
{
    TestBureau bureau;
    {
        Seat seat(bureau, bureau.anna);
        seat.connect();
        seat.keeper.start();
        REQUIRE(test::turnUntil([&] { return seat.calendar.opened.size() == 1; }));
        (void)seat.lose();
        int told = 0;
        QObject::connect(&seat.keeper, &CalendarKeeper::taskMade, &seat.keeper, [&told] { ++told; });
        Q_EMIT seat.calendar.appointmentsChanged(bureau.practice.id);
        REQUIRE(test::turnUntil([&] { return told == 1; }));
        REQUIRE(seat.tasks().size() == 1);
        const domain::Topic task = seat.tasks().front().topic;
        CHECK(task.title == QStringLiteral("call T. Albers"));
        CHECK(task.text == QStringLiteral("taken"));
        CHECK(task.priority == domain::TopicPriority::High);
        CHECK(seat.tasks().front().waiting == 1); // the client hears of it, too
        Q_EMIT seat.calendar.appointmentsChanged(bureau.practice.id);
        bureau.settle();
        CHECK(seat.tasks().size() == 1);
        (void)seat.lose(); // and the program ends before anybody heard
    }
    Seat next(bureau, bureau.anna);
    next.keeper.start();
    REQUIRE(test::turnUntil([&] { return next.tasks().size() == 2; }));
}
