#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/caller.h"

#include <vector>

namespace vorzimmer::store {

/// Who rings this tenant, and from which numbers.
class CallerTable {
public:
    explicit CallerTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Result<std::vector<domain::Caller>> callers();
    /// All who share @p number.
    [[nodiscard]] domain::Result<std::vector<domain::Caller>> callersAt(const domain::PhoneNumber& number);
    /// Replaces the caller's numbers too; run it in a transaction.
    [[nodiscard]] domain::Outcome save(const domain::Caller& caller);
    /// NotFound for an unknown caller; run it in a transaction.
    [[nodiscard]] domain::Outcome attachNumber(const domain::CallerId& caller, const domain::LabelledNumber& number);

private:
    domain::Outcome insertNumber(const domain::CallerId& caller, int position, const domain::LabelledNumber& number);

    Database& m_database;
};

} // namespace vorzimmer::store
