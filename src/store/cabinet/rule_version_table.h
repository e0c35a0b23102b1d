#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/rule.h"

#include <vector>

namespace vorzimmer::store {

/// The tenant's rules in all their versions.
class RuleVersionTable {
public:
    explicit RuleVersionTable(Database& database) : m_database(database) {}

    /// The newest; the built-in ones when there is none.
    [[nodiscard]] domain::Result<domain::RuleSet> inForce();
    /// Newest first.
    [[nodiscard]] domain::Result<std::vector<domain::RuleSet>> versions(int limit);
    [[nodiscard]] domain::Outcome add(const domain::RuleSet& rules);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
