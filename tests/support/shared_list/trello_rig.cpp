#include "trello_rig.h"

#include "topics/trello/card_topic.h"

#include <algorithm>

namespace vorzimmer::testing {

using domain::TopicId;
using domain::TopicState;
using nlohmann::json;

namespace {

QString text(const json& object, const char* name)
{
    return QString::fromStdString(object.at(name).get<std::string>());
}

/// The text that people write, and our block of lines below it.
struct Sheet {
    QString text;
    QString block; ///< with the blank line before it; empty on a card that no desk has written
};

Sheet sheetOf(const json& card)
{
    const QString desc = text(card, "desc");
    const qsizetype mark = desc.lastIndexOf(QLatin1String("[vorzimmer:"));
    if (mark < 0)
        return {desc, {}};
    qsizetype begin = mark;
    if (desc.left(begin).endsWith(QLatin1String("\n\n")))
        begin -= 2;
    return {desc.left(begin), desc.mid(begin)};
}

TopicId topicOf(const json& card)
{
    const QString block = sheetOf(card).block.trimmed();
    const TopicId marked = TopicId::parse(block.mid(11, 36));
    return marked.isNull() ? cloud::topics::trello::idOfForeignCard(text(card, "id")) : marked;
}

bool isDeleted(const json& card)
{
    return card["closed"] == true && sheetOf(card).block.endsWith(QLatin1String(" deleted]"));
}

QString remarkIn(const json& action)
{
    const QString written = text(action["data"], "text");
    const qsizetype mark = written.lastIndexOf(QLatin1String("[vorzimmer:"));
    return mark < 0 ? written : written.left(written.lastIndexOf(QLatin1String("\n\n"), mark));
}

/// The id of the topic's card: one that is there, else one that was deleted; empty without any.
std::string cardOf(const FakeBoard& boards, const std::string& board, const TopicId& id, bool deleted)
{
    for (const json& card : boards.cards(board)) {
        if (topicOf(card) == id && isDeleted(card) == deleted)
            return card["id"];
    }
    return {};
}

std::vector<json> commentsOn(const FakeBoard& boards, const std::string& card)
{
    std::vector<json> found;
    for (const json& action : boards.actionsOfCard(card)) {
        if (action["type"] == "commentCard")
            found.push_back(action);
    }
    return found;
}

std::vector<QString> said(const FakeBoard& boards, const json& card)
{
    std::vector<QString> texts = {text(card, "name"), sheetOf(card).text};
    for (const json& action : commentsOn(boards, card["id"]))
        texts.push_back(remarkIn(action));
    return texts;
}

TopicState stateOf(const FakeBoard& boards, const json& card)
{
    if (card["closed"] == true || card["dueComplete"] == true)
        return TopicState::Done;
    const json lists = boards.lists(card["idBoard"]); // in the order of the states
    const auto list = std::find_if(lists.begin(), lists.end(), [&](const json& one) { return one["id"] == card["idList"]; });
    return static_cast<TopicState>(list - lists.begin());
}

} // namespace

ports::BoardAccess TrelloRig::access(const QUrl& proxy) const
{
    ports::BoardAccess access;
    access.kind = ports::BoardKind::Trello;
    access.url = proxy;
    access.user = QString::fromLatin1(FakeTrello::key());
    access.secret = FakeTrello::token();
    access.list = QString::fromStdString(m_trello.board());
    return access;
}

std::vector<ListedTopic> TrelloRig::list()
{
    return m_trello.asClient([this](const FakeBoard& boards, const FakeMember&) {
        std::vector<ListedTopic> all;
        for (const json& card : boards.cards(m_trello.board())) {
            if (isDeleted(card))
                continue;
            ListedTopic listed;
            listed.id = topicOf(card);
            listed.title = text(card, "name");
            listed.text = sheetOf(card).text;
            listed.state = stateOf(boards, card);
            for (const json& action : commentsOn(boards, card["id"]))
                listed.comments.insert(remarkIn(action));
            all.push_back(std::move(listed));
        }
        return all;
    });
}

TopicId TrelloRig::create(const QString& title)
{
    return m_trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        const json list = boards.lists(m_trello.board())[0]["id"];
        return topicOf(boards.createCard({{"idList", list}, {"name", title.toStdString()}}, client));
    });
}

/// Does something to the card as it is now; answers what it said before.
template <class Change>
std::vector<QString> TrelloRig::change(const TopicId& id, Change change)
{
    return m_trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        const std::string card = cardOf(boards, m_trello.board(), id, false);
        if (card.empty())
            return std::vector<QString>();
        std::vector<QString> before = said(boards, boards.card(card));
        change(boards, client, card);
        return before;
    });
}

std::vector<QString> TrelloRig::setTitle(const TopicId& id, const QString& title)
{
    return change(id, [&](FakeBoard& boards, const FakeMember& client, const std::string& card) {
        boards.changeCard(card, {{"name", title.toStdString()}}, client);
    });
}

std::vector<QString> TrelloRig::setText(const TopicId& id, const QString& written)
{
    return change(id, [&](FakeBoard& boards, const FakeMember& client, const std::string& card) {
        const QString block = sheetOf(boards.card(card)).block.trimmed();
        const QString desc = block.isEmpty() ? written : written + QStringLiteral("\n\n") + block;
        boards.changeCard(card, {{"desc", desc.toStdString()}}, client);
    });
}

std::vector<QString> TrelloRig::setState(const TopicId& id, TopicState state)
{
    return change(id, [&](FakeBoard& boards, const FakeMember& client, const std::string& card) {
        const json list = boards.lists(m_trello.board())[static_cast<size_t>(state)]["id"];
        boards.changeCard(card, {{"idList", list}}, client);
    });
}

bool TrelloRig::comment(const TopicId& id, const QString& written)
{
    const auto before = change(id, [&](FakeBoard& boards, const FakeMember& client, const std::string& card) {
        boards.comment(card, written.toStdString(), client);
    });
    return !before.empty();
}

std::vector<QString> TrelloRig::remove(const TopicId& id)
{
    return change(
        id, [](FakeBoard& boards, const FakeMember& client, const std::string& card) { boards.deleteCard(card, client); });
}

bool TrelloRig::restore(const TopicId& id, const QString& title)
{
    return m_trello.asClient([&](FakeBoard& boards, const FakeMember& client) {
        const bool there = !cardOf(boards, m_trello.board(), id, false).empty();
        const std::string card = cardOf(boards, m_trello.board(), id, true);
        if (there || card.empty())
            return false;
        boards.changeCard(card, {{"closed", false}, {"name", title.toStdString()}}, client);
        return true;
    });
}

} // namespace vorzimmer::testing
