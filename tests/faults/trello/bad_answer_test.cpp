#include "board_side.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using ports::BoardState;
using ports::OperationState;

namespace {

const QByteArray loginPage = "<!DOCTYPE html><html><body><form>Login</form></body></html>";

struct BadAnswer {
    const char* name;
    Fault fault;
    const char* said; ///< part of the problem
};

std::vector<BadAnswer> badAnswers()
{
    return {
        {"a login page with 200", Fault::answerWith(200, loginPage, "text/html"), "web page"},
        {"garbage", Fault::answerWith(200, QByteArray("\x00\xff{]", 4)), "not a topic list's"},
        {"JSON of something else", Fault::answerWith(200, R"({"ok":true})"), "not a topic list's"},
        {"a list of something else", Fault::answerWith(200, R"([{"id":7}])"), "not a topic list's"},
        {"half a document", Fault::answerWith(200, R"([{"id":")"), "not a topic list's"},
        {"no content", Fault::answerWith(204, ""), "not a topic list's"},
        {"a redirect", Fault::answerWith(302, "", "text/html", {"Location: https://login.example.org/?secret=1"}),
         "elsewhere"},
        {"a huge body", Fault::answerWith(200, QByteArray(300'000, ' ')), "too long"},
    };
}

/// No status may give away what it must not.
void checkDiscretion(const BoardSide& both)
{
    const QByteArray secrets[] = {FakeTrello::key(), FakeTrello::token(), "secret", "127.0.0.1", "Rückruf", "Lindgren"};
    for (const auto& status : both.desk.statuses) {
        for (const QByteArray& secret : secrets)
            CHECK_FALSE(status.problem.contains(QString::fromUtf8(secret)));
    }
}

void checkBlocked(BoardSide& both, const char* said)
{
    REQUIRE(both.desk.waitFor(BoardState::Blocked));
    CHECK(both.desk.status().problem.contains(QLatin1String(said)));
    const auto asked = both.proxy.arrived().size();
    letPass(std::chrono::milliseconds(300));
    CHECK(both.proxy.arrived().size() <= asked + 2); // not again and again
    CHECK(both.desk.status().state == BoardState::Blocked);
    checkDiscretion(both);
}

} // namespace

TEST_CASE("whatever comes instead of Trello: said clearly, nothing taken over, healed by itself")
{
    cloud::SyncOptions options = BoardSide::quickTrello();
    options.maxReply = 200'000;
    BoardSide both(options);
    both.settle();
    for (const BadAnswer& bad : badAnswers()) {
        INFO(bad.name);
        const auto before = both.desk.ledger->entries().size();
        const auto isUnreachable = [&] { return both.desk.status().state == BoardState::Unreachable; };
        REQUIRE(eventually([&] { return !isUnreachable(); }));
        both.proxy.setPlan([&bad](const SeenRequest&) { return bad.fault; });
        // A round that was under way may still have ended well; after one that did not, none can.
        REQUIRE(eventually(isUnreachable));
        const QString cursor = both.desk.ledger->storedCursor();
        const Topic topic = someTopic(QStringLiteral("Rückruf"));
        both.desk.ledger->createTopic(topic);
        both.desk.push();
        CHECK(eventually([&] { return isUnreachable() && both.desk.status().problem.contains(QLatin1String(bad.said)); }));
        CHECK(eventually([&] { return both.desk.ledger->operations().at(0).attempt >= 2; }));
        CHECK(both.desk.ledger->entries().size() == before + 1);
        CHECK(both.desk.ledger->storedCursor() == cursor);
        both.proxy.setPlan(nullptr);
        both.send();
        CHECK(both.card(topic.id)["name"] == "Rückruf");
    }
    CHECK(both.trello.cards().size() == badAnswers().size());
    checkDiscretion(both);
}

TEST_CASE("a list that breaks off half way is not taken over by half")
{
    BoardSide both;
    both.settle();
    const Topic gone = both.onBoard(QStringLiteral("Rückruf"));
    both.desk.stop();
    both.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        boards.deleteCard(both.cardOf(gone.id), client);
        const std::string list = boards.lists(both.trello.board())[0]["id"];
        for (int i = 0; i < 1500; ++i)
            boards.createCard({{"idList", list}, {"name", std::to_string(i)}}, client);
    });
    const QString cursor = both.desk.ledger->storedCursor();
    both.proxy.setPlan([](const SeenRequest& seen) { // the second page of cards
        const bool second = seen.target.contains("/cards/all") && seen.target.contains("before=");
        return second ? Fault::answerWith(200, "[{\"id\":") : Fault::none();
    });
    both.desk.open(both.access());
    CHECK(both.desk.waitFor(BoardState::Unreachable));
    CHECK(both.desk.ledger->entries().size() == 1);
    CHECK_FALSE(both.desk.ledger->entries().at(gone.id).topic.deleted);
    CHECK(both.desk.ledger->storedCursor() == cursor);
    both.proxy.setPlan(nullptr);
    REQUIRE(both.desk.waitUntilQuiet());
    CHECK(both.desk.ledger->entries().size() == 1501);
    CHECK(both.desk.ledger->entries().at(gone.id).topic.deleted);
}

TEST_CASE("a token that is taken back blocks the board until a person acts")
{
    BoardSide both;
    both.settle();
    both.trello.revokeToken();
    both.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    both.desk.push();
    checkBlocked(both, "does not know the token");
    CHECK(both.desk.status().waiting == 1);
    CHECK(both.desk.ledger->operations().at(0).state != OperationState::Blocked);

    both.trello.revokeToken(false);
    both.desk.open(both.access());
    REQUIRE(both.desk.waitUntilQuiet());
    CHECK(both.trello.cards().size() == 1);
}

TEST_CASE("a board that is deleted blocks, and deletes nothing here")
{
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.trello.asClient([&](FakeBoard& boards, const FakeMember&) { boards.dropBoard(both.trello.board()); });
    both.desk.ledger->comment(topic.id, someComment(QStringLiteral("Noch da?")));
    both.desk.push();
    checkBlocked(both, "no such board");
    CHECK_FALSE(both.desk.ledger->entries().at(topic.id).topic.deleted);
    CHECK(both.desk.status().waiting == 1);
}

TEST_CASE("a token that may only read: the client's changes still come in")
{
    BoardSide both;
    ports::BoardAccess access = both.access();
    access.secret = FakeTrello::readOnlyToken();
    both.desk.open(access);
    REQUIRE(both.desk.waitUntilQuiet());
    both.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    both.desk.push();
    REQUIRE(both.desk.waitFor(BoardState::Blocked));
    CHECK(both.desk.status().problem.contains(QLatin1String("may write")));
    both.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        boards.createCard({{"idList", boards.lists(both.trello.board())[0]["id"]}, {"name", "Vom Klienten"}}, client);
    });
    CHECK(eventually([&] { return both.atDesk(QStringLiteral("Vom Klienten")).has_value(); }));
    CHECK(both.trello.cards().size() == 1);
}

TEST_CASE("a list that is put away is replaced when a topic needs its state")
{
    BoardSide both;
    both.settle();
    const std::string open = both.trello.lists().at(0)["id"];
    both.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        boards.changeList(open, {{"closed", true}}, client);
        boards.addList(both.trello.board(), "Klient fragt", "bottom", client);
    });
    REQUIRE(both.desk.waitUntilQuiet()); // the feed has told of it
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    CHECK(both.card(topic.id)["idList"] != open);
    CHECK(both.desk.ledger->entries().at(topic.id).topic.state == domain::TopicState::Open);
    CHECK(both.trello.lists().size() == 5);
}

TEST_CASE("what is sent away with 429 waits as long as it is told to")
{
    const QByteArray later = GENERATE(QByteArray("7"), QByteArray("Wed, 21 Oct 2099 07:28:00 GMT"));
    cloud::SyncOptions options = BoardSide::quickTrello();
    options.backoff.askedCap = std::chrono::seconds(7);
    BoardSide both(options);
    both.settle();
    both.proxy.forget();
    both.proxy.setPlan([&later](const SeenRequest&) { return Fault::sendAway(429, later); });
    both.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    both.desk.push();
    REQUIRE(both.desk.waitFor(BoardState::Unreachable));
    CHECK(both.desk.status().problem.contains(QLatin1String("429")));
    const QDateTime next = both.desk.status().nextTry;
    CHECK(QDateTime::currentDateTimeUtc().secsTo(next) >= 3);
    const auto asked = both.proxy.arrived().size();
    letPass(std::chrono::milliseconds(400));
    CHECK(both.proxy.arrived().size() <= asked + 1); // the feed's own question may have been under way

    both.proxy.setPlan(nullptr);
    both.desk.board->retryNow(both.desk.tenant);
    both.send();
    CHECK(both.trello.cards().size() == 1);
}

TEST_CASE("a clock that is a year wrong loses nothing")
{
    const qint64 skew = GENERATE(-365, 365) * 86'400LL;
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.desk.stop();
    both.desk.clock.setSkew(skew);
    both.change(topic.id, {{"name", "Rückruf bis Freitag"}});
    both.desk.open(both.access());
    CHECK(eventually([&] { return both.atDesk(QStringLiteral("Rückruf bis Freitag")).has_value(); }));
    Topic changed = *both.atDesk(QStringLiteral("Rückruf bis Freitag"));
    changed.state = domain::TopicState::Done;
    both.desk.ledger->edit(topic.id, changed, domain::TopicField::State);
    both.send();
    CHECK(both.card(topic.id)["dueComplete"] == true);
    both.change(topic.id, {{"name", "Rückruf bis Samstag"}});
    CHECK(eventually([&] { return both.atDesk(QStringLiteral("Rückruf bis Samstag")).has_value(); }));
}
