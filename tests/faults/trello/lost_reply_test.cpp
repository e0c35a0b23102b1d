#include "board_side.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;

TEST_CASE("the reply to a create is lost: one card, looked for instead of sent again")
{
    const auto ending = GENERATE(Ending::Reset, Ending::Fin);
    BoardSide both;
    both.settle();
    both.proxy.forget();
    both.proxy.failNext("POST", Fault::loseReply(ending));
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    both.desk.ledger->createTopic(topic);
    both.send();
    CHECK(both.trello.cards().size() == 1);
    CHECK(both.card(topic.id)["name"] == "Rückruf");
    CHECK(both.writes() == 1);
    CHECK(both.searches() == 1);
}

TEST_CASE("the create itself is lost: looked for, then sent")
{
    const auto ending = GENERATE(Ending::Reset, Ending::Fin);
    BoardSide both;
    both.settle();
    both.proxy.forget();
    both.proxy.failNext("POST", Fault::drop(ending));
    both.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    both.send();
    CHECK(both.trello.cards().size() == 1);
    CHECK(both.writes() == 1);
    CHECK(FaultProxy::count(both.proxy.arrived(), "POST") == 2);
}

TEST_CASE("a create that arrives twice leaves one card in the end")
{
    BoardSide both;
    both.settle();
    both.proxy.failNext("POST", Fault::twice());
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    both.desk.ledger->createTopic(topic);
    both.send();
    CHECK(eventually([&] { return both.trello.cards().size() == 1; }));
    REQUIRE(both.desk.waitUntilQuiet());
    CHECK(both.desk.ledger->entries().size() == 1);
    CHECK(both.card(topic.id)["name"] == "Rückruf");
}

TEST_CASE("what a create or a comment left behind twice is not taken for removed because a login page says 200")
{
    const Fault page = Fault::answerWith(200, "<html>", "text/html");
    BoardSide both;
    both.settle();
    both.proxy.failNext("POST", Fault::twice());
    both.proxy.failNext("DELETE", page);
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    both.desk.ledger->createTopic(topic);
    both.send();
    CHECK(eventually([&] { return both.trello.cards().size() == 1; }));
    REQUIRE(both.desk.waitUntilQuiet());
    CHECK(both.sent("DELETE", "/cards/") == 1);

    both.proxy.failNext("POST", Fault::twice());
    both.proxy.failNext("DELETE", page);
    both.desk.ledger->comment(topic.id, someComment(QStringLiteral("Ist da.")));
    both.send();
    CHECK(eventually([&] { return both.trello.comments(both.cardOf(topic.id)).size() == 1; }));
    CHECK(both.sent("DELETE", "/actions/") == 1);
}

TEST_CASE("the reply to a change is lost: written once")
{
    BoardSide both;
    both.settle();
    Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    topic.title = QStringLiteral("Rückruf bis Freitag");
    topic.state = TopicState::Waiting;
    both.desk.ledger->edit(topic.id, topic, TopicField::Title | domain::TopicFields(TopicField::State));
    both.send();
    CHECK(both.card(topic.id)["name"] == "Rückruf bis Freitag");
    CHECK(both.writes() == 1);
    CHECK(both.desk.ledger->entries().at(topic.id).topic.state == TopicState::Waiting);
    CHECK(both.desk.status().conflicts == 0);
}

TEST_CASE("the reply to a change is lost, and the client writes the same field a moment before or after")
{
    const bool before = GENERATE(true, false);
    BoardSide both;
    both.settle();
    Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    const auto theirs = [&] { both.change(topic.id, {{"name", "Karlas Titel"}}); };
    if (before)
        both.trello.beforeNext("PUT", "/cards/", theirs);
    else
        both.trello.beforeNext("GET", "/cards/", [&] { both.trello.beforeNext("GET", "/cards/", theirs); });
    both.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    topic.title = QStringLiteral("Unser Titel");
    both.desk.ledger->edit(topic.id, topic, TopicField::Title);
    both.desk.push();
    const auto dispute = [&] { return both.desk.ledger->entries().at(topic.id); };
    CHECK(eventually([&] {
        const auto now = dispute();
        const bool asked =
            now.disputed.testFlag(TopicField::Title) && now.theirs->topic.title == QStringLiteral("Karlas Titel");
        return asked || (!before && now.topic.title == QStringLiteral("Karlas Titel"));
    }));
    CHECK(eventually([&] { return both.card(topic.id)["name"] == "Karlas Titel"; }));
    CHECK((!before || dispute().topic.title == QStringLiteral("Unser Titel"))); // kept here until a person decides
}

TEST_CASE("the program ends after a change that has met the client's: kept here, put back there, a person is asked")
{
    BoardSide both;
    both.settle();
    Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.trello.beforeNext("PUT", "/cards/", [&] { both.change(topic.id, {{"name", "Karlas Titel"}}); });
    bool written = false;
    both.proxy.setPlan([&](const SeenRequest& request) { // nothing gets through any more once it is written
        written = written || request.method == "PUT";
        return written ? Fault::loseReply(Ending::Reset) : Fault::none();
    });
    topic.title = QStringLiteral("Unser Titel");
    both.desk.ledger->edit(topic.id, topic, TopicField::Title);
    both.desk.push();
    REQUIRE(eventually([&] { return both.card(topic.id)["name"] == "Unser Titel"; }));
    both.desk.stop();

    both.proxy.setPlan({});
    both.desk.open(both.access());
    const auto here = [&] { return both.desk.ledger->entries().at(topic.id); };
    REQUIRE(eventually([&] { return here().disputed.testFlag(TopicField::Title); }));
    CHECK(here().topic.title == QLatin1String("Unser Titel"));
    CHECK(here().theirs->topic.title == QLatin1String("Karlas Titel"));
    CHECK(both.card(topic.id)["name"] == "Karlas Titel");
}

TEST_CASE("the reply to a deletion is lost: into the archive once")
{
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    both.desk.ledger->remove(topic.id);
    both.send();
    CHECK(both.trello.cards().at(0)["closed"] == true);
    CHECK(both.writes() == 1);
    CHECK(both.desk.ledger->entries().at(topic.id).topic.deleted);
}

TEST_CASE("nobody could look after a deletion that has met the client's change: what was written there is told")
{
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.trello.beforeNext("PUT", "/cards/", [&] { both.change(topic.id, {{"name", "Karlas Titel"}}); });
    bool written = false;
    both.proxy.setPlan([&](const SeenRequest& request) {
        written = written || request.method == "PUT";
        return written ? Fault::loseReply(Ending::Reset) : Fault::none();
    });
    both.desk.ledger->remove(topic.id);
    both.desk.push();
    REQUIRE(eventually([&] { return written && both.trello.cards().at(0)["closed"] == true; }));
    both.desk.stop();
    both.proxy.setPlan({});
    both.desk.open(both.access());
    REQUIRE(eventually([&] { return both.desk.ledger->operations().empty(); }));
    CHECK(both.desk.ledger->entries().at(topic.id).agreed->topic.title == QLatin1String("Karlas Titel"));
    CHECK(both.desk.ledger->entries().at(topic.id).topic.deleted);
}

TEST_CASE("the reply to a comment is lost: said once")
{
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.proxy.failNext("POST", Fault::loseReply(Ending::Fin));
    both.desk.ledger->comment(topic.id, someComment(QStringLiteral("Hat angerufen.")));
    both.send();
    CHECK(both.trello.comments(both.cardOf(topic.id)).size() == 1);
    CHECK(both.writes() == 1);
    CHECK(both.desk.ledger->entries().at(topic.id).comments.size() == 1);
}

TEST_CASE("the reply to bringing a card back is lost: one card, with our values")
{
    BoardSide both;
    both.settle();
    Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.desk.stop();
    both.change(topic.id,
                {{"desc", "Weg damit\n\n[vorzimmer:" + topic.id.text().toStdString() + " deleted]"}, {"closed", true}});
    topic.title = QStringLiteral("Doch noch wichtig");
    both.desk.ledger->edit(topic.id, topic, TopicField::Title);
    both.desk.open(both.access());
    REQUIRE(eventually([&] { return both.desk.ledger->entries().at(topic.id).disputed != domain::TopicFields(); }));
    both.proxy.forget();
    both.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    both.desk.ledger->keepOurs(topic.id);
    both.send();
    CHECK(both.trello.cards().size() == 1);
    CHECK(both.card(topic.id)["closed"] == false);
    CHECK(both.card(topic.id)["name"] == "Doch noch wichtig");
    CHECK(both.writes() == 1);
}
