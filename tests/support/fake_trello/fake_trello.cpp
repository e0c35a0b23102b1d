#include "fake_trello.h"

#include <QFile>
#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <sstream>

namespace vorzimmer::testing {

using nlohmann::json;

namespace {

const std::string anId = "([0-9a-fA-F]{24})";

QFile& book()
{
    static QFile file(qEnvironmentVariable("VZ_TRELLO_EXCHANGES"));
    if (!file.isOpen() && !file.fileName().isEmpty() && !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw std::runtime_error("VZ_TRELLO_EXCHANGES names a file that cannot be written");
    return file;
}

void writeDown(const httplib::Request& request, const httplib::Response& response)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (book().fileName().isEmpty())
        return;
    json query = json::object();
    for (const auto& [name, value] : request.params)
        query[name] = value;
    const json line = {{"method", request.method},
                       {"path", request.path},
                       {"query", query},
                       {"request_body", request.body},
                       {"status", response.status},
                       {"content_type", response.get_header_value("Content-Type")},
                       {"body", response.body}};
    const std::string text = line.dump(-1, ' ', true, json::error_handler_t::replace) + '\n';
    book().write(text.data(), static_cast<qint64>(text.size()));
    book().flush();
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

/// A filter may name a field, too: "updateCard:idList".
bool passes(const json& action, const std::vector<std::string>& filters)
{
    if (filters.empty())
        return true;
    return std::any_of(filters.begin(), filters.end(), [&action](const std::string& filter) {
        const size_t colon = filter.find(':');
        if (action["type"] != filter.substr(0, colon))
            return false;
        return colon == std::string::npos ||
               (action["data"].contains("old") && action["data"]["old"].contains(filter.substr(colon + 1)));
    });
}

json selected(const std::vector<json>& actions, const std::string& filter, const json& values, const std::string& limitName,
              int usual)
{
    const int limit = values.contains(limitName) ? std::stoi(values[limitName].get<std::string>()) : usual;
    const std::string since = values.value("since", "");
    const std::string before = values.value("before", "");
    const auto filters = split(filter);
    json found = json::array();
    for (const json& action : actions) {
        const std::string id = action["id"];
        if (static_cast<int>(found.size()) < limit && passes(action, filters) && (since.empty() || id > since) &&
            (before.empty() || id < before))
            found.push_back(action);
    }
    return found;
}

FakeMember member(const std::string& id, const std::string& name, const std::string& username)
{
    return {id, name, username, "normal"};
}

} // namespace

FakeTrello::FakeTrello(const std::vector<std::string>& lists)
    : m_desk(member(m_boards.newId(), "Buero Schmidt", "bueroschmidt")),
      m_client(member(m_boards.newId(), "Karla Kundin", "karla")), m_boardId(m_boards.addBoard("Offene Punkte")),
      m_jsonErrors(qEnvironmentVariableIsSet("VZ_TRELLO_JSON_ERRORS"))
{
    for (const std::string& name : lists)
        m_boards.addList(m_boardId, name, "bottom", m_client);
    routes();
    m_server.set_keep_alive_max_count(1'000'000);
    const int wanted = qEnvironmentVariableIntValue("VZ_TRELLO_PORT");
    if (wanted > 0)
        m_port = m_server.bind_to_port("127.0.0.1", wanted) ? static_cast<quint16>(wanted) : 0;
    else
        m_port = static_cast<quint16>(m_server.bind_to_any_port("127.0.0.1"));
    if (m_port == 0)
        throw std::runtime_error("the stand-in for Trello found no port");
    m_thread = std::thread([this] { m_server.listen_after_bind(); });
    while (!m_server.is_running())
        std::this_thread::yield();
}

FakeTrello::~FakeTrello()
{
    m_server.stop();
    m_thread.join();
}

std::vector<json> FakeTrello::cards()
{
    const std::lock_guard lock(m_mutex);
    return m_boards.cards(m_boardId);
}

std::vector<json> FakeTrello::lists()
{
    const std::lock_guard lock(m_mutex);
    return m_boards.lists(m_boardId);
}

json FakeTrello::card(const std::string& id)
{
    const std::lock_guard lock(m_mutex);
    return m_boards.card(id);
}

std::vector<json> FakeTrello::comments(const std::string& card)
{
    const std::lock_guard lock(m_mutex);
    return selected(m_boards.actionsOfCard(card), "commentCard", json::object(), "limit", 1000);
}

void FakeTrello::hide(const std::string& board)
{
    const std::lock_guard lock(m_mutex);
    m_hidden.insert(board);
}

/// The card that a request names.
std::string FakeTrello::seenCard(const httplib::Request& request) const
{
    const std::string id = request.matches[1];
    if (m_hidden.count(m_boards.card(id)["idBoard"].get<std::string>()) > 0)
        throw FakeRefusal(401, "unauthorized card permission requested");
    return id;
}

void FakeTrello::setMembership(const std::string& kind)
{
    const std::lock_guard lock(m_mutex);
    m_desk.membership = kind;
}

void FakeTrello::revokeToken(bool revoked)
{
    const std::lock_guard lock(m_mutex);
    m_revoked = revoked;
}

void FakeTrello::setRateLimit(int requests, std::chrono::milliseconds window)
{
    const std::lock_guard lock(m_mutex);
    m_limit = requests;
    m_window = window;
}

void FakeTrello::beforeNext(const std::string& method, const std::string& path, std::function<void()> act)
{
    const std::lock_guard lock(m_mutex);
    m_ambushes.push_back({method, path, std::move(act)});
}

const FakeMember& FakeTrello::whoAsks(const httplib::Request& request, bool writes) const
{
    if (request.get_param_value("key") != key().toStdString())
        throw FakeRefusal(401, "invalid key");
    const std::string token = request.get_param_value("token");
    const bool readsOnly = token == readOnlyToken().toStdString();
    if (m_revoked || (token != FakeTrello::token().toStdString() && !readsOnly))
        throw FakeRefusal(401, "invalid token");
    if (m_desk.membership.empty() || (writes && (readsOnly || m_desk.membership == "observer")))
        throw FakeRefusal(401, "unauthorized permission requested");
    return m_desk;
}

bool FakeTrello::tooFast()
{
    const auto now = std::chrono::steady_clock::now();
    while (!m_sent.empty() && now - m_sent.front() >= m_window)
        m_sent.pop_front();
    if (static_cast<int>(m_sent.size()) >= m_limit)
        return true;
    m_sent.push_back(now);
    return false;
}

void FakeTrello::springAmbush(const httplib::Request& request)
{
    std::function<void()> act;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_ambushes.begin(), m_ambushes.end(), [&request](const Ambush& ambush) {
            return ambush.method == request.method && request.path.rfind(ambush.path, 0) == 0;
        });
        if (found != m_ambushes.end()) {
            act = std::move(found->act);
            m_ambushes.erase(found);
        }
    }
    if (act)
        act();
}

void FakeTrello::answer(const httplib::Request& request, httplib::Response& response, bool writes, const Handler& handler)
{
    ++m_requests;
    springAmbush(request);
    try {
        const std::lock_guard lock(m_mutex);
        if (tooFast()) {
            response.status = 429;
            response.set_content(R"({"error":"API_TOKEN_LIMIT_EXCEEDED","message":"Rate limit exceeded"})",
                                 "application/json; charset=utf-8");
            writeDown(request, response);
            return;
        }
        const FakeMember& by = whoAsks(request, writes);
        json values = json::object();
        for (const auto& [name, value] : request.params)
            values[name] = value;
        if (!request.body.empty()) {
            const json body = json::parse(request.body, nullptr, false);
            if (!body.is_object())
                throw FakeRefusal(400, "invalid body");
            values.update(body);
        }
        values.erase("key");
        values.erase("token");
        response.status = 200;
        response.set_content(handler(request, values, by).dump(), "application/json; charset=utf-8");
    } catch (const FakeRefusal& refusal) {
        response.status = refusal.status;
        if (m_jsonErrors)
            response.set_content(json{{"error", "ERROR"}, {"message", refusal.what()}}.dump(), "application/json");
        else
            response.set_content(refusal.what(), "text/plain; charset=utf-8");
    } catch (const std::exception&) {
        response.status = 400;
        response.set_content("invalid value", "text/plain; charset=utf-8");
    }
    writeDown(request, response);
}

void FakeTrello::route(const char* method, const std::string& pattern, bool writes, Handler handler)
{
    const auto handle = [this, writes, handler = std::move(handler)](const httplib::Request& request,
                                                                     httplib::Response& response) {
        answer(request, response, writes, handler);
    };
    const std::string verb = method;
    if (verb == "GET")
        m_server.Get(pattern, handle);
    else if (verb == "PUT")
        m_server.Put(pattern, handle);
    else if (verb == "POST")
        m_server.Post(pattern, handle);
    else
        m_server.Delete(pattern, handle);
}

void FakeTrello::routes()
{
    route("GET", "/boards/([0-9a-zA-Z]+)", false,
          [this](const auto& request, const json&, const FakeMember&) { return m_boards.board(request.matches[1]); });
    route("GET", "/boards/" + anId + "/lists", false, [this](const auto& request, const json& values, const FakeMember&) {
        json all = m_boards.lists(request.matches[1]);
        if (values.value("filter", "open") != "all")
            all.erase(std::remove_if(all.begin(), all.end(), [](const json& list) { return list["closed"] == true; }),
                      all.end());
        return all;
    });
    route("GET", "/boards/" + anId + "/cards/all", false,
          [this](const auto& request, const json& values, const FakeMember&) {
              const json all = m_boards.cards(request.matches[1]);
              return selected(std::vector<json>(all.begin(), all.end()), "", values, "limit", 1000);
          });
    route("GET", "/boards/" + anId + "/actions", false, [this](const auto& request, const json& values, const FakeMember&) {
        return selected(m_boards.actionsOfBoard(request.matches[1]), values.value("filter", ""), values, "limit", 50);
    });
    route("GET", "/boards/" + anId + "/memberships", false, [this](const auto& request, const json&, const FakeMember& by) {
        (void)m_boards.board(request.matches[1]);
        return json::array({{{"id", m_client.id}, {"idMember", m_client.id}, {"memberType", "admin"}},
                            {{"id", by.id}, {"idMember", by.id}, {"memberType", by.membership}}});
    });
    route("GET", "/tokens/([^/]+)", false, [this](const auto& request, const json&, const FakeMember& by) {
        if (request.matches[1] != request.get_param_value("token"))
            throw FakeRefusal(404, "The requested resource was not found.");
        const bool writes = request.get_param_value("token") == token().toStdString();
        return json{{"id", m_boardId},
                    {"identifier", "Vorzimmer"},
                    {"idMember", by.id},
                    {"dateCreated", "2024-01-01T00:00:00.000Z"},
                    {"dateExpires", nullptr},
                    {"permissions",
                     {{{"idModel", "*"}, {"modelType", "board"}, {"read", true}, {"write", writes}},
                      {{"idModel", by.id}, {"modelType", "member"}, {"read", true}, {"write", false}}}}};
    });
    route("POST", "/lists", true, [this](const auto&, const json& values, const FakeMember& by) {
        const std::string id =
            m_boards.addList(values.value("idBoard", ""), values.value("name", ""), values.value("pos", "top"), by);
        for (const json& list : m_boards.lists(m_boardId)) {
            if (list["id"] == id)
                return list;
        }
        return json();
    });
    route("POST", "/cards", true,
          [this](const auto&, const json& values, const FakeMember& by) { return m_boards.createCard(values, by); });
    route("GET", "/cards/" + anId, false, [this](const auto& request, const json& values, const FakeMember&) {
        json card = m_boards.card(seenCard(request));
        if (values.contains("actions"))
            card["actions"] = selected(m_boards.actionsOfCard(request.matches[1]), values["actions"], json::object(),
                                       "actions_limit", std::stoi(values.value("actions_limit", "50")));
        return card;
    });
    route("PUT", "/cards/" + anId, true, [this](const auto& request, const json& values, const FakeMember& by) {
        return m_boards.changeCard(seenCard(request), values, by);
    });
    route("DELETE", "/cards/" + anId, true, [this](const auto& request, const json&, const FakeMember& by) {
        m_boards.deleteCard(seenCard(request), by);
        return json{{"limits", json::object()}};
    });
    route("DELETE", "/actions/" + anId, true, [this](const auto& request, const json&, const FakeMember&) {
        m_boards.deleteComment(request.matches[1]);
        return json{{"_value", nullptr}};
    });
    route("GET", "/cards/" + anId + "/actions", false, [this](const auto& request, const json& values, const FakeMember&) {
        (void)seenCard(request);
        return selected(m_boards.actionsOfCard(request.matches[1]), values.value("filter", "commentCard,updateCard:idList"),
                        values, "limit", 50);
    });
    route("POST", "/cards/" + anId + "/actions/comments", true,
          [this](const auto& request, const json& values, const FakeMember& by) {
              return m_boards.comment(seenCard(request), values.value("text", ""), by);
          });
}

} // namespace vorzimmer::testing
