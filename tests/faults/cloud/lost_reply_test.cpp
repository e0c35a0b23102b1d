#include <catch2/catch.hpp>

#include "scene.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using ports::BoardState;
using ports::OperationState;

TEST_CASE("the reply to a create is lost: one topic, read back instead of sent again")
{
    const auto ending = GENERATE(Ending::Reset, Ending::Fin);
    Scene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::loseReply(ending));
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());

    const auto there = scene.client.topics();
    REQUIRE(there.size() == 1);
    CHECK(there[0]["title"] == "Rückruf");
    CHECK(there[0]["revision"] == 1);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 1);
    CHECK(scene.desk.ledger->entries().at(topic.id).agreed->revision == QLatin1String("\"1\""));
}

TEST_CASE("the create itself is lost: read, then sent")
{
    const auto ending = GENERATE(Ending::Reset, Ending::Fin);
    Scene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::drop(ending));
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
    CHECK(FaultProxy::count(scene.proxy.arrived(), "PUT") == 2);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 1);
}

TEST_CASE("the reply is cut short or comes too slowly: as if it were lost")
{
    cloud::SyncOptions options = quickOptions();
    options.patience = std::chrono::milliseconds(1500);
    Scene scene(options);
    scene.settle();
    const bool slowly = GENERATE(false, true);
    scene.proxy.failNext("PUT", slowly ? Fault::drip(std::chrono::milliseconds(20)) : Fault::cutAfter(150));
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 1);
}

TEST_CASE("a request that arrives twice is done once")
{
    Scene scene;
    scene.settle();
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.proxy.failNext("PUT", Fault::twice());
    scene.desk.ledger->createTopic(topic);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.writes() == 2);
    REQUIRE(scene.client.topics().size() == 1);
    CHECK(scene.client.topics()[0]["revision"] == 1);

    // An update that arrives twice is refused the second time, and what is there is what was sent.
    topic.state = TopicState::Done;
    scene.proxy.failNext("PUT", Fault::twice());
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "done");
    CHECK(scene.client.topic(topic.id)["revision"] == 2);

    scene.proxy.failNext("PUT", Fault::twice());
    scene.desk.ledger->comment(topic.id, someComment(QStringLiteral("erledigt")));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["comments"].size() == 1);
}

TEST_CASE("the reply to an update is lost, and the user has changed his mind meanwhile")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    // The next write arrives, its reply does not; then nothing gets through until the user has acted again.
    bool open = true;
    scene.proxy.setPlan([&open](const SeenRequest&) { return open ? Fault::none() : Fault::drop(); });
    scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(eventually([&] { return scene.writes() == 2; }));
    open = false;
    topic.state = TopicState::Open;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(scene.desk.waitFor(BoardState::Unreachable));
    open = true;
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "open");
    CHECK(scene.client.topic(topic.id)["revision"] == 3);
    CHECK(scene.desk.status().blocked == 0);
}

TEST_CASE("the reply to an update is lost: read back, not sent again")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.proxy.forget();
    scene.proxy.failNext("PUT", Fault::loseReply(GENERATE(Ending::Reset, Ending::Fin)));
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "done");
    CHECK(scene.client.topic(topic.id)["revision"] == 2);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 1);
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("the reply to a deletion is lost: looked at, not sent again")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.proxy.forget();
    scene.proxy.failNext("DELETE", Fault::loseReply(GENERATE(Ending::Reset, Ending::Fin)));
    scene.desk.ledger->remove(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().empty());
    CHECK(FaultProxy::count(scene.proxy.delivered(), "DELETE") == 1);
    CHECK(scene.reads() == 2); // before it, and after
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("the reply to bringing a topic back is lost: looked at, not sent again")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.desk.stop();
    scene.client.remove(topic.id);
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.settle();
    REQUIRE(scene.desk.status().conflicts == 1);
    scene.proxy.forget();
    scene.proxy.failNext("PUT", Fault::loseReply(GENERATE(Ending::Reset, Ending::Fin)));
    scene.desk.ledger->keepOurs(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "done");
    CHECK(scene.client.topic(topic.id)["revision"] == 3);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == 2);
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("the reply to a comment is lost: one comment")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.proxy.forget();
    scene.proxy.failNext("PUT", Fault::loseReply(Ending::Fin));
    scene.desk.ledger->comment(topic.id, someComment(QStringLiteral("erledigt")));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["comments"].size() == 1);
    CHECK(scene.writes() == 1);
}

TEST_CASE("created, edited by the other side, reply lost: theirs stays, ours is confirmed")
{
    Scene scene;
    scene.settle();
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    bool open = true;
    scene.proxy.setPlan([&open](const SeenRequest&) { return open ? Fault::none() : Fault::drop(); });
    scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    scene.desk.ledger->createTopic(topic);
    scene.desk.push();
    REQUIRE(eventually([&] { return scene.writes() == 1; }));
    open = false;
    REQUIRE(eventually([&] { return !scene.client.topic(topic.id).is_null(); }));
    scene.client.edit(topic.id, {{"title", "Rückruf bis Freitag"}});
    open = true;
    scene.desk.board->retryNow(scene.desk.tenant);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["title"] == "Rückruf bis Freitag");
    CHECK(eventually(
        [&] { return scene.desk.ledger->entries().at(topic.id).topic.title == QStringLiteral("Rückruf bis Freitag"); }));
}
