#include "cabinet/sqlite_cabinet_room.h"

#include "cabinet/sqlite_cabinet.h"

namespace vorzimmer::store {

using domain::Fault;
using domain::Result;
using domain::TenantId;

Result<std::shared_ptr<ports::Cabinet>> SqliteCabinetRoom::open(const TenantId& tenant)
{
    return cabinet(tenant, OpenMode::Existing);
}

Result<std::shared_ptr<ports::Cabinet>> SqliteCabinetRoom::create(const TenantId& tenant)
{
    return cabinet(tenant, OpenMode::MayCreate);
}

Result<std::shared_ptr<ports::Cabinet>> SqliteCabinetRoom::cabinet(const TenantId& tenant, OpenMode mode)
{
    if (tenant.isNull())
        return domain::failure(Fault::Invalid, QStringLiteral("a cabinet needs a tenant"));
    // Opened right away, so that a broken file shows here and not in the middle of a call.
    if (const auto file = m_shelf->take(tenant, mode); !file)
        return domain::failure(file.error());
    return std::make_shared<SqliteCabinet>(m_shelf, tenant, m_clock, m_ids);
}

} // namespace vorzimmer::store
