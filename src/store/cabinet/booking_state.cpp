#include "cabinet/booking_state.h"

namespace vorzimmer::store {

using domain::Booking;
using domain::BookingState;
using domain::Outcome;
using Pending = BookingTable::Pending;

Outcome cancelBooking(CabinetFile& file, const Booking& booking, const ports::AppointmentEntry& entry)
{
    const auto connected = file.calendars.hasSlotsCalendar();
    if (!connected)
        return domain::failure(connected.error());
    return file.bookings.setState(booking.id, BookingState::Cancelled, *connected ? Pending::Cancel : Pending::None, entry);
}

Outcome confirmBooking(CabinetFile& file, const Booking& booking, const QDateTime& at)
{
    if (auto done = file.bookings.setState(booking.id, BookingState::Confirmed, Pending::None, {booking.changedBy, at, {}});
        !done)
        return done;
    if (booking.replaces.isNull())
        return {};
    const auto old = file.bookings.booking(booking.replaces);
    if (!old)
        return domain::failure(old.error());
    const bool stands = *old && ((*old)->state == BookingState::Confirmed || (*old)->state == BookingState::Noted);
    return stands ? cancelBooking(file, **old, {booking.changedBy, at, booking.reason}) : Outcome();
}

} // namespace vorzimmer::store
