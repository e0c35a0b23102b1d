#pragma once

#include "vorzimmer/domain/result.h"

#include <QLatin1String>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace SQLite {
class Database;
}

namespace vorzimmer::topicserver {

/// Lets writers who would wait for each other's commit share one: whoever comes while a commit is under way goes into the
/// next, all of them together. Any thread.
class SharedCommit {
public:
    using Work = std::function<void()>;

    explicit SharedCommit(SQLite::Database& database) : m_database(database) {}

    /// Runs @p work in a transaction, on whatever thread leads the group, and returns when that is on the disk. Works run
    /// one after the other in the order in which they came. When @p work throws, it alone is undone; when the commit fails,
    /// every work of the group has failed.
    [[nodiscard]] domain::Outcome run(QLatin1String where, const Work& work);

private:
    struct Turn {
        QLatin1String where;
        const Work& work;
        domain::Outcome outcome;
        bool done = false;
    };

    void commitTogether(const std::vector<Turn*>& group);
    /// False when SQLite has ended the whole transaction over it.
    [[nodiscard]] bool take(Turn& turn);

    SQLite::Database& m_database; ///< the leader's
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Turn*> m_waiting;
    bool m_isLed = false;
};

} // namespace vorzimmer::topicserver
