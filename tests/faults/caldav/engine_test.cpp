#include "../cloud/desk_side.h"
#include "dav_server.h"
#include "fault_proxy.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using ports::BoardState;

namespace {

/// Slow enough for others to be at the list before the reply is here.
const auto slowly = std::chrono::milliseconds(5);

/// A desk that reaches a CalDAV list through the fault proxy; the client's hand is on the server itself.
struct DavDesk {
    std::shared_ptr<DavServer> server;
    QString path = server->newList(QStringLiteral("Aufgaben"));
    FaultProxy proxy{server->port()};
    DeskSide desk{domain::TenantId(QUuid::createUuid()), options()};

    explicit DavDesk(DavKind kind) : server(DavServer::shared(kind)) {}

    static cloud::SyncOptions options()
    {
        cloud::SyncOptions made = quickOptions();
        made.pollEvery = std::chrono::milliseconds(50);
        made.settle = std::chrono::milliseconds(20);
        return made;
    }

    void settle()
    {
        ports::BoardAccess access;
        access.kind = ports::BoardKind::CalDav;
        access.url = proxy.url();
        access.url.setPath(path);
        access.user = server->user();
        access.secret = server->password();
        desk.open(access);
        REQUIRE(desk.waitUntilQuiet());
    }
    void share(const Topic& topic)
    {
        desk.ledger->createTopic(topic);
        settle();
        proxy.forget();
    }
    [[nodiscard]] QString pathOf(const Topic& topic) const
    {
        return path + QLatin1Char('/') + topic.id.text() + QStringLiteral(".ics");
    }
    [[nodiscard]] QByteArray there(const Topic& topic) const
    {
        const auto answer = server->ask("GET", pathOf(topic));
        return answer.status == 200 ? answer.body : QByteArray();
    }
    [[nodiscard]] int sent(const QByteArray& method) const { return FaultProxy::count(proxy.delivered(), method); }
    /// Of single topics; the feed asks in other ways.
    [[nodiscard]] int reads() const { return FaultProxy::count(proxy.delivered(), "GET"); }
};

} // namespace

TEST_CASE("the reply to a change of a task is lost: read back, not sent again")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.there(topic).contains("STATUS:COMPLETED"));
    CHECK(scene.sent("PUT") == 1);
    CHECK(scene.reads() <= 3);
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("the reply to deleting a task is lost: looked at, not sent again")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    scene.proxy.failNext("DELETE", Fault::loseReply(Ending::Fin));
    scene.desk.ledger->remove(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.there(topic).isEmpty());
    CHECK(scene.sent("DELETE") == 1);
    CHECK(scene.reads() <= 3);
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("the reply to bringing a task back is lost: looked at, not sent again")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    scene.desk.stop();
    CHECK(scene.server->ask("DELETE", scene.pathOf(topic)).status < 300);
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.settle();
    REQUIRE(eventually([&] { return scene.desk.status().conflicts == 1; }));
    scene.proxy.forget();
    scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    scene.desk.ledger->keepOurs(topic.id);
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.there(topic).contains("STATUS:COMPLETED"));
    CHECK(scene.sent("PUT") == 1);
    CHECK(scene.reads() <= 4);
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("a whole list tells what was deleted, and takes nothing of ours that is on its way")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    const Topic stays = someTopic(QStringLiteral("bleibt"));
    const Topic goes = someTopic(QStringLiteral("geht"));
    scene.desk.ledger->createTopic(stays);
    scene.share(goes);
    scene.desk.stop();
    CHECK(scene.server->ask("DELETE", scene.pathOf(goes)).status < 300);
    REQUIRE(scene.desk.ledger->applyChanges({}, QStringLiteral("of another list"))); // no server knows this cursor
    const Topic fresh = someTopic(QStringLiteral("neu"));
    scene.desk.ledger->createTopic(fresh);
    scene.settle();
    CHECK(eventually([&] { return scene.desk.ledger->entries().at(goes.id).topic.deleted; }));
    CHECK_FALSE(scene.desk.ledger->entries().at(stays.id).topic.deleted);
    CHECK_FALSE(scene.desk.ledger->entries().at(fresh.id).topic.deleted);
    CHECK_FALSE(scene.there(fresh).isEmpty());
    CHECK(scene.desk.status().conflicts == 0);
}

TEST_CASE("a task list that is deleted blocks and takes nothing along")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    // In the middle of a reading it looks, for a moment, like a list without tasks.
    bool gone = false;
    if (GENERATE(false, true)) {
        scene.proxy.setPlan([&](const SeenRequest& seen) {
            if (!gone && seen.body.contains("calendar-multiget"))
                gone = scene.server->ask("DELETE", scene.path + QLatin1Char('/')).status < 300;
            return Fault::none();
        });
        const QByteArray before = scene.there(topic);
        CHECK(eventually([&] { // what is read is changed, again should it have been read before
            const QByteArray summary = "SUMMARY:" + QByteArray::number(QDateTime::currentMSecsSinceEpoch());
            (void)scene.server->ask("PUT", scene.pathOf(topic), QByteArray(before).replace("SUMMARY:", summary));
            letPass(std::chrono::milliseconds(20));
            return gone;
        }));
    } else {
        CHECK(scene.server->ask("DELETE", scene.path + QLatin1Char('/')).status < 300);
    }
    REQUIRE(scene.desk.waitFor(BoardState::Blocked));
    CHECK_FALSE(scene.desk.status().problem.isEmpty());
    const size_t asked = scene.proxy.arrived().size();
    letPass(std::chrono::milliseconds(300));
    CHECK(scene.proxy.arrived().size() <= asked + 1);
    CHECK_FALSE(scene.desk.ledger->entries().at(topic.id).topic.deleted);
}

TEST_CASE("a task is deleted once more while it is being brought back: the second deletion is not taken for the first")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    scene.desk.stop();
    CHECK(scene.server->ask("DELETE", scene.pathOf(topic)).status < 300);
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.settle();
    REQUIRE(eventually([&] { return scene.desk.status().conflicts == 1; }));
    scene.proxy.forget();
    scene.proxy.failNext("PUT", Fault::drip(slowly));
    scene.desk.ledger->keepOurs(topic.id);
    scene.desk.push();
    REQUIRE(eventually([&] { return !scene.there(topic).isEmpty(); }));
    CHECK(scene.server->ask("DELETE", scene.pathOf(topic)).status < 300);
    CHECK(eventually([&] {
        const auto agreed = scene.desk.ledger->entries().at(topic.id).agreed;
        return scene.desk.ledger->operations().empty() && agreed && agreed->topic.deleted;
    }));
    CHECK(scene.there(topic).isEmpty());
    CHECK(scene.sent("PUT") == 1);
}

TEST_CASE("a task that was just deleted here is put back as it was, with its old ETag: it is not held for deleted")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    const QByteArray before = scene.there(topic);
    scene.proxy.failNext("DELETE", Fault::drip(slowly));
    scene.desk.ledger->remove(topic.id);
    scene.desk.push();
    REQUIRE(eventually([&] { return scene.there(topic).isEmpty(); }));
    CHECK(scene.server->ask("PUT", scene.pathOf(topic), before, {{"If-None-Match", "*"}}).status == 201);
    CHECK(eventually([&] {
        const auto agreed = scene.desk.ledger->entries().at(topic.id).agreed;
        return scene.desk.ledger->operations().empty() && agreed && !agreed->topic.deleted;
    }));
    letPass(std::chrono::milliseconds(200));
    CHECK_FALSE(scene.there(topic).isEmpty());
    CHECK(scene.sent("DELETE") == 1);
}

namespace {

/// Until told otherwise the list is not asked for news: questions about all of it fail, those about one task pass.
struct NewsHeldBack {
    explicit NewsHeldBack(FaultProxy& proxy)
    {
        proxy.setPlan([held = held](const SeenRequest& seen) {
            const bool news = seen.method == "REPORT" || (seen.method == "PROPFIND" && !seen.body.contains("resourcetype"));
            return *held && news ? Fault::answerWith(503, "") : Fault::none();
        });
    }
    std::shared_ptr<bool> held = std::make_shared<bool>(true);
};

} // namespace

TEST_CASE("what was written here is undone before the list is asked again: a token of the same content hides nothing")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    letPass(std::chrono::milliseconds(200)); // until it has heard of it
    const QByteArray before = scene.there(topic);
    const NewsHeldBack news(scene.proxy);
    const bool removes = GENERATE(false, true);
    const bool restarts = GENERATE(false, true);
    topic.state = TopicState::Done;
    if (removes)
        scene.desk.ledger->remove(topic.id);
    else
        scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(eventually([&] { return scene.desk.ledger->operations().empty(); }));
    if (restarts)
        scene.desk.stop();
    CHECK(scene.server->ask("PUT", scene.pathOf(topic), before).status < 300);
    *news.held = false;
    if (restarts)
        scene.settle();
    CHECK(eventually([&] {
        const Topic here = scene.desk.ledger->entries().at(topic.id).agreed->topic;
        return !here.deleted && here.state == TopicState::Open;
    }));
    CHECK(scene.desk.ledger->operations().empty());
}

TEST_CASE("what was only looked at is undone before the list is asked again: it is not held for what it was")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    letPass(std::chrono::milliseconds(200)); // until it has heard of it
    const QByteArray before = scene.there(topic);
    const NewsHeldBack news(scene.proxy);
    CHECK(scene.server->ask("DELETE", scene.pathOf(topic)).status < 300);
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.push();
    REQUIRE(eventually([&] { return scene.desk.ledger->entries().at(topic.id).agreed->topic.deleted; }));
    CHECK(scene.server->ask("PUT", scene.pathOf(topic), before, {{"If-None-Match", "*"}}).status == 201);
    *news.held = false;
    CHECK(eventually([&] { return !scene.desk.ledger->entries().at(topic.id).agreed->topic.deleted; }));
}

TEST_CASE("a list that nobody has touched is asked for nothing but its news once it was compared")
{
    DavDesk scene(GENERATE(DavKind::Radicale, DavKind::Xandikos));
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.share(topic);
    letPass(std::chrono::milliseconds(300));
    scene.proxy.forget();
    letPass(std::chrono::milliseconds(300));
    CHECK(scene.sent("REPORT") > 0);
    CHECK(scene.sent("PROPFIND") == 0);
    CHECK(scene.reads() == 0);
    CHECK(std::none_of(scene.proxy.delivered().begin(), scene.proxy.delivered().end(),
                       [](const SeenRequest& seen) { return seen.body.contains("calendar-multiget"); }));
}
