#include "calendar_desk.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace vorzimmer::testing {

using domain::BookingState;

bool soon(const std::function<bool()>& condition, std::chrono::milliseconds patience)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.elapsed() > patience.count())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

cloud::SyncOptions quickCalendar()
{
    cloud::SyncOptions options;
    options.backoff.base = std::chrono::milliseconds(20);
    options.backoff.ceiling = std::chrono::milliseconds(200);
    options.backoff.askedCap = std::chrono::milliseconds(300);
    options.blockedProbe = std::chrono::milliseconds(300);
    options.pollEvery = std::chrono::milliseconds(500);
    options.patience = std::chrono::seconds(3);
    return options;
}

CalendarDesk::CalendarDesk()
{
    std::optional<bool> made;
    QObject receiver;
    m_lane.ask(
        &receiver,
        [this] {
            m_cabinet = m_room->create(m_tenant).value();
            return true;
        },
        [&made](bool done) { made = done; });
    if (!soon([&] { return made.has_value(); }))
        throw std::runtime_error("the cabinet cannot be made");
}

CalendarDesk::~CalendarDesk()
{
    m_calendars.reset();
    m_lane.post([this] { m_cabinet.reset(); });
}

void CalendarDesk::connectCalendars(const ports::CalendarAccess& access, const cloud::SyncOptions& options)
{
    m_calendars = cloud::makeSlotCalendar(m_lane, m_clock, options);
    QObject::connect(m_calendars.get(), &ports::SlotCalendar::statusChanged, m_calendars.get(),
                     [this](const ports::CalendarStatus& status) {
                         m_status = status;
                         m_statuses.push_back(status);
                         if (status.state == ports::CalendarState::Current)
                             ++m_readings;
                     });
    m_status = {};
    m_calendars->open(m_tenant, access, {m_cabinet, &m_cabinet->calendarLedger()});
}

bool CalendarDesk::refresh()
{
    // One reading may be under way that began before what is looked for.
    for (int i = 0; i < 2; ++i) {
        const int before = m_readings;
        m_calendars->retryNow(m_tenant);
        if (!soon([&] { return m_readings > before; }))
            return false;
    }
    return true;
}

std::vector<ports::Offer> CalendarDesk::offers(int limit)
{
    ports::OfferQuery query;
    query.now = query.from = now();
    query.limit = limit;
    return inCabinet([query](ports::Cabinet& cabinet) { return cabinet.appointments().offers(query).value(); });
}

std::optional<ports::Offer> CalendarDesk::offerAt(const QDateTime& start)
{
    for (const ports::Offer& offer : offers()) {
        if (offer.slot().start == start)
            return offer;
    }
    return std::nullopt;
}

std::optional<domain::Booking> CalendarDesk::book(const ports::Offer& offer, const QString& name)
{
    ports::BookingDraft draft;
    draft.id = domain::BookingId(QUuid::createUuid());
    draft.attendee = {{}, name, QStringLiteral("0152 28817386"), QStringLiteral("bitte nüchtern; 2. Stock, links")};
    draft.call = domain::CallId(QUuid::createUuid());
    draft.madeBy = QStringLiteral("Anna Brandt");
    const auto booked =
        inCabinet([=, at = now()](ports::Cabinet& cabinet) { return cabinet.appointments().book(offer, draft, at); });
    if (!booked)
        return std::nullopt;
    if (m_calendars)
        m_calendars->push(m_tenant);
    return *booked;
}

void CalendarDesk::cancel(const domain::BookingId& id)
{
    const ports::AppointmentEntry entry{QStringLiteral("Anna Brandt"), now(), QStringLiteral("verhindert")};
    if (!inCabinet([=](ports::Cabinet& cabinet) { return cabinet.appointments().cancel(id, entry); }))
        throw std::runtime_error("the booking cannot be cancelled");
    if (m_calendars)
        m_calendars->push(m_tenant);
}

domain::Booking CalendarDesk::booking(const domain::BookingId& id)
{
    return inCabinet([id](ports::Cabinet& cabinet) { return cabinet.appointments().booking(id).value(); });
}

bool CalendarDesk::waitFor(const domain::BookingId& id, BookingState state, bool waiting)
{
    return soon([&] {
        const domain::Booking now = booking(id);
        return now.state == state && now.waiting == waiting;
    });
}

bool CalendarDesk::waitUntilSettled(const domain::BookingId& id, std::chrono::milliseconds patience)
{
    return soon(
        [&] {
            const domain::Booking now = booking(id);
            return now.state != BookingState::Noted && !now.waiting;
        },
        patience);
}

} // namespace vorzimmer::testing
