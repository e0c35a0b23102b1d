#include "fake_board.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <algorithm>

namespace vorzimmer::testing {

using nlohmann::json;

namespace {

constexpr int longestText = 16'384;
const char* const noSuchThing = "The requested resource was not found.";

std::string now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
}

/// As Trello counts: characters, not bytes.
qsizetype lengthOf(const json& text)
{
    return QString::fromStdString(text.get<std::string>()).size();
}

json checked(const std::string& field, const json& value)
{
    const auto wrong = [&field] { throw FakeRefusal(400, "invalid value for " + field); };
    if (field == "name" || field == "desc") {
        if (!value.is_string() || lengthOf(value) > longestText || (field == "name" && lengthOf(value) == 0))
            wrong();
    } else if (field == "due") {
        if (value.is_null() || value == "" || value == "null")
            return nullptr;
        const QDateTime due =
            value.is_string() ? QDateTime::fromString(QString::fromStdString(value.get<std::string>()), Qt::ISODateWithMs)
                              : QDateTime();
        if (!due.isValid())
            wrong();
        return due.toUTC().toString(Qt::ISODateWithMs).toStdString();
    } else if (field == "closed" || field == "dueComplete") {
        if (value == "true" || value == "false")
            return value == "true";
        if (!value.is_boolean())
            wrong();
    }
    return value;
}

} // namespace

FakeBoard::FakeBoard() = default;

std::string FakeBoard::newId()
{
    return QStringLiteral("%1%2%3")
        .arg(QDateTime::currentSecsSinceEpoch(), 8, 16, QLatin1Char('0'))
        .arg(QStringLiteral("a1b2c3d4e5"))
        .arg(++m_counter, 6, 16, QLatin1Char('0'))
        .toStdString();
}

std::string FakeBoard::addBoard(const std::string& name)
{
    const std::string id = newId();
    const std::string link = "Bd" + id.substr(18);
    m_boards[id] = {{"id", id},
                    {"name", name},
                    {"desc", ""},
                    {"closed", false},
                    {"shortLink", link},
                    {"url", "https://trello.com/b/" + link + "/board"},
                    {"shortUrl", "https://trello.com/b/" + link}};
    return id;
}

std::string FakeBoard::addList(const std::string& board, const std::string& name, const json& pos, const FakeMember& by)
{
    const json& on = this->board(board);
    if (name.empty())
        throw FakeRefusal(400, "invalid value for name");
    const std::string id = newId();
    const bool top = pos == "top";
    const auto count = static_cast<double>(m_lists.size() + 1);
    m_lists[id] = {{"id", id},
                   {"idBoard", on["id"]},
                   {"name", name},
                   {"closed", false},
                   {"pos", pos.is_number() ? pos.get<double>() : (top ? -count : count) * 16384.0}};
    act("createList", on["id"], {{"list", {{"id", id}, {"name", name}}}}, by);
    return id;
}

const json& FakeBoard::board(const std::string& idOrLink) const
{
    for (const auto& [id, board] : m_boards) {
        if (id == idOrLink || board["shortLink"] == idOrLink)
            return board;
    }
    const bool isId = idOrLink.size() == 24 || idOrLink.size() == 8;
    throw isId ? FakeRefusal(404, noSuchThing) : FakeRefusal(400, "invalid id");
}

json FakeBoard::lists(const std::string& board) const
{
    json all = json::array();
    const std::string id = this->board(board)["id"];
    for (const auto& [key, list] : m_lists) {
        if (list["idBoard"] == id)
            all.push_back(list);
    }
    return all;
}

json FakeBoard::cards(const std::string& board) const
{
    json all = json::array();
    const std::string id = this->board(board)["id"];
    for (auto card = m_cards.crbegin(); card != m_cards.crend(); ++card) {
        if (card->second["idBoard"] == id)
            all.push_back(card->second);
    }
    return all;
}

const json& FakeBoard::card(const std::string& id) const
{
    const auto found = m_cards.find(id);
    if (found == m_cards.end())
        throw FakeRefusal(404, noSuchThing);
    return found->second;
}

json& FakeBoard::cardAt(const std::string& id)
{
    return const_cast<json&>(card(id));
}

const json& FakeBoard::listAt(const std::string& id) const
{
    const auto found = m_lists.find(id);
    if (found == m_lists.end())
        throw FakeRefusal(400, "invalid value for idList");
    return found->second;
}

std::vector<json> FakeBoard::actionsOfBoard(const std::string& board) const
{
    std::vector<json> found;
    const std::string id = this->board(board)["id"];
    std::copy_if(m_actions.crbegin(), m_actions.crend(), std::back_inserter(found),
                 [&id](const json& action) { return action["data"]["board"]["id"] == id; });
    return found;
}

std::vector<json> FakeBoard::actionsOfCard(const std::string& card) const
{
    std::vector<json> found;
    std::copy_if(m_actions.crbegin(), m_actions.crend(), std::back_inserter(found), [&card](const json& action) {
        const json& data = action["data"];
        return data.contains("card") && data["card"]["id"] == card;
    });
    return found;
}

json FakeBoard::briefly(const json& card)
{
    return {{"id", card["id"]}, {"name", card["name"]}, {"idShort", card["idShort"]}, {"shortLink", card["shortLink"]}};
}

json FakeBoard::act(const std::string& type, const std::string& board, json data, const FakeMember& by)
{
    data["board"] = {{"id", board}, {"name", m_boards.at(board)["name"]}, {"shortLink", m_boards.at(board)["shortLink"]}};
    m_actions.push_back(
        {{"id", newId()},
         {"idMemberCreator", by.id},
         {"type", type},
         {"date", now()},
         {"data", std::move(data)},
         {"memberCreator", {{"id", by.id}, {"fullName", by.fullName}, {"username", by.username}, {"initials", "XY"}}}});
    return m_actions.back();
}

json FakeBoard::createCard(const json& fields, const FakeMember& by)
{
    const json& list = listAt(fields.value("idList", ""));
    const std::string id = newId();
    json card = {{"id", id},
                 {"idBoard", list["idBoard"]},
                 {"idList", list["id"]},
                 {"name", checked("name", fields.value("name", json("")))},
                 {"desc", checked("desc", fields.value("desc", json("")))},
                 {"closed", false},
                 {"due", checked("due", fields.value("due", json(nullptr)))},
                 {"dueComplete", checked("dueComplete", fields.value("dueComplete", json(false)))},
                 {"dateLastActivity", now()},
                 {"idShort", static_cast<int>(m_cards.size()) + 1},
                 {"shortLink", "Cd" + id.substr(18)},
                 {"shortUrl", "https://trello.com/c/Cd" + id.substr(18)},
                 {"pos", static_cast<double>(m_cards.size() + 1) * 16384.0},
                 {"idChecklists", json::array()},
                 {"idLabels", json::array()},
                 {"idMembers", json::array()}};
    m_cards[id] = card;
    act("createCard", list["idBoard"], {{"card", briefly(card)}, {"list", {{"id", list["id"]}, {"name", list["name"]}}}},
        by);
    return card;
}

json FakeBoard::copyCard(const std::string& source, const FakeMember& by)
{
    json card = this->card(source);
    const std::string id = newId();
    card["id"] = id;
    card["shortLink"] = "Cd" + id.substr(18);
    m_cards[id] = card;
    act("copyCard", card["idBoard"], {{"card", briefly(card)}, {"cardSource", briefly(this->card(source))}}, by);
    return card;
}

json FakeBoard::changeCard(const std::string& id, const json& fields, const FakeMember& by)
{
    json& card = cardAt(id);
    json values = json::object();
    for (const auto& [field, value] : fields.items()) { // all of it or nothing
        if (field == "idList")
            (void)listAt(value);
        if (!card.contains(field))
            throw FakeRefusal(400, "invalid value for " + field);
        values[field] = checked(field, value);
    }
    for (const auto& [field, value] : values.items()) {
        if (card[field] == value)
            continue;
        const json was = card[field];
        card[field] = value;
        card["dateLastActivity"] = now();
        if (field == "idBoard") {
            act("moveCardFromBoard", was, {{"card", briefly(card)}}, by);
            act("moveCardToBoard", value, {{"card", briefly(card)}}, by);
            continue;
        }
        json brief = briefly(card);
        brief[field] = value;
        json data = {{"card", brief}, {"old", {{field, was}}}};
        if (field == "idList") {
            data["listBefore"] = {{"id", was}, {"name", m_lists.at(was)["name"]}};
            data["listAfter"] = {{"id", value}, {"name", m_lists.at(value)["name"]}};
        }
        act("updateCard", card["idBoard"], data, by);
    }
    return card;
}

void FakeBoard::deleteCard(const std::string& id, const FakeMember& by)
{
    const json card = this->card(id);
    vanish(id);
    act("deleteCard", card["idBoard"],
        {{"card", {{"id", id}, {"idShort", card["idShort"]}, {"shortLink", card["shortLink"]}}}}, by);
}

void FakeBoard::vanish(const std::string& id)
{
    m_cards.erase(id);
    // What had happened to the card is gone with it.
    m_actions.erase(std::remove_if(m_actions.begin(), m_actions.end(),
                                   [&id](const json& action) {
                                       const json& data = action["data"];
                                       return data.contains("card") && data["card"]["id"] == id;
                                   }),
                    m_actions.end());
}

json FakeBoard::comment(const std::string& card, const std::string& text, const FakeMember& by)
{
    const json& on = this->card(card);
    if (text.empty() || lengthOf(text) > longestText)
        throw FakeRefusal(400, "invalid value for text");
    return act("commentCard", on["idBoard"], {{"card", briefly(on)}, {"text", text}}, by);
}

void FakeBoard::deleteComment(const std::string& action)
{
    const auto found =
        std::find_if(m_actions.begin(), m_actions.end(), [&action](const json& one) { return one["id"] == action; });
    if (found == m_actions.end())
        throw FakeRefusal(404, noSuchThing);
    if ((*found)["type"] != "commentCard")
        throw FakeRefusal(400, "invalid value for id");
    m_actions.erase(found);
}

void FakeBoard::changeBoard(const std::string& board, const json& fields)
{
    m_boards.at(board).update(fields);
}

void FakeBoard::changeList(const std::string& list, const json& fields, const FakeMember& by)
{
    json& changed = m_lists.at(list);
    changed.update(fields);
    act("updateList", changed["idBoard"], {{"list", {{"id", list}, {"name", changed["name"]}}}}, by);
}

void FakeBoard::addChecklist(const std::string& card, const std::string& name)
{
    (void)name;
    cardAt(card)["idChecklists"].push_back(newId());
}

void FakeBoard::addLabel(const std::string& card, const std::string& color)
{
    (void)color;
    cardAt(card)["idLabels"].push_back(newId());
}

void FakeBoard::dropBoard(const std::string& board)
{
    m_boards.erase(board);
    std::erase_if(m_cards, [&board](const auto& entry) { return entry.second["idBoard"] == board; });
    std::erase_if(m_lists, [&board](const auto& entry) { return entry.second["idBoard"] == board; });
}

} // namespace vorzimmer::testing
