#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/tenant.h"

#include <optional>
#include <vector>

namespace vorzimmer::store {

/// The tenants as the bureau knows them: their numbers, who serves them, and the walls between competitors.
class TenantTable {
public:
    explicit TenantTable(Database& database) : m_database(database) {}

    /// By name.
    [[nodiscard]] domain::Result<std::vector<domain::TenantEntry>> tenants();
    [[nodiscard]] domain::Result<std::optional<domain::TenantEntry>> withNumber(const domain::PhoneNumber& number);
    /// Conflict when one of its numbers means another tenant. Run it in a transaction.
    [[nodiscard]] domain::Outcome save(const domain::TenantEntry& tenant);

    [[nodiscard]] domain::Result<std::vector<domain::TenantId>> servedBy(const domain::UserId& user);
    [[nodiscard]] domain::Outcome assign(const domain::UserId& user, const domain::TenantId& tenant);
    [[nodiscard]] domain::Result<std::vector<domain::TenantId>> walledFrom(const domain::TenantId& tenant);
    /// Both sides; run it in a transaction.
    [[nodiscard]] domain::Outcome buildWall(const domain::TenantId& one, const domain::TenantId& other);

private:
    [[nodiscard]] domain::Result<std::vector<domain::PhoneNumber>> numbersOf(const domain::TenantId& tenant);

    Database& m_database;
};

} // namespace vorzimmer::store
