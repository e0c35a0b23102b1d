#include "../cloud/desk_side.h"
#include "client_tools.h"
#include "fault_proxy.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;

namespace {

/// A desk on a list of its own, and the client company's tools on the same list.
struct BothSides {
    std::shared_ptr<DavServer> server;
    QString path = server->newList(QStringLiteral("Aufgaben"));
    ClientTools client{*server, path};
    DeskSide desk{domain::TenantId(QUuid::createUuid()), options()};

    explicit BothSides(DavKind kind) : server(DavServer::shared(kind))
    {
        ports::BoardAccess access;
        access.kind = ports::BoardKind::CalDav;
        access.url = server->url(path);
        access.user = server->user();
        access.secret = server->password();
        desk.open(access);
        REQUIRE(desk.waitUntilQuiet());
    }

    static cloud::SyncOptions options()
    {
        cloud::SyncOptions made = quickOptions();
        made.pollEvery = std::chrono::milliseconds(50);
        made.settle = std::chrono::milliseconds(20);
        return made;
    }

    [[nodiscard]] std::optional<Topic> atDesk(const QString& title) const
    {
        for (const auto& [id, entry] : desk.ledger->entries()) {
            if (entry.topic.title == title)
                return entry.topic;
        }
        return std::nullopt;
    }

    void send()
    {
        desk.push();
        REQUIRE(eventually([this] { return desk.ledger->operations().empty(); }));
    }
};

} // namespace

TEST_CASE("the client's own tools and the desk see each other's work")
{
    BothSides both(GENERATE(DavKind::Radicale, DavKind::Xandikos));

    // From the desk to the client.
    Topic topic = someTopic(QStringLiteral("Rückruf, bitte; heute"));
    both.desk.ledger->createTopic(topic);
    both.desk.ledger->comment(topic.id, someComment(QStringLiteral("Ruft zurück")));
    both.send();
    both.client.sync();
    const auto seen = both.client.task(topic.title);
    REQUIRE_FALSE(seen.is_null());
    CHECK(QString::fromStdString(seen.at("description")) == topic.text);
    CHECK(seen.at("priority") == 1);
    CHECK(seen.at("completed") == false);

    // The client edits, completes, creates.
    both.client.edit(topic.title, {QStringLiteral("--priority"), QStringLiteral("low")});
    both.client.complete(topic.title);
    both.client.create(QStringLiteral("Vom Klienten"));
    both.client.sync();
    REQUIRE(eventually([&] { return both.atDesk(QStringLiteral("Vom Klienten")).has_value(); }));
    REQUIRE(eventually([&] { return both.atDesk(topic.title)->state == TopicState::Done; }));
    const Topic edited = *both.atDesk(topic.title);
    CHECK(edited.priority == domain::TopicPriority::Low);
    CHECK(edited.text == topic.text);
    CHECK(edited.person == topic.person); // no other tool knows of it, and it is still there
    CHECK(edited.due == topic.due);
    CHECK(both.desk.ledger->entries().at(topic.id).comments.size() == 1);
    const Topic theirs = *both.atDesk(QStringLiteral("Vom Klienten"));
    CHECK(theirs.origin == domain::TopicOrigin::Client);

    // The desk changes what the client made.
    Topic changed = theirs;
    changed.title = QStringLiteral("Vom Klienten, geklärt");
    changed.due = QDate(2026, 7, 1);
    both.desk.ledger->edit(theirs.id, changed, {TopicField::Title, TopicField::Due});
    both.send();
    both.client.sync();
    CHECK_FALSE(both.client.task(changed.title).is_null());
    CHECK(both.client.count() == 2);

    // Each deletes the other's.
    both.client.remove(topic.title);
    both.desk.ledger->remove(theirs.id);
    both.send();
    both.client.sync();
    CHECK(both.client.count() == 0);
    CHECK(eventually([&] { return both.desk.ledger->entries().at(topic.id).topic.deleted; }));
    CHECK(both.desk.waitUntilQuiet());
}

TEST_CASE("a lost reply on create leaves one task, also in the client's tools")
{
    BothSides both(DavKind::Radicale);
    FaultProxy proxy(both.server->port());
    ports::BoardAccess access;
    access.kind = ports::BoardKind::CalDav;
    access.url = proxy.url();
    access.url.setPath(both.path);
    access.user = both.server->user();
    access.secret = both.server->password();
    both.desk.open(access);
    REQUIRE(both.desk.waitUntilQuiet());
    proxy.failNext("PUT", Fault::loseReply(Ending::Fin));
    both.desk.ledger->createTopic(someTopic(QStringLiteral("Einmal")));
    both.send();
    both.client.sync();
    CHECK(both.client.count() == 1);
    CHECK(FaultProxy::count(proxy.delivered(), "PUT") == 1);
}

TEST_CASE("what both sides changed of one topic, in two fields, comes together")
{
    BothSides both(DavKind::Radicale);
    const Topic topic = someTopic(QStringLiteral("Eins"));
    both.desk.ledger->createTopic(topic);
    both.send();
    both.client.sync();
    both.desk.stop();

    both.client.edit(topic.title, {QStringLiteral("--priority"), QStringLiteral("low")});
    both.client.sync();
    Topic changed = topic;
    changed.title = QStringLiteral("Zwei");
    both.desk.ledger->edit(topic.id, changed, TopicField::Title);
    ports::BoardAccess access;
    access.kind = ports::BoardKind::CalDav;
    access.url = both.server->url(both.path);
    access.user = both.server->user();
    access.secret = both.server->password();
    both.desk.open(access);
    REQUIRE(both.desk.waitUntilQuiet());
    const Topic merged = both.desk.ledger->entries().at(topic.id).topic;
    CHECK(merged.title == QLatin1String("Zwei"));
    CHECK(merged.priority == domain::TopicPriority::Low);
    both.client.sync();
    CHECK(both.client.task(QStringLiteral("Zwei")).at("priority") == 9);
    CHECK(both.desk.status().conflicts == 0);
}
