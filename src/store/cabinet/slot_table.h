#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/appointment_book.h"

#include <vector>

namespace vorzimmer::store {

/// Where in the client's calendars a released time stands.
struct SlotPlace {
    int calendar = 0;
    QString entry;
    QString recurrence;
    bool divided = false; ///< a part of a longer time
};

/// A free time, with the colleague who keeps it; empty = nobody.
struct FreeSlot {
    domain::Slot slot;
    QString holder;
};

/// The appointment times that the tenant has released.
class SlotTable {
public:
    explicit SlotTable(Database& database) : m_database(database) {}

    /// The free ones that start at @p from or later and before @p until, by start.
    [[nodiscard]] domain::Result<std::vector<domain::Slot>> freeSlots(const QDateTime& from, const QDateTime& until);
    /// The next free ones that fit @p query, by start.
    [[nodiscard]] domain::Result<std::vector<FreeSlot>> offers(const ports::OfferQuery& query);
    /// Whether the slot could be offered at @p now.
    [[nodiscard]] domain::Result<bool> isFree(const domain::SlotId& slot, const QDateTime& now);
    /// Those that are not booked, free or not, by start.
    [[nodiscard]] domain::Result<std::vector<domain::Slot>> released(const QDateTime& from, int limit);
    [[nodiscard]] domain::Result<std::optional<domain::Slot>> slot(const domain::SlotId& id);

    [[nodiscard]] domain::Outcome save(const domain::Slot& slot);
    [[nodiscard]] domain::Outcome save(const domain::Slot& slot, const SlotPlace& place);
    /// Forgets the slot, or where somebody has or had it only takes it out of what is offered.
    [[nodiscard]] domain::Outcome withdraw(const domain::SlotId& slot);
    [[nodiscard]] domain::Result<std::vector<domain::SlotId>> ofEntry(int calendar, const QString& entry);
    [[nodiscard]] domain::Result<std::vector<domain::SlotId>> ofCalendar(int calendar);
    [[nodiscard]] domain::Result<SlotPlace> place(const domain::SlotId& slot);
    /// What calendars release is by the terms that the kind has here.
    [[nodiscard]] domain::Outcome applyKind(const domain::AppointmentKind& kind);

    /// False when somebody else has it on hold.
    [[nodiscard]] domain::Result<bool> hold(const domain::SlotId& slot, const ports::Hold& hold, const QDateTime& now);
    [[nodiscard]] domain::Result<bool> isHeldByOther(const domain::SlotId& slot, const domain::CallId& call,
                                                     const QDateTime& now);
    [[nodiscard]] domain::Outcome letGo(const domain::CallId& call);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
