#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/directory.h"

#include <vector>

namespace vorzimmer::store {

/// The bureau's call journal.
class JournalTable {
public:
    explicit JournalTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Outcome save(const ports::JournalRow& row);
    /// Oldest first.
    [[nodiscard]] domain::Result<std::vector<ports::JournalRow>> since(const QDateTime& since);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
