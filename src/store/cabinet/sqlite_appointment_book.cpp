#include "cabinet/sqlite_appointment_book.h"

#include "cabinet/booking_state.h"
#include "cabinet/session.h"

namespace vorzimmer::store {

using domain::Booking;
using domain::BookingState;
using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::Slot;
using ports::Offer;
using Pending = BookingTable::Pending;

namespace {

Outcome gone(const domain::SlotId& slot)
{
    return domain::failure(Fault::Conflict, QStringLiteral("the time is not to be had any more"), slot.text());
}

/// Conflict unless the slot may be given to this call now.
Outcome checkFree(CabinetFile& file, const domain::SlotId& slot, const domain::CallId& call, const QDateTime& now)
{
    const auto free = file.slots.isFree(slot, now);
    if (!free)
        return domain::failure(free.error());
    if (!*free)
        return gone(slot);
    const auto held = file.slots.isHeldByOther(slot, call, now);
    if (!held)
        return domain::failure(held.error());
    return *held ? domain::failure(Fault::Conflict, QStringLiteral("a colleague holds the time"), slot.text()) : Outcome();
}

Result<Booking> existing(Result<std::optional<Booking>> found, const domain::BookingId& id)
{
    if (!found)
        return domain::failure(found.error());
    if (!*found)
        return domain::failure(Fault::NotFound, QStringLiteral("no such booking"), id.text());
    return std::move(**found);
}

Result<Booking> bookIn(CabinetFile& file, const Offer& offer, const ports::BookingDraft& draft, const QDateTime& now)
{
    const auto before = file.bookings.booking(draft.id);
    if (!before)
        return domain::failure(before.error());
    if (*before)
        return **before;
    if (auto free = checkFree(file, offer.slot().id, draft.call, now); !free)
        return domain::failure(free.error());
    const auto slot = file.slots.slot(offer.slot().id); // as it is now: what was offered may have been renewed since
    const auto connected = file.calendars.hasSlotsCalendar();
    if (!slot || !connected)
        return domain::failure(slot ? connected.error() : slot.error());
    Booking booking;
    booking.id = draft.id;
    booking.slot = **slot;
    if (booking.slot.start != offer.slot().start)
        return domain::failure(gone(booking.slot.id).error());
    booking.attendee = draft.attendee;
    booking.call = draft.call;
    booking.madeAt = booking.changedAt = now;
    booking.madeBy = booking.changedBy = draft.madeBy;
    booking.replaces = draft.replaces;
    booking.reason = draft.reason;
    if (auto added = file.bookings.add(booking, *connected ? Pending::Book : Pending::None); !added)
        return domain::failure(added.error());
    if (auto let = file.slots.letGo(draft.call); !let)
        return domain::failure(let.error());
    if (!*connected) {
        if (auto confirmed = confirmBooking(file, booking, now); !confirmed)
            return domain::failure(confirmed.error());
    }
    return existing(file.bookings.booking(draft.id), draft.id);
}

} // namespace

Result<std::vector<domain::AppointmentKind>> SqliteAppointmentBook::kinds()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.kinds.kinds(); });
}

Outcome SqliteAppointmentBook::saveKind(const domain::AppointmentKind& kind)
{
    if (flawOf(kind) != domain::ReleaseFlaw::None)
        return domain::failure(Fault::Invalid, QStringLiteral("no name, or a length that no appointment has"));
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        auto saved = file.kinds.save(kind);
        return saved ? file.slots.applyKind(kind) : saved;
    });
}

Outcome SqliteAppointmentBook::removeKind(const QString& name)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.kinds.remove(name); });
}

Outcome SqliteAppointmentBook::release(const std::vector<Slot>& released)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        for (const Slot& slot : released) {
            if (auto saved = file.slots.save(slot); !saved)
                return saved;
        }
        return {};
    });
}

Outcome SqliteAppointmentBook::withdraw(const domain::SlotId& slot)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto there = file.slots.slot(slot);
        if (!there)
            return domain::failure(there.error());
        if (!*there)
            return {};
        if ((*there)->terms.fromCalendar)
            return domain::failure(Fault::Refused, QStringLiteral("it stands in the client's own calendar"), slot.text());
        const auto booked = file.bookings.liveOf(slot);
        if (!booked)
            return domain::failure(booked.error());
        if (*booked)
            return domain::failure(Fault::Conflict, QStringLiteral("it is booked"), slot.text());
        return file.slots.withdraw(slot);
    });
}

Result<std::vector<Slot>> SqliteAppointmentBook::released(const QDateTime& from, int limit)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.slots.released(from, limit); });
}

Result<std::vector<Offer>> SqliteAppointmentBook::offers(const ports::OfferQuery& query)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) -> Result<std::vector<Offer>> {
        auto free = file.slots.offers(query);
        if (!free)
            return domain::failure(free.error());
        std::vector<Offer> offers;
        for (FreeSlot& one : *free)
            offers.push_back(offered(std::move(one.slot), std::move(one.holder)));
        return offers;
    });
}

Outcome SqliteAppointmentBook::hold(const Offer& offer, const ports::Hold& hold, const QDateTime& now)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        if (auto free = checkFree(file, offer.slot().id, hold.call, now); !free)
            return free;
        const auto held = file.slots.hold(offer.slot().id, hold, now);
        if (!held)
            return domain::failure(held.error());
        return *held ? Outcome() : gone(offer.slot().id);
    });
}

Outcome SqliteAppointmentBook::letGo(const domain::CallId& call)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.slots.letGo(call); });
}

Result<Booking> SqliteAppointmentBook::book(const Offer& offer, const ports::BookingDraft& draft, const QDateTime& now)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return bookIn(file, offer, draft, now); });
}

Outcome SqliteAppointmentBook::cancel(const domain::BookingId& id, const ports::AppointmentEntry& entry)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto booking = existing(file.bookings.booking(id), id);
        if (!booking)
            return domain::failure(booking.error());
        if (booking->state == BookingState::Cancelled)
            return {};
        if (booking->state == BookingState::Lost)
            return domain::failure(Fault::Conflict, QStringLiteral("the booking is lost already"), id.text());
        return cancelBooking(file, *booking, entry);
    });
}

Result<Booking> SqliteAppointmentBook::booking(const domain::BookingId& id)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return existing(file.bookings.booking(id), id); });
}

Result<std::vector<Booking>> SqliteAppointmentBook::bookings(const QDateTime& from, int limit)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.bookings.bookings(from, limit); });
}

Result<std::vector<Booking>> SqliteAppointmentBook::unreportedLosses()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.bookings.unreported(); });
}

Outcome SqliteAppointmentBook::noteReported(const domain::BookingId& booking)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.bookings.noteReported(booking); });
}

} // namespace vorzimmer::store
