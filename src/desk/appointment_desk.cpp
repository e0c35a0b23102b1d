#include "vorzimmer/desk/appointment_desk.h"

#include "vorzimmer/ports/cabinet.h"

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

namespace {

constexpr int bookingsShown = 200;
constexpr int releasedShown = 500;
constexpr int holdMinutes = 5;

/// What one reading brings.
struct Papers {
    std::vector<ports::Offer> offers;
    std::vector<domain::Booking> bookings;
    std::vector<domain::Slot> released;
    std::vector<domain::AppointmentKind> kinds;
    std::vector<domain::Person> people;
};

Result<Papers> papersFor(ports::Cabinet& cabinet, const ports::OfferQuery& query)
{
    ports::AppointmentBook& book = cabinet.appointments();
    auto offers = book.offers(query);
    if (!offers)
        return domain::failure(offers.error());
    auto bookings = book.bookings(query.now, bookingsShown);
    if (!bookings)
        return domain::failure(bookings.error());
    auto released = book.released(query.now, releasedShown);
    if (!released)
        return domain::failure(released.error());
    auto kinds = book.kinds();
    if (!kinds)
        return domain::failure(kinds.error());
    auto people = cabinet.people();
    if (!people)
        return domain::failure(people.error());
    return Papers{std::move(*offers), std::move(*bookings), std::move(*released), std::move(*kinds), std::move(*people)};
}

} // namespace

AppointmentDesk::AppointmentDesk(Office& office, CabinetHandle cabinet, domain::User user, domain::CallId call,
                                 QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user)), m_call(call)
{
}

AppointmentDesk::~AppointmentDesk()
{
    if (!m_held.isNull())
        m_cabinet.write(
            this, [call = m_call](ports::Cabinet& cabinet) { return cabinet.appointments().letGo(call); },
            [](const Outcome&) {});
}

void AppointmentDesk::load(const ports::OfferQuery& query)
{
    m_query = query;
    m_query.now = nowUtc();
    m_query.call = m_call;
    const quint64 asked = ++m_asked;
    m_cabinet.read(
        this, [query = m_query](ports::Cabinet& cabinet) { return papersFor(cabinet, query); },
        [this, asked](Result<Papers> papers) {
            if (asked != m_asked)
                return;
            if (!papers) {
                Q_EMIT failed(papers.error());
                return;
            }
            m_offers = std::move(papers->offers);
            m_bookings = std::move(papers->bookings);
            m_released = std::move(papers->released);
            m_kinds = std::move(papers->kinds);
            m_people = std::move(papers->people);
            Q_EMIT loaded();
        });
}

void AppointmentDesk::hold(const ports::Offer& offer)
{
    if (!mayHold() || m_held == offer.slot().id)
        return;
    const domain::SlotId slot = offer.slot().id;
    const ports::Hold hold{m_call, m_user.name, nowUtc().addSecs(60 * holdMinutes)};
    m_held = slot;
    m_cabinet.write(
        this,
        [offer, hold, now = nowUtc()](ports::Cabinet& cabinet) { return cabinet.appointments().hold(offer, hold, now); },
        [this, slot](const Outcome& held) {
            if (held)
                return;
            if (m_held == slot)
                m_held = {};
            Q_EMIT refused(held.error());
            reload();
        });
}

void AppointmentDesk::letGo()
{
    if (std::exchange(m_held, {}).isNull())
        return;
    m_cabinet.write(
        this, [call = m_call](ports::Cabinet& cabinet) { return cabinet.appointments().letGo(call); },
        [this](const Outcome& done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
}

void AppointmentDesk::book(const ports::Offer& offer, const domain::Attendee& attendee, const domain::BookingId& replaces,
                           const QString& reason)
{
    ports::BookingDraft draft;
    draft.id = m_office.ids.fresh<domain::BookingId>();
    draft.attendee = attendee;
    draft.call = m_call;
    draft.madeBy = m_user.name;
    draft.replaces = replaces;
    draft.reason = reason;
    ++m_asked;
    m_cabinet.write(
        this,
        [offer, draft, now = nowUtc()](ports::Cabinet& cabinet) { return cabinet.appointments().book(offer, draft, now); },
        [this](const Result<domain::Booking>& made) {
            if (made) {
                m_held = {};
                Q_EMIT booked(*made);
            } else if (made.error().fault == domain::Fault::Conflict) {
                Q_EMIT refused(made.error());
            } else {
                Q_EMIT failed(made.error());
            }
            reload();
        });
    // Now and not with the answer: whoever asked may be gone by then, and the lane keeps the order.
    Q_EMIT errandsFilled(tenant());
}

template <class Job>
void AppointmentDesk::change(Job job)
{
    // What was asked before does not know of this change yet; everything is read again behind it.
    ++m_asked;
    m_cabinet.write(
        this, [job = std::move(job)](ports::Cabinet& cabinet) { return job(cabinet.appointments()); },
        [this](const Outcome& outcome) {
            if (outcome)
                Q_EMIT changed();
            else
                Q_EMIT failed(outcome.error());
            reload();
        });
}

void AppointmentDesk::cancel(const domain::BookingId& booking, const QString& reason)
{
    const ports::AppointmentEntry entry{m_user.name, nowUtc(), reason.trimmed()};
    change([booking, entry](ports::AppointmentBook& book) { return book.cancel(booking, entry); });
    Q_EMIT errandsFilled(tenant());
}

void AppointmentDesk::release(domain::Release release, const QTimeZone& zone)
{
    release.releasedBy = m_user.name;
    change([all = domain::slotsOf(release, tenant(), zone)](ports::AppointmentBook& book) { return book.release(all); });
}

void AppointmentDesk::withdraw(const domain::SlotId& slot)
{
    change([slot](ports::AppointmentBook& book) { return book.withdraw(slot); });
}

void AppointmentDesk::saveKind(const domain::AppointmentKind& kind)
{
    change([kind](ports::AppointmentBook& book) { return book.saveKind(kind); });
}

void AppointmentDesk::removeKind(const QString& name)
{
    change([name](ports::AppointmentBook& book) { return book.removeKind(name); });
}

} // namespace vorzimmer::desk
