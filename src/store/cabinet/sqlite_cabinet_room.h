#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/id_source.h"

#include <memory>

namespace vorzimmer::store {

/// The folder tenants/ behind ports::CabinetRoom.
class SqliteCabinetRoom final : public ports::CabinetRoom {
public:
    SqliteCabinetRoom(Location location, ports::Clock& clock, ports::IdSource& ids)
        : m_shelf(std::make_shared<Shelf>(std::move(location))), m_clock(clock), m_ids(ids)
    {
    }

    domain::Result<std::shared_ptr<ports::Cabinet>> open(const domain::TenantId& tenant) override;
    domain::Result<std::shared_ptr<ports::Cabinet>> create(const domain::TenantId& tenant) override;

    [[nodiscard]] Shelf& shelf() { return *m_shelf; }

private:
    domain::Result<std::shared_ptr<ports::Cabinet>> cabinet(const domain::TenantId& tenant, OpenMode mode);

    std::shared_ptr<Shelf> m_shelf;
    ports::Clock& m_clock;
    ports::IdSource& m_ids;
};

} // namespace vorzimmer::store
