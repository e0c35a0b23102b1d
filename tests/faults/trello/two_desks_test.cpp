#include "board_side.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;

namespace {

std::vector<nlohmann::json> openCards(BoardSide& both)
{
    std::vector<nlohmann::json> open = both.trello.cards();
    std::erase_if(open, [](const nlohmann::json& card) { return card["closed"] == true; });
    return open;
}

/// The topics that @p desk shows.
std::vector<Topic> shown(const DeskSide& desk)
{
    std::vector<Topic> living;
    for (const auto& [id, entry] : desk.ledger->entries()) {
        if (!entry.topic.deleted)
            living.push_back(entry.topic);
    }
    return living;
}

} // namespace

TEST_CASE("two desks bring back what the client has deleted for good: one card, with all that was said")
{
    BoardSide both;
    both.settle();
    const Topic topic = both.onBoard(QStringLiteral("Rückruf"));
    DeskSide other(domain::TenantId(QUuid::createUuid()), BoardSide::quickTrello());
    other.open(both.access());
    REQUIRE(other.waitUntilQuiet());
    both.desk.stop();
    other.stop();
    both.trello.asClient(
        [&](FakeBoard& boards, const FakeMember& client) { boards.deleteCard(both.cardOf(topic.id), client); });
    // Each is seen by both before anything is on the board again.
    bool restored = false;
    both.proxy.setPlan([&](const SeenRequest& request) {
        const bool makesCard = request.method == "POST" && request.target.startsWith("/cards?");
        if (makesCard)
            return Fault::delay(std::chrono::milliseconds(500));
        // And neither looks again before both cards have been used.
        const bool looks =
            request.method == "GET" && request.target.startsWith("/boards/") && request.target.contains("/actions?");
        const int said = FaultProxy::count(both.proxy.delivered(), "POST", "/cards/");
        return looks && restored && said < 2 ? Fault::sendAway(503, "1") : Fault::none();
    });
    for (DeskSide* desk : {&both.desk, &other}) {
        Topic changed = topic;
        changed.state = domain::TopicState::InProgress;
        desk->ledger->edit(topic.id, changed, TopicField::State);
        desk->open(both.access());
        REQUIRE(
            eventually([&] { return desk->ledger->entries().at(topic.id).disputed == TopicFields(TopicField::Deletion); }));
    }
    restored = true;
    for (DeskSide* desk : {&both.desk, &other}) {
        desk->ledger->keepOurs(topic.id);
        desk->ledger->comment(topic.id, someComment(QStringLiteral("Hat noch einmal angerufen.")));
        desk->push();
    }
    REQUIRE(eventually([&] { return both.trello.cards().size() == 2; }));

    REQUIRE(eventually([&] { return openCards(both).size() == 1; }));
    const std::string card = openCards(both).at(0)["id"];
    CHECK(eventually([&] { return both.trello.comments(card).size() == 2; }));
    for (const DeskSide* desk : {&both.desk, &other}) {
        CHECK(eventually([&] { return desk->ledger->entries().at(topic.id).comments.size() == 2; }));
        CHECK(eventually([&] {
            const auto agreed = desk->ledger->entries().at(topic.id).agreed;
            return agreed && agreed->remoteId.toStdString() == card;
        }));
        CHECK(shown(*desk).size() == 1);
        CHECK(desk->status().conflicts == 0);
    }
    letPass(std::chrono::milliseconds(200));
    CHECK(both.trello.comments(card).size() == 2); // both desks have looked at it, and said it once
}
