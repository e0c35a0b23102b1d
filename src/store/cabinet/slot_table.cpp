#include "cabinet/slot_table.h"

#include "cabinet/slot_row.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::Slot;
using domain::SlotId;

namespace {

constexpr int rowsAtATime = 100;

constexpr const char* selectFree =
    "SELECT start, id, minutes, kind, person, released_by, concern, preparation, follow_up, expires, on_behalf_of, "
    "from_calendar "
    "FROM clear_slot WHERE start >= ? AND start < ? AND (expires IS NULL OR expires > ?) ORDER BY start, id";

constexpr const char* selectOffers =
    "SELECT c.start, c.id, c.minutes, c.kind, c.person, c.released_by, c.concern, c.preparation, c.follow_up, c.expires, "
    "c.on_behalf_of, c.from_calendar, COALESCE(h.holder, '') FROM clear_slot c "
    "LEFT JOIN slot_hold h ON h.slot = c.id AND h.until > ? AND h.call <> ? "
    "WHERE c.start >= ? AND (c.start, c.id) > (?, ?) AND (c.expires IS NULL OR c.expires > ?) "
    "AND (? = '' OR c.kind = ? OR c.kind = '') AND (? = 0 OR c.person IS NULL OR c.person = ?) "
    "ORDER BY c.start, c.id LIMIT ?";

FreeSlot readFree(Row& row)
{
    Slot slot = readSlot(row);
    return {std::move(slot), row.text()};
}

constexpr const char* selectIfFree =
    "SELECT 1 FROM clear_slot WHERE id = ? AND start > ? AND (expires IS NULL OR expires > ?)";

constexpr const char* selectReleased =
    "SELECT s.start, s.id, s.minutes, s.kind, s.person, s.released_by, s.concern, s.preparation, s.follow_up, s.expires, "
    "s.on_behalf_of, s.calendar IS NOT NULL FROM slot s WHERE s.start >= ? AND s.withdrawn = 0 "
    "AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.slot = s.id AND b.live = 1) ORDER BY s.start, s.id LIMIT ?";

constexpr const char* selectSlot =
    "SELECT start, id, minutes, kind, person, released_by, concern, preparation, follow_up, expires, on_behalf_of, "
    "calendar IS NOT NULL FROM slot WHERE id = ?";

constexpr const char* replaceSlot =
    "INSERT INTO slot (id, start, minutes, kind, person, released_by, concern, preparation, follow_up, expires, "
    "on_behalf_of, "
    "withdrawn, calendar, entry, recurrence, divided) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULLIF(?, 0), ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET start = excluded.start, minutes = excluded.minutes, kind = excluded.kind, "
    "person = excluded.person, released_by = excluded.released_by, concern = excluded.concern, "
    "preparation = excluded.preparation, follow_up = excluded.follow_up, expires = excluded.expires, "
    "on_behalf_of = excluded.on_behalf_of, withdrawn = 0, calendar = excluded.calendar, entry = excluded.entry, "
    "recurrence = excluded.recurrence, divided = excluded.divided";

constexpr const char* deleteUnused =
    "DELETE FROM slot WHERE id = ? AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.slot = slot.id)";
constexpr const char* markWithdrawn = "UPDATE slot SET withdrawn = 1 WHERE id = ?";
constexpr const char* selectOfEntry = "SELECT id FROM slot WHERE calendar = ? AND entry = ?";
constexpr const char* selectOfCalendar = "SELECT id FROM slot WHERE calendar = ?";
constexpr const char* selectPlace = "SELECT COALESCE(calendar, 0), entry, recurrence, divided FROM slot WHERE id = ?";
constexpr const char* updateTerms = "UPDATE slot SET person = ?, concern = ?, preparation = ?, follow_up = ? "
                                    "WHERE kind = ? AND calendar IS NOT NULL";

SlotPlace readPlace(Row& row)
{
    SlotPlace place;
    place.calendar = row.number();
    place.entry = row.text();
    place.recurrence = row.text();
    place.divided = row.flag();
    return place;
}

SlotId readId(Row& row)
{
    return row.id<SlotId>();
}

constexpr const char* deleteStaleHolds = "DELETE FROM slot_hold WHERE call = ? OR (slot = ? AND until <= ?)";
constexpr const char* insertHold =
    "INSERT INTO slot_hold (slot, call, holder, until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr const char* selectOthersHold = "SELECT 1 FROM slot_hold WHERE slot = ? AND call <> ? AND until > ?";
constexpr const char* deleteHold = "DELETE FROM slot_hold WHERE call = ?";

} // namespace

Result<std::vector<Slot>> SlotTable::freeSlots(const QDateTime& from, const QDateTime& until)
{
    return m_database.query(selectFree).all(&readSlot, from, until, from);
}

Result<std::vector<FreeSlot>> SlotTable::offers(const ports::OfferQuery& query)
{
    const bool anyTime = !query.earliest.isValid() && !query.latest.isValid();
    const auto fits = [&](const Slot& slot) {
        if (anyTime)
            return true;
        const QTime time = slot.start.toTimeZone(query.zone).time();
        return (!query.earliest.isValid() || time >= query.earliest) && (!query.latest.isValid() || time < query.latest);
    };
    const domain::PersonId person = query.person.value_or(domain::PersonId());
    const QDateTime from = std::max(query.from, query.now);
    std::vector<FreeSlot> found;
    QDateTime lastStart = from.addMSecs(-1);
    SlotId lastId;
    for (;;) {
        auto rows = m_database.query(selectOffers)
                        .all(&readFree, query.now, KeyPart{query.call}, from, lastStart, KeyPart{lastId}, query.now,
                             query.kind, query.kind, query.person.has_value(), person, rowsAtATime);
        if (!rows)
            return rows;
        for (FreeSlot& row : *rows) {
            lastStart = row.slot.start;
            lastId = row.slot.id;
            if (!fits(row.slot))
                continue;
            found.push_back(std::move(row));
            if (static_cast<int>(found.size()) == query.limit)
                return found;
        }
        if (static_cast<int>(rows->size()) < rowsAtATime)
            return found;
    }
}

Result<bool> SlotTable::isFree(const SlotId& slot, const QDateTime& now)
{
    return m_database.query(selectIfFree).any(slot, now, now);
}

Result<std::vector<Slot>> SlotTable::released(const QDateTime& from, int limit)
{
    return m_database.query(selectReleased).all(&readSlot, from, limit);
}

Result<std::optional<Slot>> SlotTable::slot(const SlotId& id)
{
    return m_database.query(selectSlot).first(&readSlot, id);
}

Outcome SlotTable::save(const Slot& slot)
{
    return save(slot, {});
}

Outcome SlotTable::save(const Slot& slot, const SlotPlace& place)
{
    return m_database.query(replaceSlot)
        .run(slot.id, slot.start, slot.minutes, slot.kind, slot.person, slot.releasedBy, slot.terms.concern,
             slot.terms.preparation, slot.terms.followUp, slot.terms.expires, slot.terms.onBehalfOf, place.calendar,
             place.entry, place.recurrence, place.divided);
}

Outcome SlotTable::withdraw(const SlotId& slot)
{
    const auto deleted = m_database.query(deleteUnused).change(slot);
    if (!deleted)
        return domain::failure(deleted.error());
    return *deleted > 0 ? Outcome() : m_database.query(markWithdrawn).run(slot);
}

Result<std::vector<SlotId>> SlotTable::ofEntry(int calendar, const QString& entry)
{
    return m_database.query(selectOfEntry).all(&readId, calendar, entry);
}

Result<std::vector<SlotId>> SlotTable::ofCalendar(int calendar)
{
    return m_database.query(selectOfCalendar).all(&readId, calendar);
}

Result<SlotPlace> SlotTable::place(const SlotId& slot)
{
    auto place = m_database.query(selectPlace).first(&readPlace, slot);
    if (!place)
        return domain::failure(place.error());
    return place->value_or(SlotPlace());
}

Outcome SlotTable::applyKind(const domain::AppointmentKind& kind)
{
    return m_database.query(updateTerms).run(kind.person, kind.concern, kind.preparation, kind.followUp, kind.name);
}

Result<bool> SlotTable::hold(const SlotId& slot, const ports::Hold& hold, const QDateTime& now)
{
    if (auto cleared = m_database.query(deleteStaleHolds).run(hold.call, slot, now); !cleared)
        return domain::failure(cleared.error());
    const auto held = m_database.query(insertHold).change(slot, hold.call, hold.holder, hold.until);
    if (!held)
        return domain::failure(held.error());
    return *held > 0;
}

Result<bool> SlotTable::isHeldByOther(const SlotId& slot, const domain::CallId& call, const QDateTime& now)
{
    return m_database.query(selectOthersHold).any(slot, KeyPart{call}, now);
}

Outcome SlotTable::letGo(const domain::CallId& call)
{
    return m_database.query(deleteHold).run(call);
}

} // namespace vorzimmer::store
