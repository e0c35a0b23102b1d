#include "cabinet/sqlite_calendar_ledger.h"

#include "cabinet/booking_state.h"
#include "cabinet/calendar_intake.h"
#include "cabinet/session.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Booking;
using domain::BookingId;
using domain::BookingState;
using domain::Fault;
using domain::Outcome;
using domain::Result;
using ports::BookingErrand;
using ports::CalendarPlace;
using Pending = BookingTable::Pending;

namespace {

bool contains(const std::vector<CalendarPlace>& places, const CalendarPlace& place)
{
    return std::find(places.begin(), places.end(), place) != places.end();
}

Result<Booking> existing(CabinetFile& file, const BookingId& id)
{
    auto booking = file.bookings.booking(id);
    if (!booking)
        return domain::failure(booking.error());
    if (!*booking)
        return domain::failure(Fault::NotFound, QStringLiteral("no such booking"), id.text());
    return std::move(**booking);
}

} // namespace

Outcome SqliteCalendarLedger::goOnWith(const std::vector<CalendarPlace>& places, const QDateTime& at)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto known = file.calendars.calendars();
        if (!known)
            return domain::failure(known.error());
        for (const CalendarTable::Kept& calendar : *known) {
            if (contains(places, calendar.mark.place))
                continue;
            if (auto forgotten = CalendarIntake(file, calendar, at).forget(); !forgotten)
                return forgotten;
        }
        for (const CalendarPlace& place : places) {
            if (auto added = file.calendars.add(place); !added)
                return added;
        }
        const bool heard = std::any_of(places.begin(), places.end(),
                                       [](const CalendarPlace& place) { return place.role == ports::CalendarRole::Slots; });
        return heard ? Outcome() : file.bookings.settleAll(at);
    });
}

Result<std::vector<ports::CalendarMark>> SqliteCalendarLedger::marks()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) -> Result<std::vector<ports::CalendarMark>> {
        const auto kept = file.calendars.calendars();
        if (!kept)
            return domain::failure(kept.error());
        std::vector<ports::CalendarMark> marks;
        for (const CalendarTable::Kept& calendar : *kept)
            marks.push_back(calendar.mark);
        return marks;
    });
}

Result<bool> SqliteCalendarLedger::apply(const ports::CalendarNews& news, const QDateTime& at)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Result<bool> {
        const auto calendar = file.calendars.calendar(news.address);
        if (!calendar)
            return domain::failure(calendar.error());
        if (!*calendar)
            return domain::failure(Fault::NotFound, QStringLiteral("no calendar of this client's"));
        return CalendarIntake(file, **calendar, at).take(news);
    });
}

Result<std::optional<BookingErrand>> SqliteCalendarLedger::nextErrand(const QDateTime& now)
{
    using Found = Result<std::optional<BookingErrand>>;
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) -> Found {
        const auto next = file.bookings.next(now);
        if (!next)
            return domain::failure(next.error());
        if (!*next)
            return std::optional<BookingErrand>();
        const auto place = file.slots.place((*next)->booking.slot.id);
        if (!place)
            return domain::failure(place.error());
        BookingErrand errand;
        errand.kind = (*next)->pending == Pending::Cancel ? BookingErrand::Kind::Cancel : BookingErrand::Kind::Book;
        errand.booking = (*next)->booking;
        errand.attempt = (*next)->attempt;
        if (place->calendar != 0 && !place->divided) {
            errand.entry = place->entry;
            errand.recurrenceId = place->recurrence;
        }
        return std::optional(errand);
    });
}

Result<bool> SqliteCalendarLedger::isClear(const BookingId& id)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) -> Result<bool> {
        const auto booking = existing(file, id);
        if (!booking)
            return domain::failure(booking.error());
        const domain::Slot& slot = booking->slot;
        const auto busy = file.calendars.isBusy(slot.start.addSecs(-60 * slot.terms.preparation),
                                                slot.start.addSecs(60 * (slot.minutes + slot.terms.followUp)));
        if (!busy)
            return busy;
        return !*busy;
    });
}

Outcome SqliteCalendarLedger::settle(const BookingId& id, BookingErrand::Kind kind, const QDateTime& at)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto booking = existing(file, id);
        if (!booking)
            return domain::failure(booking.error());
        if (kind == BookingErrand::Kind::Book)
            return booking->state == BookingState::Noted ? confirmBooking(file, *booking, at) : Outcome();
        if (booking->state != BookingState::Cancelled)
            return {};
        return file.bookings.setState(id, BookingState::Cancelled, Pending::None,
                                      {booking->changedBy, booking->changedAt, booking->reason});
    });
}

Outcome SqliteCalendarLedger::lose(const BookingId& id, const QString& reason, const QDateTime& at)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto booking = existing(file, id);
        if (!booking)
            return domain::failure(booking.error());
        if (booking->state != BookingState::Noted) // cancelled meanwhile, or told already
            return {};
        return file.bookings.setState(id, BookingState::Lost, Pending::None, {QString(), at, reason});
    });
}

Outcome SqliteCalendarLedger::postpone(const BookingId& booking, const QDateTime& nextTry, const QString& problem)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.bookings.postpone(booking, nextTry, problem); });
}

Result<ports::CalendarSummary> SqliteCalendarLedger::summary()
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [](CabinetFile& file) -> Result<ports::CalendarSummary> {
        const auto waiting = file.bookings.pendingCount();
        if (!waiting)
            return domain::failure(waiting.error());
        const auto problems = file.calendars.problems();
        if (!problems)
            return domain::failure(problems.error());
        return ports::CalendarSummary{*waiting, problems->first, problems->second};
    });
}

} // namespace vorzimmer::store
