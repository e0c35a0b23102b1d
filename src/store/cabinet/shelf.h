#pragma once

#include "cabinet/cabinet_file.h"

#include "vorzimmer/store/sqlite_store.h"

#include <deque>
#include <memory>

namespace vorzimmer::store {

/// The cabinets that are open at the moment; the one that was not used for longest makes room. On the store lane only.
class Shelf {
public:
    explicit Shelf(Location location) : m_location(std::move(location)) {}

    /// The tenant's file, opened if it is not. Whoever holds the pointer keeps it open.
    [[nodiscard]] domain::Result<std::shared_ptr<CabinetFile>> take(const domain::TenantId& tenant,
                                                                    OpenMode mode = OpenMode::Existing);

    [[nodiscard]] int openCount() const { return static_cast<int>(m_open.size()); }

private:
    struct Place {
        domain::TenantId tenant;
        QString path;
        std::shared_ptr<CabinetFile> file;
    };
    [[nodiscard]] QString pathOf(const domain::TenantId& tenant) const;
    void makeRoom();

    Location m_location;
    std::deque<Place> m_open; ///< last used first
};

} // namespace vorzimmer::store
