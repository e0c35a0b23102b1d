#pragma once

#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/ports/topic_board.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vorzimmer::bench {

/// Runs the calling thread's event loop until @p isDone holds, and looks at it after each round of the loop; false when five
/// minutes did not suffice.
[[nodiscard]] bool loopUntil(const std::function<bool()>& isDone);

/// A desk with an empty cabinet on disk and the engine that keeps it equal with a list. As in the console, the thread that
/// made it reads the topics from the store whenever it hears that they changed.
class SyncDesk {
public:
    SyncDesk(const domain::TenantId& tenant, ports::BoardAccess access);
    ~SyncDesk();
    SyncDesk(const SyncDesk&) = delete;
    SyncDesk& operator=(const SyncDesk&) = delete;

    /// Opens the list, waits until both sides are equal and closes it again; the seconds that took, negative when they did
    /// not get equal.
    [[nodiscard]] double sync();

    /// Ticks these topics off; that waits to be sent.
    void tickOff(const std::vector<std::string>& topics);
    void add(const std::vector<std::string>& topics, const QString& title);
    [[nodiscard]] std::size_t count(const std::function<bool(const domain::Topic&)>& wanted);

private:
    void inCabinet(std::function<void(ports::Cabinet&)> work);
    void readTopics();

    const domain::TenantId m_tenant;
    const ports::BoardAccess m_access;
    QTemporaryDir m_folder;
    system::SystemClock m_clock;
    system::RandomIds m_ids;
    std::unique_ptr<ports::CabinetRoom> m_room;
    QObject m_receiver;
    lane::Lane m_lane{"store"};
    std::shared_ptr<ports::Cabinet> m_cabinet; ///< used on the lane only
    std::vector<ports::TopicEntry> m_shown;
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace vorzimmer::bench
