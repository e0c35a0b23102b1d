#include "topics/board_status.h"

#include <algorithm>
#include <tuple>

namespace vorzimmer::cloud::topics {

using ports::BoardState;
using ports::BoardStatus;

BoardStatus boardStatus(const domain::TenantId& tenant, const BoardFacts& facts, const QDateTime& now)
{
    BoardStatus status;
    status.tenant = tenant;
    status.waiting = facts.outbox.waiting;
    status.inFlight = std::min(facts.inFlight, facts.outbox.waiting);
    status.blocked = facts.outbox.blocked;
    status.conflicts = facts.outbox.conflicts;
    status.lastSync = facts.lastSync;

    const auto say = [&status](BoardState state, const QString& problem = {}, const QDateTime& nextTry = {}) {
        status.state = state;
        status.problem = problem;
        status.nextTry = nextTry;
        return status;
    };
    if (!facts.configured)
        return say(BoardState::NotConfigured);
    if (!facts.forPerson.isEmpty())
        return say(BoardState::Blocked, facts.forPerson);
    if (facts.pause)
        return say(BoardState::Unreachable, facts.pause->problem, facts.pause->until);
    if (facts.busy)
        return say(BoardState::Syncing);
    if (facts.outbox.blocked > 0)
        return say(BoardState::Blocked, facts.outbox.firstProblem);
    if (facts.outbox.waiting > 0 && facts.outbox.earliestTry > now)
        return say(BoardState::Unreachable, facts.outbox.firstProblem, facts.outbox.earliestTry);
    return say(facts.outbox.waiting > 0 ? BoardState::Syncing : BoardState::UpToDate);
}

bool sameStatus(const BoardStatus& one, const BoardStatus& other)
{
    const auto numbers = [](const BoardStatus& s) { return std::tie(s.waiting, s.inFlight, s.blocked, s.conflicts); };
    return numbers(one) == numbers(other) && sameButNumbers(one, other);
}

bool sameButNumbers(const BoardStatus& one, const BoardStatus& other)
{
    const auto parts = [](const BoardStatus& s) { return std::tie(s.tenant, s.state, s.lastSync, s.nextTry, s.problem); };
    return parts(one) == parts(other);
}

} // namespace vorzimmer::cloud::topics
