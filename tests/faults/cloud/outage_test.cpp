#include <catch2/catch.hpp>

#include "scene.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using ports::BoardState;
using ports::OperationState;

TEST_CASE("notes taken while the server is down arrive when it is back, each once")
{
    Scene scene(quickOptions(), Scene::ownServer());
    scene.settle();
    scene.server->kill();
    for (int i = 0; i < 5; ++i) {
        scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf %1").arg(i)));
        scene.desk.push();
    }
    REQUIRE(scene.desk.waitFor(BoardState::Unreachable));
    CHECK(eventually([&] { return scene.desk.status().waiting == 5; }));
    CHECK(eventually([&] { return scene.desk.status().nextTry.isValid(); })); // not while it is being tried
    CHECK_FALSE(scene.desk.status().problem.isEmpty());
    letPass(std::chrono::milliseconds(200));
    scene.server->start();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 5);
}

TEST_CASE("a server that was never there: asked ever more rarely, and nothing is lost")
{
    Scene scene;
    scene.proxy.down();
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.open(scene.proxy.url(), scene.account.token);
    REQUIRE(scene.desk.waitFor(BoardState::Unreachable));
    CHECK(scene.desk.status().problem.contains(QLatin1String("does not answer")));
    const size_t said = scene.desk.statuses.size();
    CHECK(eventually([&] { return scene.desk.ledger->operations().at(0).attempt > 3; }));
    CHECK(std::all_of(scene.desk.statuses.begin() + static_cast<std::ptrdiff_t>(said), scene.desk.statuses.end(),
                      [](const ports::BoardStatus& status) { return status.state == BoardState::Unreachable; }));
    CHECK(eventually([&] { return scene.desk.ledger->operations().at(0).state == OperationState::New; })); // it never left
    scene.proxy.up();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 0);
}

TEST_CASE("the program ends while a create is on its way: the next start reads before it sends")
{
    const bool arrives = GENERATE(true, false);
    Scene scene;
    scene.settle();
    scene.proxy.failNext("PUT", arrives ? Fault::drip(std::chrono::hours(1)) : Fault::delay(std::chrono::hours(1)));
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(eventually([&] { return FaultProxy::count(scene.proxy.arrived(), "PUT") == 1; }));
    if (arrives)
        REQUIRE(eventually([&] { return scene.client.topics().size() == 1; }));
    scene.desk.stop(); // without a word to the ledger, as kill -9 would
    REQUIRE(scene.desk.ledger->operations().size() == 1);
    CHECK(scene.desk.ledger->operations()[0].state == OperationState::InFlight);

    scene.settle();
    CHECK(scene.client.topics().size() == 1);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 1);
}

TEST_CASE("a new start does not wait for pauses of the old one, nor for a clock that was wrong")
{
    Scene scene;
    scene.settle();
    scene.desk.stop();
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.ledger->setNextTry(QDateTime::currentDateTimeUtc().addYears(1));
    scene.settle();
    CHECK(scene.client.topics().size() == 1);

    // The clock goes back by a year while the program runs.
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Zweiter Rückruf")));
    scene.desk.ledger->setNextTry(QDateTime::currentDateTimeUtc().addSecs(1));
    scene.desk.clock.setSkew(-365LL * 24 * 3600);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 2);
}

TEST_CASE("a push is at the server within a second, long poll or not")
{
    cloud::SyncOptions options = quickOptions();
    options.longPoll = std::chrono::seconds(25);
    Scene scene(options);
    scene.settle();
    letPass(std::chrono::milliseconds(100)); // now the feed's question is being held
    qint64 slowest = 0;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer taken;
        taken.start();
        const Topic topic = someTopic(QStringLiteral("Rückruf %1").arg(i));
        scene.desk.ledger->createTopic(topic);
        scene.desk.push();
        REQUIRE(eventually([&] { return scene.desk.ledger->operations().empty(); }));
        slowest = std::max(slowest, taken.elapsed());
    }
    WARN("slowest push: " << slowest << " ms");
    CHECK(slowest < 1000);
    CHECK(scene.client.topics().size() == 10);
}

TEST_CASE("what the client does on the list comes in by itself")
{
    cloud::SyncOptions options = quickOptions();
    options.longPoll = std::chrono::seconds(25);
    Scene scene(options);
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    letPass(std::chrono::milliseconds(100));
    const int before = scene.desk.topicsChanged;

    scene.client.edit(topic.id, {{"state", "done"}});
    const auto entry = [&] { return scene.desk.ledger->entries().at(topic.id); };
    CHECK(eventually([&] { return entry().topic.state == TopicState::Done; }));
    scene.client.comment(topic.id, "danke");
    CHECK(eventually([&] { return entry().comments.size() == 1; }));
    const auto own = scene.client.create("von uns");
    CHECK(eventually([&] { return scene.desk.ledger->entries().count(own) == 1; }));
    scene.client.remove(own);
    CHECK(eventually([&] { return scene.desk.ledger->entries().at(own).topic.deleted; }));
    CHECK(eventually([&] { return scene.desk.topicsChanged >= before + 4; }));
}

TEST_CASE("a list with a new life is read from the beginning")
{
    Scene scene(quickOptions(), Scene::ownServer());
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    const QString cursor = scene.desk.ledger->storedCursor();
    scene.server->forgetEverything();
    const auto there = scene.client.create("nach dem Umzug");
    CHECK(eventually([&] { return scene.desk.ledger->entries().count(there) == 1; }));
    CHECK(scene.desk.ledger->storedCursor().section(QLatin1Char('.'), 0, 0) != cursor.section(QLatin1Char('.'), 0, 0));
}

TEST_CASE("a cursor of another kind of list is given up")
{
    Scene scene;
    const auto own = scene.client.create("vom Klienten");
    (void)scene.desk.ledger->applyChanges({}, QStringLiteral("http://other.example.org/ns/sync/5"));
    scene.settle();
    CHECK(scene.desk.ledger->entries().count(own) == 1);
}

TEST_CASE("a first reading of many pages")
{
    Scene scene;
    for (int i = 0; i < 450; ++i)
        (void)scene.client.create("Punkt " + std::to_string(i));
    scene.settle();
    CHECK(scene.desk.ledger->entries().size() == 450);
    CHECK(FaultProxy::count(scene.proxy.arrived(), "GET", "/v1/changes?since=&") == 1);
    CHECK(FaultProxy::count(scene.proxy.arrived(), "GET", "/v1/changes") >= 3);
}
