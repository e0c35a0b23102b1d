#include <catch2/catch.hpp>

#include "cabinet_desk.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::TopicId;
using domain::TopicState;
using ports::BoardState;
using ports::Cabinet;

TEST_CASE("a finished note reaches the list from a real cabinet, and the client's answer comes back")
{
    CabinetScene scene;
    const TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.settle();
    auto there = scene.client.topic(topic);
    REQUIRE_FALSE(there.is_null());
    CHECK(there["title"].get<std::string>().find("Herr Weiß") == 0);
    CHECK(there["origin"] == "call");

    scene.client.comment(topic, "mache ich");
    scene.client.edit(topic, {{"state", "done"}, {"person", "Herr Kurz"}});
    CHECK(eventually([&] { return scene.desk.topic(topic).topic.state == TopicState::Done; }));
    CHECK(eventually([&] { return scene.desk.topic(topic).comments.size() == 1; }));
    CHECK(scene.desk.topic(topic).topic.person == QLatin1String("Herr Kurz"));

    scene.desk.setState(topic, TopicState::Waiting);
    scene.desk.comment(topic, QStringLiteral("noch einmal nachgefragt"));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    there = scene.client.topic(topic);
    CHECK(there["state"] == "waiting");
    CHECK(there["person"] == "Herr Kurz");
    CHECK(there["comments"].size() == 2);
    CHECK(scene.desk.status().lastSync.isValid());
}

TEST_CASE("a real cabinet over a line that loses every second reply")
{
    CabinetScene scene;
    scene.proxy.setPlan(
        [](const SeenRequest& seen) { return seen.number % 2 == 0 ? Fault::loseReply(Ending::Reset) : Fault::none(); });
    std::vector<TopicId> topics;
    for (int i = 0; i < 10; ++i)
        topics.push_back(scene.desk.finishNote(QStringLiteral("Anliegen %1").arg(i)));
    scene.desk.open(scene.proxy.url(), scene.account.token);
    for (const TopicId& topic : topics)
        scene.desk.comment(topic, QStringLiteral("Nachtrag"));
    scene.desk.push();
    CHECK(eventually([&] { return scene.client.topics().size() == 10; }));
    scene.proxy.setPlan(nullptr);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 10);
    for (const TopicId& topic : topics)
        CHECK(scene.client.topic(topic)["comments"].size() == 1);
}

TEST_CASE("a real cabinet, the program ended while a note was on its way")
{
    CabinetScene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::drip(std::chrono::hours(1)));
    const TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.desk.push();
    REQUIRE(eventually([&] { return !scene.client.topic(topic).is_null(); }));
    scene.desk.stop();
    scene.settle();
    CHECK(scene.client.topics().size() == 1);
    CHECK(FaultProxy::count(scene.proxy.delivered(), "PUT") == 1);
}

TEST_CASE("a long backlog is told of in steps, down to the end and not with each topic")
{
    constexpr int backlog = 300;
    CabinetScene scene;
    for (int i = 0; i < backlog; ++i)
        (void)scene.desk.finishNote(QStringLiteral("Anliegen %1").arg(i));
    QElapsedTimer took;
    took.start();
    scene.settle();
    const auto& told = scene.desk.told();
    const auto steps = std::count_if(told.begin(), told.end(), [](const ports::BoardStatus& status) {
        return status.state == BoardState::Syncing && status.waiting > 0 && status.waiting < backlog;
    });
    CHECK(steps > 0);
    CHECK(steps <= took.elapsed() / 100 + 1);
    CHECK(told.back().waiting == 0);
    CHECK(told.back().inFlight == 0);
    CHECK(scene.client.topics().size() == backlog);
}

TEST_CASE("another desk is told who changed and who deleted a topic")
{
    CabinetScene scene;
    scene.settle();
    const TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.desk.push();
    REQUIRE(eventually([&] { return !scene.client.topic(topic).is_null(); }));
    CabinetDesk other(scene.account.tenant);
    other.open(scene.proxy.url(), scene.account.token);
    REQUIRE(eventually([&] { return !other.topic(topic).topic.id.isNull(); }));
    const auto history = [&] {
        return other.inCabinet([topic](ports::Cabinet& cabinet) { return cabinet.topicList().history(topic).value(); });
    };
    REQUIRE(scene.desk.inCabinet([topic](ports::Cabinet& cabinet) {
        domain::Topic wanted = cabinet.topicList().entry(topic).value().topic;
        wanted.title = QStringLiteral("Rückruf bis Freitag");
        const ports::Signature by{QStringLiteral("Frau Äpfel"), QDateTime::currentDateTimeUtc()};
        const domain::OperationId operation(QUuid::createUuid());
        return cabinet.topicList().edit(wanted, domain::TopicField::Title, operation, by).has_value();
    }));
    scene.desk.push();
    REQUIRE(eventually([&] { return other.entry(topic).topic.title == QStringLiteral("Rückruf bis Freitag"); }));
    CHECK(history().back().kind == ports::TopicEventKind::Changed);
    CHECK(history().back().by.name == QStringLiteral("Frau Äpfel"));
    const QString name = QStringLiteral("Jürgen Groß, 1. Platz");
    REQUIRE(scene.desk.inCabinet([topic, name](ports::Cabinet& cabinet) {
        const ports::Signature by{name, QDateTime::currentDateTimeUtc()};
        return cabinet.topicList().remove(topic, domain::OperationId(QUuid::createUuid()), by).has_value();
    }));
    scene.desk.push();
    REQUIRE(eventually([&] { return other.entry(topic).topic.deleted; }));
    CHECK(history().back().kind == ports::TopicEventKind::Deleted);
    CHECK(history().back().by.name == name);
}
