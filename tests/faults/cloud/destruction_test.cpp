#include <catch2/catch.hpp>

#include "scene.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <random>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using ports::BoardState;
using ports::BoardStatus;

TEST_CASE("the board may go at any moment: nothing is said afterwards, nothing is lost")
{
    Scene scene;
    const bool given = qEnvironmentVariableIsSet("SYNC_SEED");
    const unsigned seed = given ? qEnvironmentVariable("SYNC_SEED").toUInt() : std::random_device()();
    INFO("SYNC_SEED=" << seed);
    std::mt19937 chance(seed);
    int made = 0;
    for (int round = 0; round < 30; ++round) {
        scene.desk.open(scene.proxy.url(), scene.account.token);
        scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf %1").arg(++made)));
        scene.desk.push();
        letPass(std::chrono::milliseconds(chance() % 40));
        const bool byClosing = chance() % 3 == 0;
        if (byClosing)
            scene.desk.board->close(scene.desk.tenant);
        else
            scene.desk.stop();
        const size_t said = scene.desk.statuses.size();
        letPass(std::chrono::milliseconds(chance() % 10));
        CHECK(scene.desk.statuses.size() == said);
    }
    scene.settle();
    CHECK(static_cast<int>(scene.client.topics().size()) == made);
    CHECK_FALSE(scene.desk.ledger->wasCalledFromTwoThreads());
}

TEST_CASE("closing does not wait for the server")
{
    cloud::SyncOptions options = quickOptions();
    options.longPoll = std::chrono::seconds(25);
    Scene scene(options);
    scene.settle();
    scene.proxy.setPlan([](const SeenRequest&) { return Fault::delay(std::chrono::hours(1)); });
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(eventually([&] { return FaultProxy::count(scene.proxy.arrived(), "PUT") == 1; }));
    QElapsedTimer taken;
    taken.start();
    scene.desk.stop();
    WARN("closing took " << taken.elapsed() << " ms");
    CHECK(std::chrono::milliseconds(taken.elapsed()) < options.longPoll / 2); // nothing it could have waited for has ended
}

TEST_CASE("the board may be destroyed from within its own signal")
{
    Scene scene;
    scene.desk.open(scene.proxy.url(), scene.account.token);
    QObject::connect(scene.desk.board.get(), &ports::TopicBoard::statusChanged, scene.desk.board.get(),
                     [&](const BoardStatus&) { scene.desk.stop(); });
    REQUIRE(eventually([&] { return !scene.desk.board; }));
    letPass(std::chrono::milliseconds(20));
    CHECK(scene.desk.statuses.size() == 1);
}

TEST_CASE("tenants do not see each other")
{
    Scene one;
    const ListAccount elsewhere = one.server->newAccount();
    one.desk.open(one.proxy.url(), one.account.token);
    FaultProxy proxy(one.server->port());
    // One board for both, as in the program.
    auto ledger = std::make_shared<FakeLedger>();
    std::map<domain::TenantId, std::vector<BoardStatus>> said;
    QObject::connect(one.desk.board.get(), &ports::TopicBoard::statusChanged, one.desk.board.get(),
                     [&](const BoardStatus& status) { said[status.tenant].push_back(status); });
    one.desk.board->open(elsewhere.tenant, listAccess(proxy.url(), elsewhere.token), ledger);
    one.desk.ledger->createTopic(someTopic(QStringLiteral("geheim eins")));
    ledger->createTopic(someTopic(QStringLiteral("geheim zwei")));
    one.desk.push();
    one.desk.board->push(elsewhere.tenant);
    REQUIRE(eventually([&] { return one.desk.ledger->operations().empty() && ledger->operations().empty(); }));
    for (const SeenRequest& seen : proxy.delivered())
        CHECK_FALSE(seen.raw.contains("geheim eins"));
    for (const SeenRequest& seen : one.proxy.delivered())
        CHECK_FALSE(seen.raw.contains("geheim zwei"));
    const auto closed = said[elsewhere.tenant].size();
    one.desk.board->close(elsewhere.tenant);
    one.desk.ledger->createTopic(someTopic(QStringLiteral("noch einer")));
    one.desk.push();
    REQUIRE(eventually([&] { return one.desk.ledger->operations().empty(); }));
    CHECK(said[elsewhere.tenant].size() == closed);
}
