#include "topics/board_status.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using cloud::topics::BoardFacts;
using cloud::topics::boardStatus;
using ports::BoardState;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
const domain::TenantId tenant(QUuid::createUuid());

BoardFacts quiet()
{
    BoardFacts facts;
    facts.busy = false;
    facts.lastSync = now.addSecs(-3);
    return facts;
}

} // namespace

TEST_CASE("nothing to do, nothing in the way: up to date")
{
    const auto status = boardStatus(tenant, quiet(), now);
    CHECK(status.state == BoardState::UpToDate);
    CHECK(status.tenant == tenant);
    CHECK(status.lastSync == now.addSecs(-3));
    CHECK(status.problem.isEmpty());
}

TEST_CASE("a list that is not set up says only that")
{
    BoardFacts facts = quiet();
    facts.configured = false;
    facts.outbox.waiting = 2;
    const auto status = boardStatus(tenant, facts, now);
    CHECK(status.state == BoardState::NotConfigured);
    CHECK(status.waiting == 2);
}

TEST_CASE("a pause tells its end and its reason, whatever else is going on")
{
    BoardFacts facts = quiet();
    facts.busy = true;
    facts.outbox.waiting = 3;
    facts.pause = BoardFacts::Pause{now.addSecs(20), QStringLiteral("the server does not answer")};
    const auto status = boardStatus(tenant, facts, now);
    CHECK(status.state == BoardState::Unreachable);
    CHECK(status.nextTry == now.addSecs(20));
    CHECK(status.problem == QLatin1String("the server does not answer"));
    CHECK(status.waiting == 3);
}

TEST_CASE("what only a person can mend comes first")
{
    BoardFacts facts = quiet();
    facts.forPerson = QStringLiteral("token refused");
    facts.pause = BoardFacts::Pause{now.addSecs(20), QStringLiteral("x")};
    const auto status = boardStatus(tenant, facts, now);
    CHECK(status.state == BoardState::Blocked);
    CHECK(status.problem == QLatin1String("token refused"));
    CHECK_FALSE(status.nextTry.isValid());
}

TEST_CASE("a refused operation is for a person, one that waits is for time")
{
    BoardFacts facts = quiet();
    facts.outbox.waiting = 1;
    facts.outbox.earliestTry = now.addSecs(7);
    facts.outbox.firstProblem = QStringLiteral("the server is in trouble (500)");
    auto status = boardStatus(tenant, facts, now);
    CHECK(status.state == BoardState::Unreachable);
    CHECK(status.nextTry == now.addSecs(7));
    CHECK(status.problem == facts.outbox.firstProblem);

    facts.outbox.blocked = 1;
    facts.outbox.firstProblem = QStringLiteral("refused");
    status = boardStatus(tenant, facts, now);
    CHECK(status.state == BoardState::Blocked);
    CHECK(status.problem == QLatin1String("refused"));
    CHECK(status.blocked == 1);
}

TEST_CASE("something waits and may go: syncing")
{
    BoardFacts facts = quiet();
    facts.outbox.waiting = 1;
    CHECK(boardStatus(tenant, facts, now).state == BoardState::Syncing);
    facts = quiet();
    facts.busy = true;
    CHECK(boardStatus(tenant, facts, now).state == BoardState::Syncing);
}
