#include "cabinet/slot_table.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::Slot;

namespace {

constexpr const char* selectFree =
    "SELECT id, start, minutes, kind, person, released_by FROM slot WHERE start >= ? AND start < ? ORDER BY start, id";

Slot readSlot(Row& row)
{
    Slot slot;
    slot.id = row.id<domain::SlotId>();
    slot.start = row.moment();
    slot.minutes = row.number();
    slot.kind = row.text();
    slot.person = row.id<domain::PersonId>();
    slot.releasedBy = row.text();
    return slot;
}

constexpr const char* replaceSlot =
    "INSERT INTO slot (id, start, minutes, kind, person, released_by) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
    "SET "
    "start = excluded.start, minutes = excluded.minutes, kind = excluded.kind, person = excluded.person, "
    "released_by = excluded.released_by";

} // namespace

Result<std::vector<Slot>> SlotTable::freeSlots(const QDateTime& from, const QDateTime& until)
{
    return m_database.query(selectFree).all(&readSlot, from, until);
}

Outcome SlotTable::save(const Slot& slot)
{
    return m_database.query(replaceSlot).run(slot.id, slot.start, slot.minutes, slot.kind, slot.person, slot.releasedBy);
}

} // namespace vorzimmer::store
