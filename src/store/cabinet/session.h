#pragma once

#include "cabinet/shelf.h"

#include <type_traits>

namespace vorzimmer::store {

/// `work(CabinetFile&)` on the tenant's open file; for a single statement, which is a transaction by itself.
template <class Work>
[[nodiscard]] auto inFile(Shelf& shelf, const domain::TenantId& tenant, Work work)
    -> std::invoke_result_t<Work, CabinetFile&>
{
    const auto file = shelf.take(tenant);
    if (!file)
        return domain::failure(file.error());
    return work(**file);
}

/// The same in one transaction.
template <class Work>
[[nodiscard]] auto inTransaction(Shelf& shelf, const domain::TenantId& tenant, Access access, Work work)
    -> std::invoke_result_t<Work, CabinetFile&>
{
    return inFile(shelf, tenant,
                  [&](CabinetFile& file) { return file.database->transact(access, [&] { return work(file); }); });
}

} // namespace vorzimmer::store
