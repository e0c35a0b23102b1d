#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/phone_line.h"

#include <vector>

namespace vorzimmer::store {

/// The bureau's telephone lines, without their passwords.
class LineTable {
public:
    explicit LineTable(Database& database) : m_database(database) {}

    /// By name.
    [[nodiscard]] domain::Result<std::vector<domain::PhoneLine>> lines();
    /// Invalid for a line with a flaw, Conflict when another one has its name or address. Run it in a transaction.
    [[nodiscard]] domain::Outcome save(const domain::PhoneLine& line);
    [[nodiscard]] domain::Outcome remove(const domain::LineId& line);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
