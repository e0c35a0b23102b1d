#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/slot.h"

#include <vector>

namespace vorzimmer::store {

/// The appointment times that the tenant has released.
class SlotTable {
public:
    explicit SlotTable(Database& database) : m_database(database) {}

    /// Those that start at @p from or later and before @p until, by start.
    [[nodiscard]] domain::Result<std::vector<domain::Slot>> freeSlots(const QDateTime& from, const QDateTime& until);
    [[nodiscard]] domain::Outcome save(const domain::Slot& slot);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
