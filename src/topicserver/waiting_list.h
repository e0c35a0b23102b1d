#pragma once

#include "vorzimmer/domain/id.h"

#include <map>
#include <mutex>

namespace vorzimmer::topicserver {

/// Counts requests that wait for changes, so that they never take the threads that writers need. Any thread.
class WaitingList {
public:
    enum class Verdict { Seated, TenantFull, HouseFull };

    WaitingList(int places, int placesPerTenant) : m_places(places), m_placesPerTenant(placesPerTenant) {}

    /// One place, given back on destruction.
    class Place {
    public:
        Place(WaitingList& list, const domain::TenantId& tenant);
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        [[nodiscard]] Verdict verdict() const { return m_verdict; }

    private:
        WaitingList& m_list;
        const domain::TenantId m_tenant;
        const Verdict m_verdict;
    };

private:
    [[nodiscard]] Verdict sit(const domain::TenantId& tenant);
    void leave(const domain::TenantId& tenant);

    const int m_places;
    const int m_placesPerTenant;
    std::mutex m_mutex;
    int m_taken = 0;
    std::map<domain::TenantId, int> m_takenBy;
};

} // namespace vorzimmer::topicserver
