// expect: is private within this context
#include "vorzimmer/ports/appointment_book.h"

using namespace vorzimmer;

// A time that nobody has released cannot be booked: there is no offer of it.
domain::Result<domain::Booking> book(ports::AppointmentBook& book, const domain::Slot& slot, const QDateTime& now)
{
    return book.book(ports::Offer(slot, {}), {}, now); // misuse
}
