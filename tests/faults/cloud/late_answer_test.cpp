#include <catch2/catch.hpp>

#include "cabinet_desk.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;

namespace {

/// Slow enough for anything else to overtake it.
const auto slowly = std::chrono::milliseconds(1);

} // namespace

TEST_CASE("news that ours has overtaken on its way does not undo ours before people's eyes")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.desk.stop();
    scene.client.edit(topic.id, {{"title", "Rückruf bis Freitag"}});
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.proxy.setPlan(
        [](const SeenRequest& seen) { return seen.target.startsWith("/v1/changes") ? Fault::drip(slowly) : Fault::none(); });
    scene.desk.open(scene.proxy.url(), scene.account.token);
    bool undone = false;
    CHECK(eventually([&] {
        const Topic here = scene.desk.ledger->entries().at(topic.id).topic;
        undone = undone || here.state != TopicState::Done;
        return here.title == QStringLiteral("Rückruf bis Freitag") && scene.desk.ledger->operations().empty();
    }));
    CHECK_FALSE(undone);
    CHECK(scene.client.topic(topic.id)["state"] == "done");
}

TEST_CASE("a topic deleted over there between our change and its late answer: the deletion is not forgotten")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.proxy.failNext("PUT", Fault::drip(slowly));
    const bool comments = GENERATE(false, true);
    if (comments) {
        scene.desk.ledger->comment(topic.id, someComment(QStringLiteral("läuft")));
    } else {
        topic.state = TopicState::Done;
        scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    }
    scene.desk.push();
    const auto arrived = [&] {
        const auto there = scene.client.topic(topic.id);
        return comments ? there["comments"].size() == 1 : there["state"] == "done";
    };
    REQUIRE(eventually(arrived));
    (void)scene.client.remove(topic.id);
    CHECK(eventually([&] { return scene.desk.status().conflicts == 1; })); // theirs against ours: a person says
    CHECK(scene.desk.ledger->operations().empty());
    const auto agreed = scene.desk.ledger->entries().at(topic.id).agreed;
    REQUIRE(agreed);
    CHECK(agreed->topic.deleted);
}

TEST_CASE("a topic deleted over there between its creation and our hearing so: gone here, too")
{
    CabinetScene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::drip(slowly));
    const domain::TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.desk.push();
    REQUIRE(eventually([&] { return !scene.client.topic(topic).is_null(); }));
    (void)scene.client.remove(topic);
    CHECK(eventually([&] { return scene.desk.entry(topic).topic.deleted; }));
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().empty());
    CHECK(FaultProxy::count(scene.proxy.delivered(), "PUT") == 1);
}

TEST_CASE("a topic edited over there between its creation and our hearing so: theirs is here, too")
{
    CabinetScene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::drip(slowly));
    const domain::TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.desk.push();
    REQUIRE(eventually([&] { return !scene.client.topic(topic).is_null(); }));
    scene.client.edit(topic, {{"title", "Rückruf bis Freitag"}});
    CHECK(eventually([&] { return scene.desk.entry(topic).topic.title == QStringLiteral("Rückruf bis Freitag"); }));
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.desk.entry(topic).topic.title == QStringLiteral("Rückruf bis Freitag"));
    CHECK(scene.client.topic(topic)["title"] == "Rückruf bis Freitag");
    CHECK(FaultProxy::count(scene.proxy.delivered(), "PUT") == 1);
}
