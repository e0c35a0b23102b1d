#pragma once

#include "vorzimmer/domain/user.h"
#include "vorzimmer/exchange/flaw.h"
#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/ports/directory.h"
#include "vorzimmer/ports/number_plan.h"

#include <QDateTime>

#include <vector>

namespace vorzimmer::exchange {

/// Where imports are filed and exports are taken from. Borrowed; use on the thread that owns the stores.
struct Archive {
    ports::Directory& directory;
    ports::CabinetRoom& room;
    const ports::NumberPlan& numbers;
    QDateTime now; ///< UTC; relative moments count from its day
    /// People whose bureau file is about to be filed too: history may already name them.
    std::vector<domain::User> expectedUsers;
    Progress progress; ///< may be empty
};

/// The bureau setting that keeps the key a tenant's file calls it by.
[[nodiscard]] QString tenantKeySetting(const domain::TenantId& tenant);

/// The tenant that @p name means: its UUID, or the key of its file. NotFound when there is none.
[[nodiscard]] domain::Result<domain::TenantEntry> findTenant(ports::Directory& directory, const QString& name);

/// The key under which @p tenant is exported: the one it was imported with, else its UUID.
[[nodiscard]] domain::Result<QString> keyOf(ports::Directory& directory, const domain::TenantId& tenant);

} // namespace vorzimmer::exchange
