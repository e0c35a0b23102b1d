#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/ports/cabinet.h"

#include <memory>

namespace vorzimmer::ports {

/// The room with all cabinets, one file each. Call on the store lane only. In the console only desk::Gatekeeper opens.
class CabinetRoom {
public:
    virtual ~CabinetRoom() = default;

    /// NotFound when there is no such file, StorageBroken, StorageNewer or StorageFull with the reason.
    [[nodiscard]] virtual domain::Result<std::shared_ptr<Cabinet>> open(const domain::TenantId& tenant) = 0;
    /// Makes an empty cabinet; opens it when it is there already.
    [[nodiscard]] virtual domain::Result<std::shared_ptr<Cabinet>> create(const domain::TenantId& tenant) = 0;
};

} // namespace vorzimmer::ports
