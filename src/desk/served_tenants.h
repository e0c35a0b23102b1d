#pragma once

#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/ports/directory.h"

#include <vector>

namespace vorzimmer::desk {

/// Those whom @p user serves; nobody else's name leaves the lane. Call on the store lane.
[[nodiscard]] domain::Result<std::vector<domain::TenantEntry>> tenantsServed(ports::Directory& directory,
                                                                             const domain::User& user);

} // namespace vorzimmer::desk
