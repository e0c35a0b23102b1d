#include "vorzimmer/ports/appointment_book.h"

using namespace vorzimmer;

domain::Result<domain::Booking> book(ports::AppointmentBook& book, const domain::Slot& slot, const QDateTime& now)
{
    const auto offers = book.offers({});
    for (const ports::Offer& offer : *offers) {
        if (offer.slot() == slot)
            return book.book(offer, {}, now);
    }
    return domain::failure(domain::Fault::Conflict, {});
}
