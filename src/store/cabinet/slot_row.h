#pragma once

#include "sqlite/row.h"

#include "vorzimmer/domain/slot.h"

namespace vorzimmer::store {

/// start, id, minutes, kind, person, released_by, concern, preparation, follow_up, expires, on_behalf_of, whether it is from
/// a calendar.
inline domain::Slot readSlot(Row& row)
{
    domain::Slot slot;
    slot.start = row.moment();
    slot.id = row.id<domain::SlotId>();
    slot.minutes = row.number();
    slot.kind = row.text();
    slot.person = row.id<domain::PersonId>();
    slot.releasedBy = row.text();
    slot.terms.concern = row.text();
    slot.terms.preparation = row.number();
    slot.terms.followUp = row.number();
    slot.terms.expires = row.moment();
    slot.terms.onBehalfOf = row.text();
    slot.terms.fromCalendar = row.flag();
    return slot;
}

} // namespace vorzimmer::store
