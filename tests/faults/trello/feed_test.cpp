#include "board_side.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using ports::BoardAbility;
using ports::BoardReport;

namespace {

BoardReport tried(BoardSide& both, const ports::BoardAccess& access)
{
    if (!both.desk.board)
        both.settle();
    std::optional<BoardReport> report;
    QObject here;
    both.desk.board->test(access, &here, [&](const BoardReport& found) { report = found; });
    REQUIRE(eventually([&] { return report.has_value(); }));
    for (const QByteArray& secret :
         {FakeTrello::key(), FakeTrello::token(), FakeTrello::readOnlyToken(), QByteArray("127.0.0.1")})
        CHECK_FALSE(report->problem.contains(QString::fromLatin1(secret)));
    return *report;
}

} // namespace

TEST_CASE("client and desk see each other's work on a board")
{
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.desk.ledger->comment(topic.id, someComment(QStringLiteral("Hat angerufen.")));
    both.send();
    const std::string id = both.cardOf(topic.id);

    both.trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        boards.addLabel(id, "red");
        boards.comment(id, "Bitte vor zehn.", client);
        boards.changeCard(id, {{"idList", boards.lists(both.trello.board())[2]["id"]}}, client);
        boards.createCard({{"idList", boards.lists(both.trello.board())[0]["id"]}, {"name", "Vom Klienten"}}, client);
    });
    REQUIRE(eventually([&] { return both.desk.ledger->entries().at(topic.id).topic.state == TopicState::Waiting; }));
    CHECK(eventually([&] { return both.desk.ledger->entries().at(topic.id).comments.size() == 2; }));
    REQUIRE(eventually([&] { return both.atDesk(QStringLiteral("Vom Klienten")).has_value(); }));

    Topic theirs = *both.atDesk(QStringLiteral("Vom Klienten"));
    CHECK(theirs.origin == domain::TopicOrigin::Client);
    theirs.person = QStringLiteral("Herr Özil");
    both.desk.ledger->edit(theirs.id, theirs, TopicField::Person);
    both.send();
    CHECK(both.card(theirs.id)["desc"].get<std::string>().find("Herr Özil") != std::string::npos);
    CHECK(both.card(topic.id)["idLabels"].size() == 1);
    CHECK(both.desk.ledger->entries().size() == 2);
}

TEST_CASE("cards that vanish without a word are missed at the next start")
{
    BoardSide both;
    both.settle();
    const Topic gone = both.onBoard(QStringLiteral("Rückruf"));
    const Topic stays = both.onBoard(QStringLiteral("Angebot"));
    both.hear(); // of its own cards: one that is told of and not found is looked for in the whole list
    both.trello.asClient([&](FakeBoard& boards, const FakeMember&) { boards.vanish(both.cardOf(gone.id)); });
    both.hear();
    CHECK_FALSE(both.desk.ledger->entries().at(gone.id).topic.deleted); // nothing told of it

    both.desk.stop();
    both.settle();
    CHECK(eventually([&] { return both.desk.ledger->entries().at(gone.id).topic.deleted; }));
    CHECK_FALSE(both.desk.ledger->entries().at(stays.id).topic.deleted);
}

TEST_CASE("a card that vanishes while it is changed here is not lost here")
{
    BoardSide both;
    both.settle();
    Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    both.desk.stop();
    both.trello.asClient([&](FakeBoard& boards, const FakeMember&) { boards.vanish(both.cardOf(topic.id)); });
    topic.title = QStringLiteral("Rückruf bis Freitag");
    both.desk.ledger->edit(topic.id, topic, TopicField::Title);
    both.desk.open(both.access());
    REQUIRE(eventually([&] { return both.desk.ledger->entries().at(topic.id).disputed != domain::TopicFields(); }));
    CHECK(both.desk.ledger->entries().at(topic.id).topic.title == topic.title);
    CHECK(both.trello.cards().empty());

    both.desk.ledger->keepOurs(topic.id);
    both.send();
    REQUIRE(both.trello.cards().size() == 1);
    CHECK(both.card(topic.id)["name"] == "Rückruf bis Freitag");
}

TEST_CASE("a board can be tried out, which changes nothing on it")
{
    BoardSide both;
    both.settle();
    both.proxy.forget();
    const BoardReport good = tried(both, both.access());
    CHECK(good.reachable);
    CHECK(good.product == QLatin1String("Trello"));
    CHECK(good.listName == QLatin1String("Offene Punkte"));
    for (const BoardAbility ability : {BoardAbility::Comments, BoardAbility::Assignee, BoardAbility::Priority,
                                       BoardAbility::SaysWhoChanged, BoardAbility::Writing})
        CHECK(good.abilities.testFlag(ability));
    CHECK_FALSE(good.abilities.testFlag(BoardAbility::InstantNews));

    ports::BoardAccess access = both.access();
    access.secret = FakeTrello::readOnlyToken();
    const BoardReport reading = tried(both, access);
    CHECK(reading.reachable);
    CHECK_FALSE(reading.abilities.testFlag(BoardAbility::Writing));

    const auto refused = [&](const ports::BoardAccess& wrong, const char* said) {
        const BoardReport report = tried(both, wrong);
        CHECK_FALSE(report.reachable);
        INFO(report.problem.toStdString());
        CHECK(report.problem.contains(QLatin1String(said)));
    };
    access.secret = "a-token-that-nobody-knows";
    refused(access, "token");
    access = both.access();
    access.user = QStringLiteral("another-key");
    refused(access, "API key");
    access.user.clear();
    refused(access, "API key");
    access = both.access();
    access.list = QStringLiteral("0123456789abcdef01234567");
    refused(access, "no such board");
    access.list = QStringLiteral("../members/me");
    refused(access, "board");
    both.trello.asClient([&](FakeBoard& boards, const FakeMember&) {
        boards.changeBoard(both.trello.board(), {{"closed", true}});
    });
    refused(both.access(), "closed");
    both.proxy.down();
    CHECK_FALSE(tried(both, both.access()).reachable);
    both.proxy.up();
    CHECK(both.writes() == 0);
}
