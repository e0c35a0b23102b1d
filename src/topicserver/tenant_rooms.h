#pragma once

#include "change_bell.h"
#include "data_directory.h"
#include "latest_page.h"
#include "topic_store.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace vorzimmer::topicserver {

/// One tenant's list with those who wait for its changes.
struct TenantRoom {
    TenantRoom(std::unique_ptr<TopicStore> list, std::int64_t newest) : store(std::move(list)), bell(newest) {}

    const std::unique_ptr<TopicStore> store;
    ChangeBell bell;
    LatestPage latest;
};

/// Opens each tenant's room when it is first asked for and keeps it open. Any thread.
class TenantRooms {
public:
    explicit TenantRooms(DataDirectory directory) : m_directory(std::move(directory)) {}

    [[nodiscard]] domain::Result<std::shared_ptr<TenantRoom>> room(const domain::TenantId& tenant);
    /// Sends all who wait away, in every room.
    void silence();

private:
    /// A room that may not be open yet; its own lock keeps a file that is slow to open from holding up other tenants.
    struct Door {
        std::mutex mutex;
        std::shared_ptr<TenantRoom> room;
    };

    [[nodiscard]] std::shared_ptr<Door> door(const domain::TenantId& tenant);
    [[nodiscard]] domain::Result<std::shared_ptr<TenantRoom>> open(const domain::TenantId& tenant) const;

    const DataDirectory m_directory;
    std::mutex m_mutex;
    std::map<domain::TenantId, std::shared_ptr<Door>> m_doors;
    std::atomic<bool> m_silenced = false;
};

} // namespace vorzimmer::topicserver
