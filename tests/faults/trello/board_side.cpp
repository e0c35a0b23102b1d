#include "board_side.h"

#include <catch2/catch.hpp>

namespace vorzimmer::testing {

using domain::Topic;
using domain::TopicId;
using nlohmann::json;

BoardSide::BoardSide(const cloud::SyncOptions& options) : desk(domain::TenantId(QUuid::createUuid()), options) {}

cloud::SyncOptions BoardSide::quickTrello()
{
    cloud::SyncOptions options = quickOptions();
    options.pollEvery = std::chrono::milliseconds(30);
    options.countedRequests = 1'000'000;
    return options;
}

ports::BoardAccess BoardSide::access() const
{
    ports::BoardAccess access;
    access.kind = ports::BoardKind::Trello;
    access.url = proxy.url();
    access.user = QString::fromLatin1(FakeTrello::key());
    access.secret = FakeTrello::token();
    access.list = QString::fromStdString(trello.board());
    return access;
}

void BoardSide::settle()
{
    desk.open(access());
    REQUIRE(desk.waitUntilQuiet());
    hear(); // of the lists it has made itself: they have the whole board read once more
}

void BoardSide::hear()
{
    // One question comes after the other: when the second of two for what is new has been sent, the first has been answered
    // and taken over. A question from the very beginning, as after changes of our own, reads the whole board.
    const size_t before = proxy.delivered().size();
    const QByteArray actions = QByteArray::fromStdString("/boards/" + trello.board() + "/actions?filter=createCard");
    REQUIRE(eventually([&] {
        int forNews = 0;
        for (size_t i = before; i < proxy.delivered().size(); ++i) {
            const SeenRequest& question = proxy.delivered()[i];
            if (question.target.startsWith(actions))
                forNews = question.target.contains("&since=") ? forNews + 1 : 0;
        }
        return forNews >= 2;
    }));
}

void BoardSide::send()
{
    desk.push();
    REQUIRE(eventually([this] { return desk.ledger->operations().empty(); }));
    REQUIRE(desk.waitUntilQuiet());
}

Topic BoardSide::onBoard(const QString& title)
{
    const Topic topic = someTopic(title);
    desk.ledger->createTopic(topic);
    send();
    proxy.forget();
    return topic;
}

std::optional<Topic> BoardSide::atDesk(const QString& title) const
{
    for (const auto& [id, entry] : desk.ledger->entries()) {
        if (entry.topic.title == title && !entry.topic.deleted)
            return entry.topic;
    }
    return std::nullopt;
}

std::string BoardSide::cardOf(const TopicId& topic) const
{
    const auto entry = desk.ledger->entries().at(topic);
    return entry.agreed ? entry.agreed->remoteId.toStdString() : std::string();
}

void BoardSide::change(const TopicId& topic, const json& fields)
{
    const std::string id = cardOf(topic);
    trello.asClient([&](FakeBoard& boards, const FakeMember& client) { boards.changeCard(id, fields, client); });
}

int BoardSide::searches() const
{
    const QByteArray board = QByteArray::fromStdString("/boards/" + trello.board());
    return sent("GET", board + "/cards/all") - sent("GET", board + "/lists?filter=all");
}

int BoardSide::sent(const QByteArray& method, const QByteArray& path) const
{
    return FaultProxy::count(proxy.delivered(), method, path);
}

} // namespace vorzimmer::testing
