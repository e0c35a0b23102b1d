#include "trello_scene.h"

#include "topics/trello/card_topic.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QDeadlineTimer>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using namespace vorzimmer::cloud::topics;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using nlohmann::json;

namespace {

QByteArray at(const std::string& path)
{
    return QByteArray::fromStdString(path);
}

int sent(const TrelloScene& scene, const QByteArray& method, const std::string& path)
{
    return FaultProxy::count(scene.proxy.delivered(), method, at(path));
}

} // namespace

TEST_CASE("a topic becomes a card that says what the topic says", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const json card = scene.trello.card(remote.remoteId.toStdString());
    CHECK(card["name"] == "Rückruf Meyer");
    CHECK(card["idList"] == scene.listNamed("Offen"));
    CHECK(card["due"] == "2031-03-30T12:00:00.000Z");
    CHECK(card["desc"] == "Bitte um Rückruf.\nNummer liegt vor.\n\nFür: Frau Meyer\nPriorität: hoch\n[vorzimmer:" +
                              topic.id.text().toStdString() + "]");
    CHECK(remote.topic.createdBy == QLatin1String("Anna"));

    const auto fetched = scene.fetch(topic.id, remote.remoteId);
    REQUIRE(fetched.answer == Answer::Done);
    CHECK_FALSE(differing(fetched.topic.topic, topic));
    CHECK(fetched.topic.revision == remote.revision);
    CHECK(sent(scene, "POST", "/cards") == 1);
}

TEST_CASE("only what changed is written", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    auto remote = scene.created(topic);
    scene.trello.asClient([&](FakeBoard& boards, const FakeMember&) {
        boards.addLabel(remote.remoteId.toStdString(), "red");
        boards.addChecklist(remote.remoteId.toStdString(), "Schritte");
    });
    topic.title = QStringLiteral("Rückruf Maier");
    topic.text = QStringLiteral("not asked for");
    const auto after = scene.update(topic, TopicField::Title, remote);
    REQUIRE(after.answer == Answer::Done);
    const auto& put = scene.proxy.delivered();
    const auto found = std::find_if(put.begin(), put.end(), [](const SeenRequest& one) { return one.method == "PUT"; });
    REQUIRE(found != put.end());
    CHECK(json::parse(found->body.toStdString()) == json{{"name", "Rückruf Maier"}});
    const json card = scene.trello.card(remote.remoteId.toStdString());
    CHECK(card["idLabels"].size() == 1);
    CHECK(card["idChecklists"].size() == 1);

    scene.proxy.forget();
    const auto same = scene.update(topic, TopicField::Title, after.topic);
    CHECK(same.answer == Answer::Done);
    CHECK(sent(scene, "PUT", "/") == 0); // nothing differs
}

TEST_CASE("states are lists, and done is ticked", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    auto remote = scene.created(topic);
    const auto card = [&] { return scene.trello.card(remote.remoteId.toStdString()); };
    const struct {
        TopicState state;
        const char* list;
    } steps[] = {{TopicState::InProgress, "In Arbeit"},
                 {TopicState::Waiting, "Wartet"},
                 {TopicState::Done, "Erledigt"},
                 {TopicState::Open, "Offen"}};
    for (const auto& step : steps) {
        topic.state = step.state;
        remote = scene.updated(topic, TopicField::State, remote);
        CHECK(card()["idList"] == scene.listNamed(step.list));
        CHECK(card()["dueComplete"] == (step.state == TopicState::Done));
    }
    CHECK(scene.trello.lists().size() == 4);
}

TEST_CASE("a list is made only when a topic needs it", "[contract]")
{
    TrelloScene scene({"To do", "Ideas"});
    Topic topic = someTopic();
    auto remote = scene.created(topic);
    CHECK(scene.trello.lists().size() == 2);
    topic.state = TopicState::Done;
    remote = scene.updated(topic, TopicField::State, remote);
    CHECK(scene.trello.lists().size() == 3);
    CHECK(scene.trello.card(remote.remoteId.toStdString())["idList"] == scene.listNamed("Erledigt"));
    scene.start();
    CHECK(scene.fetch(topic.id, remote.remoteId).topic.topic.state == TopicState::Done);
    CHECK(scene.trello.lists().size() == 3);
}

TEST_CASE("a card in a list of no state stays there", "[contract]")
{
    TrelloScene scene({"Offen", "Ideen", "Erledigt"});
    const std::string ideas = scene.listNamed("Ideen");
    const json card = scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        return boards.createCard({{"idList", ideas}, {"name", "Sommerfest"}, {"desc", "Wo?"}}, client);
    });
    const auto feed = scene.changes();
    REQUIRE(feed.changes.size() == 1);
    CHECK(feed.complete);
    auto known = feed.changes.front();
    CHECK(known.topic.state == TopicState::Open);
    CHECK(known.topic.origin == domain::TopicOrigin::Client);
    CHECK(known.topic.createdBy == QLatin1String("Karla Kundin"));
    Topic wanted = known.topic;
    wanted.person = QStringLiteral("Herr Özil");
    known = scene.updated(wanted, TopicField::Person, known);
    CHECK(scene.trello.card(card["id"])["idList"] == ideas);
    CHECK(scene.trello.card(card["id"])["desc"] ==
          "Wo?\n\nFür: Herr Özil\n[vorzimmer:" + wanted.id.text().toStdString() + " client]");
    // Whether by marker or by card, it is the same topic for everybody.
    scene.start();
    CHECK(topicIn(scene.changes(), wanted.id) != nullptr);
}

TEST_CASE("a change made elsewhere is noticed before it is overwritten", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        boards.changeCard(id, {{"name", "Anders"}}, client);
    });
    topic.title = QStringLiteral("Unser Titel");
    CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Differs);
    CHECK(scene.remove(remote).answer == Answer::Differs);
    CHECK(scene.trello.card(id)["name"] == "Anders");
    const auto now = scene.fetch(topic.id, remote.remoteId);
    CHECK(now.topic.topic.title == QLatin1String("Anders"));
    CHECK(now.topic.topic.changedBy == QLatin1String("Karla Kundin"));
    scene.updated(topic, TopicField::Title, now.topic);
}

TEST_CASE("what somebody wrote between our reading and our writing is put back", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    scene.trello.beforeNext("PUT", "/cards/", [&] {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
            boards.changeCard(id, {{"name", "Karlas Titel"}, {"desc", "Karlas Text"}}, client);
        });
    });
    topic.title = QStringLiteral("Unser Titel");

    SECTION("and the answer is that it differs")
    {
        CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Differs);
    }
    SECTION("also when somebody writes again meanwhile")
    {
        scene.trello.beforeNext("GET", "/cards/" + id + "/actions", [&] {
            scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
                boards.changeCard(id, {{"due", "2030-01-01T10:00:00.000Z"}}, client);
            });
        });
        CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Differs);
        CHECK(scene.trello.card(id)["due"] == "2030-01-01T10:00:00.000Z");
    }
    SECTION("also when our reply is lost")
    {
        scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
        CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Unknown);
        CHECK(scene.fetch(topic.id, remote.remoteId).topic.topic.title == QLatin1String("Karlas Titel"));
    }
    CHECK(scene.trello.card(id)["name"] == "Karlas Titel");
    CHECK(scene.trello.card(id)["desc"] == "Karlas Text");
}

TEST_CASE("what somebody wrote at that moment is put back although the program ended right after our writing", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    const auto client = [&](const json& fields) {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& by) { boards.changeCard(id, fields, by); });
    };
    const auto block = scene.trello.card(id)["desc"].get<std::string>().substr(topic.text.toStdString().size());
    Topic ours = topic;
    ours.title = QStringLiteral("Unser Titel");
    ours.text = QStringLiteral("Unser Text");
    ours.due = QDate(2031, 4, 1);
    ours.state = TopicState::Done;
    const domain::TopicFields all =
        TopicField::Title | domain::TopicFields(TopicField::Text) | TopicField::Due | TopicField::State;
    const auto writeAndEnd = [&](const json& theirs) {
        if (!theirs.is_null())
            scene.trello.beforeNext("PUT", "/cards/", [&client, theirs] { client(theirs); });
        scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
        CHECK(scene.update(ours, all, remote).answer == Answer::Unknown);
        scene.start();
        scene.proxy.forget();
    };
    const auto now = [&] { return scene.trello.card(id); };

    SECTION("nobody did: ours stays, and nothing is written")
    {
        client({{"name", "Unser Titel"}}); // long ago, and somebody had taken it back
        client({{"name", topic.title.toStdString()}});
        const auto known = scene.fetch(topic.id, remote.remoteId).topic;
        scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
        CHECK(scene.update(ours, all, known).answer == Answer::Unknown);
        scene.start();
        scene.proxy.forget();
        CHECK(scene.makeGood(ours, all, known).answer == Answer::Done);
        CHECK(now()["name"] == "Unser Titel");
        CHECK(sent(scene, "PUT", "/") == 0);
    }
    SECTION("the title, and nothing else")
    {
        writeAndEnd({{"name", "Karlas Titel"}});
        CHECK(scene.makeGood(ours, all, remote).answer == Answer::Done);
        CHECK(now()["name"] == "Karlas Titel");
        CHECK(now()["desc"] == "Unser Text" + block);
        CHECK(now()["dueComplete"] == true);
    }
    SECTION("all that we wrote, too")
    {
        writeAndEnd({{"desc", "Karlas Text" + block}, {"due", ""}, {"idList", scene.listNamed("Wartet")}});
        CHECK(scene.makeGood(ours, all, remote).answer == Answer::Done);
        CHECK(now()["name"] == "Unser Titel");
        CHECK(now()["desc"] == "Karlas Text" + block);
        CHECK(now()["due"].is_null());
        CHECK(now()["idList"] == scene.listNamed("Wartet"));
        CHECK(now()["dueComplete"] == false);
    }
    SECTION("what we wrote has been written over since: nothing to do")
    {
        writeAndEnd({{"name", "Karlas Titel"}});
        client({{"name", "Karlas neuer Titel"}});
        CHECK(scene.makeGood(ours, TopicField::Title, remote).answer == Answer::Done);
        CHECK(now()["name"] == "Karlas neuer Titel");
        CHECK(sent(scene, "PUT", "/") == 0);
    }
    SECTION("the card has gone since")
    {
        writeAndEnd(nullptr);
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& by) { boards.deleteCard(id, by); });
        CHECK(scene.makeGood(ours, all, remote).answer == Answer::Done);
    }
}

TEST_CASE("two desks that write at the same moment do not fight", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    scene.trello.beforeNext("GET", "/cards/" + id + "/actions", [&] { // right after our change, another desk's
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
            boards.changeCard(id, {{"name", "Der andere Platz"}}, client);
        });
    });
    topic.title = QStringLiteral("Unser Titel");
    CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Done); // the other one has to make up for it
    CHECK(scene.trello.card(id)["name"] == "Der andere Platz");
}

TEST_CASE("a lost reply to a create leaves one card", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    scene.proxy.failNext("POST", Fault::loseReply(Ending::Reset));
    CHECK(scene.create(topic).answer == Answer::Unknown);
    const auto found = scene.fetch(topic.id);
    REQUIRE(found.answer == Answer::Done);
    CHECK_FALSE(differing(found.topic.topic, topic));
    CHECK(scene.trello.cards().size() == 1);
    CHECK(sent(scene, "POST", "/cards") == 1);
    CHECK(scene.create(topic).answer == Answer::Differs);
    scene.start(); // and a book that knows nothing of it
    CHECK(scene.create(topic).answer == Answer::Differs);
    CHECK(scene.trello.cards().size() == 1);
}

TEST_CASE("a create that never arrived is missing", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    scene.proxy.failNext("POST", Fault::drop(Ending::Reset));
    CHECK(scene.create(topic).answer == Answer::Unknown);
    CHECK(scene.fetch(topic.id).answer == Answer::Missing);
    scene.created(topic);
}

TEST_CASE("a card that the line made twice is one again", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    const QString cursor = scene.changes().next;
    scene.proxy.failNext("POST", Fault::twice());
    auto remote = scene.created(topic);
    const auto both = scene.trello.cards(); // the newer one first, which is the one that we know of
    REQUIRE(both.size() == 2);
    REQUIRE(both.at(0)["id"] == remote.remoteId.toStdString());
    json survivor = both.at(1)["id"];

    SECTION("at the next look") {}
    SECTION("after a start")
    {
        scene.start();
    }
    SECTION("although ours was used meanwhile")
    {
        topic.title = QStringLiteral("Neuer Titel");
        remote = scene.updated(topic, TopicField::Title, remote);
        survivor = remote.remoteId.toStdString();
    }
    SECTION("although the other was used meanwhile")
    {
        topic.title = QStringLiteral("Neuer Titel");
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
            boards.changeCard(survivor, {{"name", "Neuer Titel"}}, client);
        });
    }
    auto feed = scene.changes(cursor);
    REQUIRE(feed.answer == Answer::Done);
    REQUIRE(scene.trello.cards().size() == 1);
    CHECK(scene.trello.cards().at(0)["id"] == survivor); // whoever looks decides the same
    REQUIRE(feed.changes.size() == 1);
    CHECK_FALSE(differing(feed.changes.front().topic, topic));
    feed = scene.changes(feed.next);
    const auto* still = topicIn(feed, topic.id);
    CHECK((!feed.complete || (still && feed.changes.size() == 1)));
    CHECK(scene.fetch(topic.id, feed.changes.empty() ? QString() : feed.changes.front().remoteId).answer == Answer::Done);
}

TEST_CASE("two cards of one topic that were both used: all that was said is on one, the other is put away", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const QString cursor = scene.changes().next;
    scene.proxy.failNext("POST", Fault::twice());
    const auto remote = scene.created(topic);
    const std::string ours = remote.remoteId.toStdString();
    const std::string older = scene.trello.cards().at(1)["id"];
    const auto client = [&](auto act) {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& by) { act(boards, by); });
    };
    const auto living = [](const FeedReply& feed) {
        return std::count_if(feed.changes.begin(), feed.changes.end(),
                             [](const ports::RemoteTopic& one) { return !one.topic.deleted; });
    };
    const QByteArray marker = topic.id.text().toUtf8();
    client([&](FakeBoard& boards, const FakeMember& by) { boards.comment(older, "Ich auch.", by); });
    REQUIRE(scene.addComment(remote, someComment(QStringLiteral("Von uns."))).answer == Answer::Done);

    SECTION("a person has changed ours: it stays, as a topic of its own")
    {
        client([&](FakeBoard& boards, const FakeMember& by) { boards.changeCard(ours, {{"name", "Eigenes"}}, by); });
        const auto feed = scene.changes(cursor);
        CHECK(living(feed) == 2);
        CHECK(topicIn(feed, trello::idOfForeignCard(remote.remoteId))->topic.title == QLatin1String("Eigenes"));
        CHECK(scene.trello.comments(older).size() == 1);
    }
    SECTION("nobody else has")
    {
        auto feed = scene.changes(cursor);
        REQUIRE(feed.answer == Answer::Done);
        CHECK(living(feed) == 1);
        REQUIRE(topicIn(feed, topic.id));
        CHECK(topicIn(feed, topic.id)->remoteId.toStdString() == older);
        CHECK(scene.trello.comments(older).size() == 2);
        CHECK(scene.trello.card(ours)["closed"] == true);
        CHECK(scene.trello.card(ours)["desc"].get<std::string>().find((marker + " deleted]").toStdString()) !=
              std::string::npos);

        SECTION("a desk that still holds the other for the topic finds the right one")
        {
            CHECK(scene.fetch(topic.id, remote.remoteId).topic.remoteId.toStdString() == older);
            scene.start();
            const auto found = scene.fetch(topic.id, remote.remoteId);
            CHECK(found.answer == Answer::Done);
            CHECK(found.topic.remoteId.toStdString() == older);
            REQUIRE(scene.addComment(remote, someComment(QStringLiteral("Noch etwas."))).answer == Answer::Done);
            CHECK(scene.trello.comments(older).size() == 3);
            CHECK(scene.trello.comments(ours).size() == 1);
        }
        SECTION("what is said there a moment too late is moved as well, once")
        {
            client([&](FakeBoard& boards, const FakeMember& by) { boards.comment(ours, "Zu spät.", by); });
            feed = scene.changes(feed.next);
            CHECK(scene.trello.comments(older).size() == 3);
            feed = scene.changes(feed.next);
            REQUIRE(topicIn(feed, topic.id));
            CHECK(topicIn(feed, topic.id)->comments.size() == 3);
            CHECK(topicIn(feed, topic.id)->comments.back().author == QLatin1String("Karla Kundin"));
            scene.start();
            feed = scene.changes(feed.next);
            CHECK(living(feed) == 1);
            CHECK(scene.trello.comments(older).size() == 3);
        }
        SECTION("the topic's own card is deleted for good: the topic is")
        {
            client([&](FakeBoard& boards, const FakeMember& by) { boards.deleteCard(older, by); });
            feed = scene.changes(feed.next);
            CHECK(living(feed) == 0);
            CHECK((!topicIn(feed, topic.id) || topicIn(feed, topic.id)->topic.deleted));
            scene.start();
            feed = scene.changes();
            CHECK(living(feed) == 0);
        }
        SECTION("whoever takes it out of the archive wants it")
        {
            client([&](FakeBoard& boards, const FakeMember& by) { boards.changeCard(ours, {{"closed", false}}, by); });
            feed = scene.changes(feed.next);
            const auto own = trello::idOfForeignCard(remote.remoteId);
            REQUIRE(topicIn(feed, own));
            CHECK_FALSE(topicIn(feed, own)->topic.deleted);
            CHECK(scene.trello.card(ours)["desc"].get<std::string>().find(
                      (own.text() + QStringLiteral(" client]")).toStdString()) != std::string::npos);
            CHECK(scene.fetch(topic.id, {}).topic.remoteId.toStdString() == older);
        }
    }
}

TEST_CASE("a copy made in Trello is a topic of its own", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    auto feed = scene.changes();
    const json copy = scene.trello.asClient(
        [&](FakeBoard& boards, const FakeMember& client) { return boards.copyCard(remote.remoteId.toStdString(), client); });
    feed = scene.changes(feed.next);
    REQUIRE(feed.answer == Answer::Done);
    const auto id = trello::idOfForeignCard(QString::fromStdString(copy["id"]));
    REQUIRE(topicIn(feed, id) != nullptr);
    CHECK(topicIn(feed, id)->topic.title == topic.title);
    CHECK(scene.trello.cards().size() == 2);
    CHECK(scene.trello.card(copy["id"])["desc"].get<std::string>().find(id.text().toStdString()) != std::string::npos);
    scene.start();
    feed = scene.changes(feed.next);
    CHECK(feed.changes.size() == 2);
    CHECK(topicIn(feed, id) != nullptr);
    CHECK(topicIn(feed, topic.id)->remoteId == remote.remoteId);
}

TEST_CASE("a marker that somebody deleted comes back", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    auto feed = scene.changes();
    scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        boards.changeCard(remote.remoteId.toStdString(), {{"desc", "Ganz neu"}}, client);
    });
    feed = scene.changes(feed.next);
    REQUIRE(topicIn(feed, topic.id) != nullptr);
    CHECK(topicIn(feed, topic.id)->topic.text == QLatin1String("Ganz neu"));
    CHECK(scene.trello.card(remote.remoteId.toStdString())["desc"] ==
          "Ganz neu\n\n[vorzimmer:" + topic.id.text().toStdString() + "]");
}

TEST_CASE("deleting puts the card into the archive, and it can come back", "[contract]")
{
    TrelloScene scene;
    Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    const auto gone = scene.remove(remote);
    REQUIRE(gone.answer == Answer::Done);
    CHECK(gone.topic.topic.deleted);
    CHECK(scene.trello.card(id)["closed"] == true);
    CHECK(scene.fetch(topic.id, remote.remoteId).answer == Answer::Deleted);
    CHECK(scene.fetch(topic.id).answer == Answer::Deleted);
    CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Deleted);
    CHECK(scene.remove(remote).answer == Answer::Deleted);
    const auto feed = scene.changes();
    REQUIRE(topicIn(feed, topic.id) != nullptr);
    CHECK(topicIn(feed, topic.id)->topic.deleted);

    topic.title = QStringLiteral("Doch noch");
    topic.state = TopicState::Waiting;
    const auto back = scene.restore(topic, gone.topic);
    REQUIRE(back.answer == Answer::Done);
    CHECK_FALSE(differing(back.topic.topic, topic));
    CHECK(back.topic.remoteId == remote.remoteId);
    CHECK(scene.trello.card(id)["closed"] == false);
    CHECK(scene.trello.card(id)["idList"] == scene.listNamed("Wartet"));
    CHECK(scene.restore(topic, gone.topic).answer == Answer::Differs);
    CHECK(scene.trello.cards().size() == 1);
}

TEST_CASE("a deleted card that somebody takes out of the archive is a topic again, and done when it is put away",
          "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    REQUIRE(scene.remove(remote).answer == Answer::Done);
    auto feed = scene.changes();
    const auto client = [&](const json& fields) {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& by) { boards.changeCard(id, fields, by); });
        feed = scene.changes(feed.next);
        REQUIRE(topicIn(feed, topic.id) != nullptr);
        return topicIn(feed, topic.id)->topic;
    };
    CHECK_FALSE(client({{"closed", false}}).deleted);
    const Topic done = client({{"closed", true}});
    CHECK_FALSE(done.deleted);
    CHECK(done.state == TopicState::Done);
}

TEST_CASE("a card that changes while it is deleted stays", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    scene.trello.beforeNext("PUT", "/cards/", [&] {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
            boards.changeCard(id, {{"name", "Wichtig!"}}, client);
        });
    });
    CHECK(scene.remove(remote).answer == Answer::Differs);
    const auto now = scene.fetch(topic.id, remote.remoteId);
    CHECK(now.answer == Answer::Done);
    CHECK(now.topic.topic.title == QLatin1String("Wichtig!"));
    CHECK(scene.trello.card(id)["closed"] == false);
}

TEST_CASE("what the client does to cards comes with the feed", "[contract]")
{
    TrelloScene scene;
    const Topic topic = someTopic();
    const auto remote = scene.created(topic);
    const std::string id = remote.remoteId.toStdString();
    auto feed = scene.changes();
    REQUIRE(feed.complete);
    const auto client = [&](auto act) {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& by) { act(boards, by); });
        feed = scene.changes(feed.next);
        REQUIRE(feed.answer == Answer::Done);
    };
    SECTION("nothing at all")
    {
        const QString before = feed.next;
        scene.proxy.forget();
        feed = scene.changes(feed.next);
        CHECK(feed.changes.empty());
        CHECK(feed.next == before);
        CHECK(scene.proxy.delivered().size() == 1);
    }
    SECTION("a new text")
    {
        client([&](FakeBoard& boards, const FakeMember& by) {
            boards.changeCard(id, {{"desc", "Neu\n\n[vorzimmer:" + topic.id.text().toStdString() + "]"}}, by);
        });
        REQUIRE(feed.changes.size() == 1);
        CHECK(feed.changes.front().topic.text == QLatin1String("Neu"));
        CHECK(feed.changes.front().topic.changedBy == QLatin1String("Karla Kundin"));
        CHECK_FALSE(feed.complete);
    }
    SECTION("an answer that was not kept is given again")
    {
        const QString before = feed.next;
        client([&](FakeBoard& boards, const FakeMember& by) { boards.changeCard(id, {{"name", "Neu"}}, by); });
        CHECK(topicIn(feed, topic.id) != nullptr);
        feed = scene.changes(before);
        CHECK(topicIn(feed, topic.id) != nullptr);
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember& by) { boards.deleteCard(id, by); });
        CHECK(scene.changes(feed.next).complete);
        CHECK(scene.changes(feed.next).complete);
        feed = scene.changes(scene.changes(feed.next).next);
        CHECK(feed.changes.empty());
        CHECK_FALSE(feed.complete);
    }
    SECTION("a card moved to done and back")
    {
        client([&](FakeBoard& boards, const FakeMember& by) {
            boards.changeCard(id, {{"idList", scene.listNamed("Erledigt")}, {"dueComplete", true}}, by);
        });
        CHECK(feed.changes.at(0).topic.state == TopicState::Done);
        client([&](FakeBoard& boards, const FakeMember& by) {
            boards.changeCard(id, {{"idList", scene.listNamed("In Arbeit")}}, by);
        });
        CHECK(feed.changes.at(0).topic.state == TopicState::InProgress);
        CHECK(scene.trello.card(id)["dueComplete"] == false);
    }
    SECTION("a card in the archive is done")
    {
        client([&](FakeBoard& boards, const FakeMember& by) { boards.changeCard(id, {{"closed", true}}, by); });
        CHECK(feed.changes.at(0).topic.state == TopicState::Done);
        CHECK_FALSE(feed.changes.at(0).topic.deleted);
        Topic wanted = feed.changes.at(0).topic;
        wanted.state = TopicState::Open;
        scene.updated(wanted, TopicField::State, feed.changes.at(0));
        CHECK(scene.trello.card(id)["closed"] == false);
    }
    SECTION("a card deleted for good")
    {
        client([&](FakeBoard& boards, const FakeMember& by) { boards.deleteCard(id, by); });
        CHECK(feed.complete);
        CHECK(feed.changes.empty());
        CHECK(scene.fetch(topic.id, remote.remoteId).answer == Answer::Deleted);
        CHECK(scene.update(topic, TopicField::Title, remote).answer == Answer::Deleted);
        const auto back = scene.restore(topic, remote);
        REQUIRE(back.answer == Answer::Done);
        CHECK(back.topic.remoteId != remote.remoteId);
    }
    SECTION("a card moved to another board")
    {
        const bool seen = GENERATE(true, false);
        client([&](FakeBoard& boards, const FakeMember& by) {
            const std::string elsewhere = boards.addBoard("Anderswo");
            boards.changeCard(id, {{"idBoard", elsewhere}}, by);
            if (!seen)
                scene.trello.hide(elsewhere);
        });
        CHECK(feed.complete);
        CHECK(feed.changes.empty());
        CHECK(scene.fetch(topic.id, remote.remoteId).answer == Answer::Deleted);
    }
    SECTION("a comment")
    {
        client([&](FakeBoard& boards, const FakeMember& by) { boards.comment(id, "Bitte vor zehn.", by); });
        REQUIRE(feed.changes.size() == 1);
        REQUIRE(feed.changes.front().comments.size() == 1);
        const auto& comment = feed.changes.front().comments.front();
        CHECK(comment.author == QLatin1String("Karla Kundin"));
        CHECK(comment.text == QLatin1String("Bitte vor zehn."));
        const auto again = scene.fetch(topic.id, remote.remoteId);
        REQUIRE(again.topic.comments.size() == 1);
        CHECK(again.topic.comments.front().id == comment.id);
        scene.start();
        const auto full = scene.changes(feed.next);
        REQUIRE(topicIn(full, topic.id) != nullptr);
        CHECK(topicIn(full, topic.id)->comments.size() == 1);
    }
    SECTION("a renamed list")
    {
        client([&](FakeBoard& boards, const FakeMember& by) {
            boards.changeList(scene.listNamed("Offen"), {{"name", "Warten auf"}}, by);
        });
        REQUIRE(topicIn(feed, topic.id) != nullptr);
        CHECK(topicIn(feed, topic.id)->topic.state == TopicState::Waiting);
    }
    SECTION("so many that all are read")
    {
        client([&](FakeBoard& boards, const FakeMember& by) {
            for (int i = 0; i < 40; ++i)
                boards.createCard({{"idList", scene.listNamed("Offen")}, {"name", "Nr. " + std::to_string(i)}}, by);
        });
        CHECK(feed.complete);
        CHECK(feed.changes.size() == 41);
    }
}

TEST_CASE("comments go out once", "[contract]")
{
    TrelloScene scene;
    const auto remote = scene.created(someTopic());
    const auto comment = someComment(QStringLiteral("Hat zurückgerufen & dankt; 100 % + Skonto"));
    scene.proxy.failNext("POST", Fault::loseReply(Ending::Fin));
    CHECK(scene.addComment(remote, comment).answer == Answer::Unknown);
    const auto now = scene.fetch(remote.topic.id, remote.remoteId); // what the engine does before it asks again
    REQUIRE(now.topic.comments.size() == 1);
    CHECK(now.topic.comments.front().id == comment.id);
    CHECK(now.topic.comments.front().author == comment.author);
    CHECK(now.topic.comments.front().text == comment.text);
    CHECK(scene.trello.comments(remote.remoteId.toStdString()).size() == 1);
    CHECK(scene.addComment(remote, someComment(QStringLiteral("Und noch etwas."))).answer == Answer::Done);
    CHECK(scene.fetch(remote.topic.id, remote.remoteId).topic.comments.size() == 2);
}

TEST_CASE("a comment that the line made twice is one again", "[contract]")
{
    TrelloScene scene;
    const auto remote = scene.created(someTopic());
    const std::string id = remote.remoteId.toStdString();
    auto feed = scene.changes();
    scene.proxy.failNext("POST", Fault::twice());
    const auto comment = someComment(QStringLiteral("Ruft zurück."));
    CHECK(scene.addComment(remote, comment).answer == Answer::Done);
    const auto said = scene.trello.comments(id); // newest first
    REQUIRE(said.size() == 2);
    scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) { // who quotes us is no echo
        boards.comment(id, said.at(0)["data"]["text"], client);
    });

    SECTION("at the next look") {}
    SECTION("after a start")
    {
        scene.start();
    }
    feed = scene.changes(feed.next);
    REQUIRE(feed.answer == Answer::Done);
    const auto left = scene.trello.comments(id);
    REQUIRE(left.size() == 2);
    CHECK(left.at(1)["id"] == said.at(1)["id"]);
    CHECK(left.at(0)["memberCreator"]["fullName"] == "Karla Kundin");
    scene.proxy.forget();
    CHECK(scene.changes(feed.next).answer == Answer::Done);
    CHECK(sent(scene, "DELETE", "/actions") == 0);
}

TEST_CASE("a long comment is not put into the address")
{
    TrelloScene scene;
    const auto remote = scene.created(someTopic());
    const auto comment = someComment(QString(12'000, QLatin1Char('x')));
    CHECK(scene.addComment(remote, comment).answer == Answer::Done);
    CHECK(scene.fetch(remote.topic.id, remote.remoteId).topic.comments.front().text == comment.text);
    CHECK(scene.addComment(remote, someComment(QString(16'384, QLatin1Char('x')))).answer == Answer::Refused);
}

TEST_CASE("a text that a card cannot hold is refused, not cut")
{
    TrelloScene scene;
    Topic topic = someTopic();
    topic.text = QString(16'320, QLatin1Char('x'));
    const auto refused = scene.create(topic);
    CHECK(refused.answer == Answer::Refused);
    CHECK(refused.problem.contains(QLatin1String("16384")));
    CHECK(scene.trello.cards().empty());
    topic.text = QString(16'200, QLatin1Char('x'));
    const auto remote = scene.created(topic);
    topic.text = QString(20'000, QLatin1Char('x'));
    CHECK(scene.update(topic, TopicField::Text, remote).answer == Answer::Refused);
}

TEST_CASE("the probe says what the board can do, and changes nothing", "[contract]")
{
    TrelloScene scene;
    const auto good = scene.probe();
    REQUIRE(good.answer == Answer::Done);
    CHECK(good.report.listName == QLatin1String("Offene Punkte"));
    CHECK(good.report.product == QLatin1String("Trello"));
    CHECK(good.report.abilities.testFlag(ports::BoardAbility::Writing));
    CHECK(good.report.abilities.testFlag(ports::BoardAbility::Comments));
    CHECK_FALSE(good.report.abilities.testFlag(ports::BoardAbility::InstantNews));
    CHECK(good.report.pollEvery == std::chrono::seconds(15));
    CHECK(FaultProxy::count(scene.proxy.delivered(), "POST") + FaultProxy::count(scene.proxy.delivered(), "PUT") == 0);

    scene.token = FakeTrello::readOnlyToken();
    scene.start();
    const auto reading = scene.probe();
    CHECK(reading.answer == Answer::Done);
    CHECK_FALSE(reading.report.abilities.testFlag(ports::BoardAbility::Writing));
}

TEST_CASE("who only watches a board may not write")
{
    TrelloScene scene;
    scene.trello.setMembership("observer");
    const auto watching = scene.probe();
    CHECK(watching.answer == Answer::Done);
    CHECK_FALSE(watching.report.abilities.testFlag(ports::BoardAbility::Writing));
    const auto denied = scene.create(someTopic());
    CHECK(denied.answer == Answer::NotTaken);
    CHECK(denied.needsPerson);
}

TEST_CASE("the board may be given as a link")
{
    TrelloScene scene;
    const json sheet = scene.trello.asClient(
        [&](const FakeBoard& boards, const FakeMember&) { return boards.board(scene.trello.board()); });
    const QString link = QString::fromStdString(sheet["shortLink"]);
    for (const QString& written : {link, QString::fromStdString(sheet["url"]), QString::fromStdString(sheet["shortUrl"])}) {
        scene.board = written;
        scene.start();
        CHECK(scene.probe().answer == Answer::Done);
    }
    for (const QString& wrong : {QString(), QStringLiteral("../members/me"), QStringLiteral("Kunden?x=1&y"),
                                 QStringLiteral("0123456789abcdef01234567")}) {
        scene.board = wrong;
        scene.start();
        const auto reply = scene.probe();
        CHECK(reply.answer == Answer::NotTaken);
        CHECK(reply.needsPerson);
    }
}

TEST_CASE("a wrong key, a wrong token, a board that is gone: a person is needed, and nothing is lost")
{
    TrelloScene scene;
    const auto remote = scene.created(someTopic());
    const auto blocked = [](const Reply& reply) {
        CHECK(reply.answer == Answer::NotTaken);
        CHECK(reply.needsPerson);
        CHECK_FALSE(reply.problem.isEmpty());
    };
    SECTION("key")
    {
        scene.key = "another-key";
        scene.start();
        const auto feed = scene.changes();
        blocked(feed);
        CHECK(feed.problem.contains(QLatin1String("key")));
    }
    SECTION("token")
    {
        scene.trello.revokeToken();
        blocked(scene.changes());
        blocked(scene.fetch(remote.topic.id, remote.remoteId));
        blocked(scene.create(someTopic()));
    }
    SECTION("board")
    {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember&) { boards.dropBoard(scene.trello.board()); });
        blocked(scene.changes());
        blocked(scene.fetch(remote.topic.id, remote.remoteId)); // not: deleted
        blocked(scene.probe());
    }
    SECTION("closed board")
    {
        scene.trello.asClient([&](FakeBoard& boards, const FakeMember&) {
            boards.changeBoard(scene.trello.board(), {{"closed", true}});
        });
        blocked(scene.probe());
    }
}

TEST_CASE("whatever comes instead of Trello is told from it")
{
    TrelloScene scene;
    const auto remote = scene.created(someTopic());
    const Fault faults[] = {
        Fault::answerWith(200, "<html>Please log in</html>", "text/html"),
        Fault::answerWith(200, "{\"id\":"),
        Fault::answerWith(200, "[1,2]"),
        Fault::answerWith(200, "{}"),
        Fault::answerWith(302, "", "text/html", {"Location: http://example.com/"}),
        Fault::answerWith(500, "oops"),
        Fault::cutAfter(40),
        Fault::answerWith(200, QByteArray(33 * 1024 * 1024, ' ')),
    };
    for (const Fault& fault : faults) {
        scene.proxy.failNext("GET", fault);
        CHECK(scene.fetch(remote.topic.id, remote.remoteId).answer == Answer::Unknown);
        scene.proxy.failNext("GET", fault);
        CHECK(scene.changes().answer == Answer::Unknown);
        scene.proxy.failNext("POST", fault);
        CHECK(scene.addComment(remote, someComment(QStringLiteral("x"))).answer == Answer::Unknown);
    }
    CHECK(scene.changes().answer == Answer::Done);
}

TEST_CASE("a bookmark of another board is not used", "[contract]")
{
    TrelloScene scene;
    scene.created(someTopic());
    for (const char* cursor : {"nonsense", "0123456789abcdef01234567.1.1.1", "..", "a.b.c"})
        CHECK(scene.changes(QLatin1String(cursor)).answer == Answer::Differs);
    const auto feed = scene.changes();
    CHECK(feed.answer == Answer::Done);
    CHECK(scene.changes(feed.next).answer == Answer::Done);
}

TEST_CASE("all cards are read now and then, however many", "[contract]")
{
    TrelloScene scene;
    scene.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        for (int i = 0; i < 2300; ++i)
            boards.createCard({{"idList", scene.listNamed("Offen")}, {"name", std::to_string(i)}}, client);
    });
    scene.habits.fullListEvery = std::chrono::seconds(0); // each time
    auto feed = scene.changes();
    CHECK(feed.changes.size() == 2300);
    feed = scene.changes(feed.next);
    CHECK(feed.complete);
    CHECK(feed.changes.size() == 2300);
}

TEST_CASE("a card that vanishes without any action is missed by the periodic full list", "[contract]")
{
    TrelloScene scene;
    scene.habits.fullListEvery = std::chrono::seconds(2);
    const Topic stays = someTopic(QStringLiteral("bleibt"));
    scene.created(stays);
    const auto remote = scene.created(someTopic(QStringLiteral("verschwindet")));
    auto feed = scene.changes();
    REQUIRE(feed.changes.size() == 2);
    scene.trello.asClient([&](FakeBoard& boards, const FakeMember&) { boards.vanish(remote.remoteId.toStdString()); });
    feed = scene.changes(feed.next);
    CHECK(feed.answer == Answer::Done);
    CHECK_FALSE(feed.complete); // nothing told of it
    for (QDeadlineTimer due(std::chrono::milliseconds(3100)); !due.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    feed = scene.changes(feed.next);
    CHECK(feed.complete);
    CHECK(feed.changes.size() == 1);
    CHECK(topicIn(feed, stays.id) != nullptr);
    CHECK(scene.fetch(remote.topic.id, remote.remoteId).answer == Answer::Deleted);
}

TEST_CASE("Trello's limit is kept, and obeyed when others use it up")
{
    TrelloScene scene;
    scene.habits.pace = trello::Pace(8, std::chrono::milliseconds(600));
    scene.trello.setRateLimit(9, std::chrono::milliseconds(550));
    std::vector<ports::RemoteTopic> made;
    for (int i = 0; i < 12; ++i)
        made.push_back(scene.created(someTopic(QString::number(i))));
    CHECK(scene.trello.cards().size() == 12);

    scene.trello.setRateLimit(0, std::chrono::seconds(10));
    const auto later = scene.create(someTopic());
    CHECK(later.answer == Answer::NotTaken);
    CHECK_FALSE(later.needsPerson);
    REQUIRE(later.wait.has_value());
    CHECK(*later.wait >= std::chrono::seconds(1));
}

TEST_CASE("what was asked is answered in order, and not after the end")
{
    TrelloScene scene;
    std::vector<int> order;
    scene.list().create(someTopic(QStringLiteral("1")), [&](const TopicReply&) { order.push_back(1); });
    const auto onFeed = [&](const FeedReply& feed) {
        order.push_back(2);
        CHECK(feed.changes.size() == 1);
        scene.start(); // in the middle of an answer
    };
    scene.list().changes({}, std::chrono::seconds(0), onFeed, {});
    scene.list().create(someTopic(QStringLiteral("3")), [&](const TopicReply&) { order.push_back(3); });
    for (QDeadlineTimer end(std::chrono::seconds(30)); order.size() < 2 && !end.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    scene.probe(); // time enough for what must not come
    CHECK(order == std::vector<int>{1, 2});
}

TEST_CASE("neither key nor token is in any message")
{
    // Every reply of these tests is looked at when it comes; the log once more at the end.
    CHECK_FALSE(everythingLogged().contains(QString::fromLatin1(FakeTrello::token())));
    CHECK_FALSE(everythingLogged().contains(QString::fromLatin1(FakeTrello::key())));
}
