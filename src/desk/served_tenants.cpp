#include "served_tenants.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Result;
using domain::Role;
using domain::TenantId;

Result<std::vector<domain::TenantEntry>> tenantsServed(ports::Directory& directory, const domain::User& user)
{
    auto entries = directory.tenants();
    if (!entries || user.role == Role::Supervisor)
        return entries;
    std::vector<TenantId> served{user.tenant};
    if (user.role == Role::Secretary) {
        auto assigned = directory.assignments(user.id);
        if (!assigned)
            return domain::failure(assigned.error());
        served = std::move(*assigned);
    }
    std::erase_if(*entries, [&](const domain::TenantEntry& entry) {
        return std::find(served.begin(), served.end(), entry.id) == served.end();
    });
    return entries;
}

} // namespace vorzimmer::desk
