#include "fixture.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/calendar_ledger.h"

#include <map>

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Booking;
using domain::BookingState;
using ports::BookingErrand;

namespace {

const auto slotsAddress = QStringLiteral("https://cloud.example.org/slots");
const auto busyAddress = QStringLiteral("https://cloud.example.org/private");

struct Stretch {
    QDateTime from;
    QDateTime until;
    [[nodiscard]] bool meets(const Stretch& other) const { return from < other.until && other.from < until; }
};

Stretch taken(const domain::Slot& slot)
{
    return {slot.start.addSecs(-60 * slot.terms.preparation), slot.start.addSecs(60 * (slot.minutes + slot.terms.followUp))};
}

bool samePerson(const domain::Slot& a, const domain::Slot& b)
{
    return a.person.isNull() || b.person.isNull() || a.person == b.person;
}

/// Two seats of one bureau on one cabinet, the client's calendar, and what all of them must agree on.
class Seats : public FolderFixture {
public:
    explicit Seats(unsigned seed) : m_chance(seed)
    {
        for (auto& seat : m_seats) {
            seat.room = makeCabinetRoom(location, clock, ids);
            seat.cabinet = must(seat.room->create(tenant));
        }
        for (auto& person : m_people)
            person = ids.fresh<domain::PersonId>();
        if (chance(2) == 0) {
            m_connected = true;
            must(ledger().goOnWith({{ports::CalendarRole::Slots, slotsAddress}, {ports::CalendarRole::Busy, busyAddress}},
                                   clock.now));
        }
    }

    void step()
    {
        switch (chance(12)) {
        case 0:
        case 1:
            release();
            break;
        case 2:
            withdraw();
            break;
        case 3:
        case 4:
            look();
            break;
        case 5:
            hold();
            break;
        case 6:
            must(book().letGo(someCall()));
            m_holds.erase(m_lastCall);
            break;
        case 7:
        case 8:
            makeBooking();
            break;
        case 9:
            cancel();
            break;
        case 10:
            m_connected ? calendar() : release();
            break;
        default:
            clock.now = clock.now.addSecs(chance(600));
            break;
        }
        check();
    }

    [[nodiscard]] size_t bookingsMade() const { return m_bookings.size(); }

private:
    int chance(int count) { return static_cast<int>(m_chance() % static_cast<unsigned>(count)); }
    ports::Cabinet& seat() { return *m_seats[static_cast<size_t>(chance(2))].cabinet; }
    ports::AppointmentBook& book() { return seat().appointments(); }
    ports::CalendarLedger& ledger() { return seat().calendarLedger(); }
    domain::CallId someCall()
    {
        m_lastCall = domain::CallId(QUuid::createUuidV5(QUuid(), QString::number(chance(4))));
        return m_lastCall;
    }

    void release()
    {
        domain::Slot slot = someSlot(clock.now.addSecs(60 * 15 * (1 + chance(40))));
        slot.minutes = 10 + chance(3) * 15;
        slot.terms.preparation = chance(2) * 10;
        slot.terms.followUp = chance(2) * 15;
        if (chance(3) == 0)
            slot.terms.expires = clock.now.addSecs(chance(3600));
        slot.person = chance(3) == 0 ? domain::PersonId() : m_people[static_cast<size_t>(chance(2))];
        must(book().release({slot}));
        m_released[slot.id] = slot;
    }

    void withdraw()
    {
        if (m_released.empty())
            return;
        const auto chosen = std::next(m_released.begin(), chance(static_cast<int>(m_released.size())));
        const auto withdrawn = book().withdraw(chosen->first);
        CHECK(withdrawn.has_value() != isLive(chosen->first));
        if (withdrawn)
            m_released.erase(chosen);
    }

    void look()
    {
        ports::OfferQuery query;
        query.now = query.from = clock.now;
        query.call = someCall();
        m_offers = must(book().offers(query));
        for (const ports::Offer& offer : m_offers) {
            INFO("an offer that must not be");
            CHECK(mayBeBooked(offer.slot()));
            CHECK(offer.heldBy().isEmpty() == !heldByOther(offer.slot().id, query.call));
        }
    }

    /// By what this test knows; offers are checked against it, and so are bookings of offers that have grown old.
    [[nodiscard]] bool mayBeBooked(const domain::Slot& slot) const
    {
        const auto released = m_released.find(slot.id);
        if (released == m_released.end() || slot.start <= clock.now)
            return false;
        if (released->second.terms.expires.isValid() && released->second.terms.expires <= clock.now)
            return false;
        for (const auto& [name, busy] : m_busy) {
            if (busy.meets(taken(slot)))
                return false;
        }
        return std::none_of(m_bookings.begin(), m_bookings.end(), [&](const auto& one) {
            return holdsItsTime(one.second) &&
                   (one.second.slot.id == slot.id ||
                    (samePerson(one.second.slot, slot) && taken(one.second.slot).meets(taken(slot))));
        });
    }

    [[nodiscard]] bool heldByOther(const domain::SlotId& slot, const domain::CallId& call) const
    {
        return std::any_of(m_holds.begin(), m_holds.end(), [&](const auto& one) {
            return one.first != call && one.second.first == slot && one.second.second > clock.now;
        });
    }

    [[nodiscard]] bool isLive(const domain::SlotId& slot) const
    {
        return std::any_of(m_bookings.begin(), m_bookings.end(),
                           [&](const auto& one) { return one.second.slot.id == slot && holdsItsTime(one.second); });
    }

    const ports::Offer* someOffer()
    {
        return m_offers.empty() ? nullptr : &m_offers[static_cast<size_t>(chance(static_cast<int>(m_offers.size())))];
    }

    void hold()
    {
        const ports::Offer* offer = someOffer();
        if (!offer)
            return;
        const domain::CallId call = someCall();
        const QDateTime until = clock.now.addSecs(chance(600) + 1);
        const bool may = mayBeBooked(offer->slot()) && !heldByOther(offer->slot().id, call);
        const bool held = book().hold(*offer, {call, QStringLiteral("Anna"), until}, clock.now).has_value();
        CHECK(held == may);
        if (held)
            m_holds[call] = {offer->slot().id, until};
    }

    void makeBooking()
    {
        const ports::Offer* offer = someOffer();
        if (!offer)
            return;
        ports::BookingDraft draft;
        draft.id = ids.fresh<domain::BookingId>();
        draft.call = someCall();
        const bool may = mayBeBooked(offer->slot()) && !heldByOther(offer->slot().id, draft.call);
        const auto booked = book().book(*offer, draft, clock.now);
        CHECK(booked.has_value() == may);
        if (!booked)
            return;
        CHECK(booked->state == (m_connected ? BookingState::Noted : BookingState::Confirmed));
        m_bookings[draft.id] = *booked;
        m_holds.erase(draft.call);
    }

    void cancel()
    {
        if (m_bookings.empty())
            return;
        auto& booking = std::next(m_bookings.begin(), chance(static_cast<int>(m_bookings.size())))->second;
        const auto cancelled = book().cancel(booking.id, {QStringLiteral("Anna"), clock.now, QStringLiteral("krank")});
        CHECK(cancelled.has_value() == (booking.state != BookingState::Lost));
        if (!cancelled || booking.state == BookingState::Cancelled)
            return;
        booking.state = BookingState::Cancelled;
        booking.waiting = m_connected;
    }

    /// The calendar hears of something, or says that it is busy or no longer so.
    void calendar()
    {
        if (chance(2) == 0) {
            const QString name = QString::number(chance(3));
            ports::CalendarNews news;
            news.address = busyAddress;
            news.entries = {{name, chance(2) == 0, {}, {}}};
            m_busy.erase(name);
            if (!news.entries.front().gone) {
                ports::CalendarTime busy;
                busy.start = clock.now.addSecs(60 * chance(600));
                busy.end = busy.start.addSecs(60 * (1 + chance(3000)));
                news.entries.front().times = {busy};
                m_busy[name] = {busy.start, busy.end};
            }
            must(ledger().apply(news, clock.now));
            return;
        }
        const auto errand = must(ledger().nextErrand(clock.now));
        if (!errand)
            return;
        Booking& booking = m_bookings.at(errand->booking.id);
        CHECK((errand->kind == BookingErrand::Kind::Cancel) == (booking.state == BookingState::Cancelled));
        if (errand->kind == BookingErrand::Kind::Book && chance(3) == 0) {
            must(ledger().lose(booking.id, QStringLiteral("taken"), clock.now));
            booking.state = BookingState::Lost;
        } else {
            must(ledger().settle(booking.id, errand->kind, clock.now));
            if (errand->kind == BookingErrand::Kind::Book)
                booking.state = BookingState::Confirmed;
        }
        booking.waiting = false;
    }

    void check()
    {
        for (const auto& [id, known] : m_bookings) {
            const auto kept = must(book().booking(id));
            CHECK(kept.state == known.state);
            CHECK(kept.waiting == known.waiting);
            CHECK(kept.slot == known.slot);
            if (!holdsItsTime(kept))
                continue;
            for (const auto& [otherId, other] : m_bookings) {
                const bool clash = id != otherId && holdsItsTime(other) && samePerson(other.slot, kept.slot) &&
                                   taken(other.slot).meets(taken(kept.slot));
                CHECK_FALSE(clash);
            }
        }
    }

    struct Seat {
        std::unique_ptr<ports::CabinetRoom> room;
        std::shared_ptr<ports::Cabinet> cabinet;
    };
    std::mt19937 m_chance;
    std::array<Seat, 2> m_seats;
    std::array<domain::PersonId, 2> m_people;
    bool m_connected = false;
    domain::CallId m_lastCall;
    std::map<domain::SlotId, domain::Slot> m_released;
    std::vector<ports::Offer> m_offers; ///< some of them old
    std::map<domain::CallId, std::pair<domain::SlotId, QDateTime>> m_holds;
    std::map<domain::BookingId, Booking> m_bookings;
    std::map<QString, Stretch> m_busy;
};

} // namespace

TEST_CASE(
    "Whatever several seats do, no time is booked that was not released, is taken, or overlaps; and no booking is lost",
    "[store][appointments][property]")
{
    const auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("VORZIMMER_SEED"));
    size_t made = 0;
    for (unsigned round = 0; round < 12; ++round) {
        INFO("seed " << seed + round);
        Seats seats(seed + round);
        for (int i = 0; i < 150; ++i)
            seats.step();
        made += seats.bookingsMade();
    }
    CHECK(made > 60);
}
