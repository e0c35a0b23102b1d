#include "shared_commit.h"

#include "sqlite_file.h"

#include <SQLiteCpp/Savepoint.h>

#include <sqlite3.h>

#include <utility>

namespace vorzimmer::topicserver {

domain::Outcome SharedCommit::run(QLatin1String where, const Work& work)
{
    Turn turn{where, work, {}};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&turn);
    m_changed.wait(lock, [&] { return turn.done || !m_isLed; });
    if (turn.done)
        return turn.outcome;
    m_isLed = true;
    const std::vector<Turn*> group = std::exchange(m_waiting, {}); // this turn among them
    lock.unlock();
    commitTogether(group);
    lock.lock();
    for (Turn* each : group)
        each->done = true;
    m_isLed = false;
    m_changed.notify_all();
    return turn.outcome;
}

void SharedCommit::commitTogether(const std::vector<Turn*>& group)
{
    const auto committed = guarded(QLatin1String("commit"), [&] {
        SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
        for (Turn* turn : group) {
            if (!take(*turn))
                return turn->outcome;
        }
        transaction.commit();
        return domain::Outcome();
    });
    const domain::Outcome outcome = committed ? *committed : domain::failure(committed.error());
    if (outcome)
        return;
    for (Turn* turn : group) {
        if (turn->outcome)
            turn->outcome = outcome;
    }
}

bool SharedCommit::take(Turn& turn)
{
    try {
        turn.outcome = guarded(turn.where, [&] {
            SQLite::Savepoint own(m_database, "own");
            turn.work();
            own.release();
        });
    } catch (const std::exception&) { // out of memory; nobody must wait for this thread for ever
        turn.outcome = domain::failure(domain::Fault::Internal, QStringLiteral("the write could not be made"), turn.where);
    }
    // A full disk, for one, makes SQLite roll back everything; further work would then stand outside of any transaction.
    return turn.outcome || sqlite3_get_autocommit(m_database.getHandle()) == 0;
}

} // namespace vorzimmer::topicserver
