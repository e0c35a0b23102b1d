#include "tenant_rooms.h"

namespace vorzimmer::topicserver {

domain::Result<std::shared_ptr<TenantRoom>> TenantRooms::room(const domain::TenantId& tenant)
{
    const std::shared_ptr<Door> entrance = door(tenant);
    const std::lock_guard lock(entrance->mutex);
    if (entrance->room)
        return entrance->room;
    auto opened = open(tenant);
    if (!opened)
        return opened;
    entrance->room = *opened;
    if (m_silenced) // set before silence() walks from door to door, so that one of the two finds this room
        entrance->room->bell.silence();
    return opened;
}

std::shared_ptr<TenantRooms::Door> TenantRooms::door(const domain::TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Door>& door = m_doors[tenant];
    if (!door)
        door = std::make_shared<Door>();
    return door;
}

domain::Result<std::shared_ptr<TenantRoom>> TenantRooms::open(const domain::TenantId& tenant) const
{
    auto store = TopicStore::open(m_directory.tenantFile(tenant));
    if (!store)
        return domain::failure(store.error());
    const auto newest = (*store)->newestSequence();
    if (!newest)
        return domain::failure(newest.error());
    return std::make_shared<TenantRoom>(std::move(*store), *newest);
}

void TenantRooms::silence()
{
    m_silenced = true;
    const std::lock_guard lock(m_mutex);
    for (const auto& [tenant, entrance] : m_doors) {
        const std::lock_guard doorLock(entrance->mutex);
        if (entrance->room)
            entrance->room->bell.silence();
    }
}

} // namespace vorzimmer::topicserver
