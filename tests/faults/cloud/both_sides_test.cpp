#include <catch2/catch.hpp>

#include "scene.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using ports::BoardState;

namespace {

/// Both sides hold @p topic; then the desk's line goes dead until reconnect().
void partOnceEqual(Scene& scene, const Topic& topic)
{
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.desk.stop();
}

} // namespace

TEST_CASE("both sides change different fields: both changes stand on both sides")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.client.edit(topic.id, {{"title", "Angebot"}, {"due", "2026-04-01"}});
    topic.state = TopicState::InProgress;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.settle();
    const auto there = scene.client.topic(topic.id);
    CHECK(there["title"] == "Angebot");
    CHECK(there["due"] == "2026-04-01");
    CHECK(there["state"] == "in_progress");
    const auto here = [&] { return scene.desk.ledger->entries().at(topic.id); };
    CHECK(eventually([&] { return here().topic.title == QLatin1String("Angebot"); }));
    CHECK(here().topic.state == TopicState::InProgress);
    CHECK(here().topic.due == QDate(2026, 4, 1));
    CHECK(eventually([&] { return here().agreed->revision == QLatin1String("\"3\""); }));
}

TEST_CASE("both sides change the same field: nothing is overwritten, a person is asked")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    const QDateTime conflictBegan = QDateTime::currentDateTimeUtc();
    scene.client.edit(topic.id, {{"state", "waiting"}});
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    topic.priority = domain::TopicPriority::Low;
    scene.desk.ledger->edit(topic.id, topic, TopicField::Priority);
    scene.settle();
    CHECK(scene.desk.status().conflicts == 1);
    CHECK_FALSE(scene.desk.status().lastSync > conflictBegan); // the sides are not equal
    CHECK(scene.client.topic(topic.id)["state"] == "waiting");
    CHECK(scene.client.topic(topic.id)["priority"] == "low"); // the rest goes on
    const auto here = [&] { return scene.desk.ledger->entries().at(topic.id); };
    CHECK(here().topic.state == TopicState::Done);
    CHECK(here().disputed == domain::TopicFields(TopicField::State));
    CHECK(here().theirs->topic.state == TopicState::Waiting);

    scene.desk.ledger->keepOurs(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "done");
    CHECK(eventually([&] { return scene.desk.status().conflicts == 0; }));
}

TEST_CASE("both sides make the same change: nothing to do")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.client.edit(topic.id, {{"state", "done"}});
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.settle();
    CHECK(scene.client.topic(topic.id)["revision"] == 2);
}

TEST_CASE("their change of one field does not hide itself behind ours of another")
{
    // Two changes of ours wait; theirs meets the second one. Sending the first must not make theirs look agreed on.
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.client.edit(topic.id, {{"text", "ihr Text"}});
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    topic.text = QStringLiteral("unser Text");
    scene.desk.ledger->edit(topic.id, topic, TopicField::Text);
    scene.settle();
    CHECK(scene.desk.ledger->entries().at(topic.id).disputed == domain::TopicFields(TopicField::Text));
    CHECK(scene.client.topic(topic.id)["text"] == "ihr Text");
    CHECK(scene.client.topic(topic.id)["state"] == "done");
    CHECK(scene.desk.ledger->entries().at(topic.id).topic.text == QLatin1String("unser Text"));
}

TEST_CASE("they delete what we change or comment: kept here, a person is asked")
{
    Scene scene;
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.client.remove(topic.id);
    if (GENERATE(false, true)) {
        topic.state = TopicState::Done;
        scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    } else {
        scene.desk.ledger->comment(topic.id, someComment(QStringLiteral("noch etwas")));
    }
    scene.settle();
    CHECK(scene.desk.ledger->entries().at(topic.id).disputed == domain::TopicFields(TopicField::Deletion));
    CHECK_FALSE(scene.desk.ledger->entries().at(topic.id).topic.deleted);
    CHECK(scene.client.topic(topic.id).is_null());

    // The person keeps it: it comes back with this side's values.
    scene.desk.ledger->keepOurs(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["title"] == "Rückruf");
    CHECK(scene.client.topic(topic.id)["revision"] == 3);
}

TEST_CASE("we delete: it goes over there, once")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.desk.ledger->remove(topic.id);
    scene.settle();
    CHECK(scene.client.topic(topic.id).is_null());
    CHECK(FaultProxy::count(scene.proxy.delivered(), "DELETE") == 1);
    CHECK(scene.desk.ledger->entries().at(topic.id).topic.deleted);
    CHECK(eventually([&] { return scene.desk.ledger->entries().at(topic.id).agreed->revision == QLatin1String("\"2\""); }));
}

TEST_CASE("we delete what they change or comment: kept there, a person is asked")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    const bool changed = GENERATE(true, false);
    if (changed)
        scene.client.edit(topic.id, {{"state", "waiting"}});
    else
        scene.client.comment(topic.id, "noch etwas");
    scene.desk.ledger->remove(topic.id);
    scene.settle();
    CHECK_FALSE(scene.client.topic(topic.id).is_null());
    CHECK(scene.desk.ledger->entries().at(topic.id).disputed == domain::TopicFields(TopicField::Deletion));
    CHECK(FaultProxy::count(scene.proxy.delivered(), "DELETE") == 0);

    scene.desk.ledger->keepOurs(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id).is_null());
}

TEST_CASE("they comment between our last look and our deletion: kept there, a person is asked")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    bool commented = false;
    scene.proxy.setPlan([&](const SeenRequest& request) {
        if (request.method == "DELETE" && !std::exchange(commented, true))
            scene.client.comment(topic.id, "noch etwas");
        return Fault::none();
    });
    scene.desk.ledger->remove(topic.id);
    scene.settle();
    REQUIRE(commented);
    CHECK(scene.client.topic(topic.id)["comments"].size() == 1);
    CHECK(scene.desk.ledger->entries().at(topic.id).disputed == domain::TopicFields(TopicField::Deletion));
    CHECK(FaultProxy::count(scene.proxy.delivered(), "DELETE") == 1);

    scene.desk.ledger->keepOurs(topic.id); // after having read it
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id).is_null());
}

TEST_CASE("both sides delete: nothing to do")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.client.remove(topic.id);
    scene.desk.ledger->remove(topic.id);
    scene.settle();
    CHECK(scene.client.topic(topic.id).is_null());
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("something else lies under our id: neither is overwritten, a person says which counts")
{
    Scene scene;
    scene.settle();
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    topic.id = scene.client.create("etwas anderes");
    scene.desk.stop();
    scene.desk.ledger->createTopic(topic);
    scene.desk.open(scene.proxy.url(), scene.account.token);
    CHECK(eventually([&] { return scene.desk.status().conflicts > 0; }));
    CHECK(scene.desk.ledger->operations().empty());
    CHECK(scene.desk.ledger->entries().at(topic.id).disputed.testFlag(domain::TopicField::Title));
    CHECK(scene.client.topic(topic.id)["title"] == "etwas anderes");
}

TEST_CASE("a topic from before there was a list is put on it by its first change")
{
    Scene scene;
    scene.settle();
    Topic topic = someTopic(QStringLiteral("von früher"));
    scene.desk.ledger->file(topic);
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["title"] == "von früher");
    CHECK(scene.client.topic(topic.id)["state"] == "done");
}

TEST_CASE("comments of both sides are united")
{
    Scene scene;
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    partOnceEqual(scene, topic);
    scene.client.comment(topic.id, "von dort");
    scene.desk.ledger->comment(topic.id, someComment(QStringLiteral("von hier")));
    scene.settle();
    CHECK(scene.client.topic(topic.id)["comments"].size() == 2);
    CHECK(eventually([&] { return scene.desk.ledger->entries().at(topic.id).comments.size() == 2; }));
}
