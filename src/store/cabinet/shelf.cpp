#include "cabinet/shelf.h"

#include "sqlite/folder.h"

#include <QFileInfo>

#include <algorithm>

namespace vorzimmer::store {

using domain::Result;
using domain::TenantId;

Result<std::shared_ptr<CabinetFile>> Shelf::take(const TenantId& tenant, OpenMode mode)
{
    const auto found =
        std::find_if(m_open.begin(), m_open.end(), [&](const Place& place) { return place.tenant == tenant; });
    if (found != m_open.end()) {
        if (found->file->database->inTransaction()) // it was looked for when that began
            return found->file;
        // A connection to a file that somebody removed would go on writing into nowhere.
        Place place = std::move(*found);
        m_open.erase(found);
        if (QFileInfo::exists(place.path)) {
            m_open.push_front(std::move(place));
            return m_open.front().file;
        }
    }
    const QString path = pathOf(tenant);
    if (mode == OpenMode::MayCreate) {
        if (auto made = makeFolderOf(path); !made)
            return domain::failure(made.error());
    }
    auto opened = CabinetFile::open(path, tenant, mode, m_location.patience);
    if (!opened)
        return domain::failure(opened.error());
    makeRoom();
    m_open.push_front({tenant, path, std::move(*opened)});
    return m_open.front().file;
}

QString Shelf::pathOf(const TenantId& tenant) const
{
    return QStringLiteral("%1/tenants/%2.db").arg(m_location.folder, tenant.text());
}

void Shelf::makeRoom()
{
    for (auto last = m_open.end(); last != m_open.begin() && openCount() >= m_location.openCabinets;) {
        --last;
        if (last->file.use_count() == 1) // nobody is at work in it
            last = m_open.erase(last);
    }
}

} // namespace vorzimmer::store
