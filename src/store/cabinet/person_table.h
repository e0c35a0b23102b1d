#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/person.h"

#include <vector>

namespace vorzimmer::store {

/// The people at the tenant's, in the tenant's order.
class PersonTable {
public:
    explicit PersonTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Result<std::vector<domain::Person>> people();
    [[nodiscard]] domain::Outcome save(const domain::Person& person, int position);
    /// NotFound when there is no such person.
    [[nodiscard]] domain::Outcome setPresence(const domain::PersonId& person, const domain::Presence& presence);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
