#include "waiting_list.h"

namespace vorzimmer::topicserver {

WaitingList::Place::Place(WaitingList& list, const domain::TenantId& tenant)
    : m_list(list), m_tenant(tenant), m_verdict(list.sit(tenant))
{
}

WaitingList::Place::~Place()
{
    if (m_verdict == Verdict::Seated)
        m_list.leave(m_tenant);
}

WaitingList::Verdict WaitingList::sit(const domain::TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    if (m_taken >= m_places)
        return Verdict::HouseFull;
    int& taken = m_takenBy[tenant];
    if (taken >= m_placesPerTenant)
        return Verdict::TenantFull;
    ++taken;
    ++m_taken;
    return Verdict::Seated;
}

void WaitingList::leave(const domain::TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    --m_taken;
    if (const auto entry = m_takenBy.find(tenant); --entry->second == 0)
        m_takenBy.erase(entry);
}

} // namespace vorzimmer::topicserver
