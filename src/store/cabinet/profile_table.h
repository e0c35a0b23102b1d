#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/tenant.h"

namespace vorzimmer::store {

/// The tenant's own profile, one row, and what its instructions said in earlier versions.
class ProfileTable {
public:
    explicit ProfileTable(Database& database) : m_database(database) {}

    /// NotFound before the first save.
    [[nodiscard]] domain::Result<domain::TenantProfile> profile(const domain::TenantId& tenant);
    [[nodiscard]] domain::Outcome save(const domain::TenantProfile& profile, const QDateTime& now);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
