#include "list_editor.h"

#include <catch2/catch.hpp>

#include <httplib.h>

namespace vorzimmer::testing {

using domain::TopicId;
using nlohmann::json;

struct ListEditor::Connection {
    explicit Connection(quint16 port) : client("127.0.0.1", port) { client.set_read_timeout(30); }
    httplib::Client client;
};

namespace {

std::string pathOf(const TopicId& id)
{
    return "/v1/topics/" + id.text().toStdString();
}

json newTopic(const std::string& title)
{
    return {
        {"title", title},        {"text", "from the client"}, {"state", "open"},    {"person", ""},
        {"due", nullptr},        {"priority", "normal"},      {"origin", "client"}, {"created_at", "2026-02-03T10:00:00Z"},
        {"created_by", "Klient"}};
}

json input(json topic)
{
    for (const char* name : {"revision", "updated_at", "deleted", "comments"})
        topic.erase(name);
    return topic;
}

} // namespace

ListEditor::ListEditor(quint16 port, const QByteArray& token) : m_connection(std::make_unique<Connection>(port))
{
    m_connection->client.set_bearer_token_auth(token.toStdString());
}

ListEditor::~ListEditor() = default;

std::vector<json> ListEditor::topics()
{
    std::vector<json> all;
    std::string path = "/v1/topics?limit=500";
    for (;;) {
        const auto reply = m_connection->client.Get(path);
        REQUIRE(reply);
        REQUIRE(reply->status == 200);
        const json page = json::parse(reply->body);
        for (const json& one : page["topics"])
            all.push_back(one);
        if (page["next"].is_null())
            return all;
        path = "/v1/topics?limit=500&after=" + page["next"].get<std::string>();
    }
}

QString ListEditor::cursor()
{
    const auto reply = m_connection->client.Get("/v1/topics?limit=1");
    REQUIRE(reply);
    return QString::fromStdString(json::parse(reply->body)["cursor"].get<std::string>());
}

json ListEditor::topic(const TopicId& id)
{
    const auto reply = m_connection->client.Get(pathOf(id));
    REQUIRE(reply);
    return reply->status == 200 ? json::parse(reply->body) : json();
}

TopicId ListEditor::create(const std::string& title)
{
    const TopicId id(QUuid::createUuid());
    const auto reply =
        m_connection->client.Put(pathOf(id), {{"If-None-Match", "*"}}, newTopic(title).dump(), "application/json");
    REQUIRE(reply);
    REQUIRE(reply->status == 201);
    return id;
}

json ListEditor::edit(const TopicId& id, const json& members)
{
    for (;;) {
        json now = topic(id);
        if (now.is_null())
            return now;
        const std::string revision = "\"" + std::to_string(now["revision"].get<int>()) + "\"";
        const json before = now;
        now.update(members);
        const auto reply =
            m_connection->client.Put(pathOf(id), {{"If-Match", revision}}, input(now).dump(), "application/json");
        REQUIRE(reply);
        if (reply->status != 412) {
            REQUIRE(reply->status == 200);
            return before;
        }
    }
}

bool ListEditor::comment(const TopicId& id, const std::string& text)
{
    const json comment = {{"author", "Klient"}, {"text", text}, {"at", "2026-02-03T11:00:00Z"}};
    const std::string path = pathOf(id) + "/comments/" + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const auto reply = m_connection->client.Put(path, comment.dump(), "application/json");
    REQUIRE(reply);
    REQUIRE((reply->status == 201 || reply->status == 410 || reply->status == 404));
    return reply->status == 201;
}

json ListEditor::remove(const TopicId& id)
{
    for (;;) {
        const json now = topic(id);
        if (now.is_null())
            return now;
        const std::string revision = "\"" + std::to_string(now["revision"].get<int>()) + "\"";
        const auto reply = m_connection->client.Delete(pathOf(id), {{"If-Match", revision}});
        REQUIRE(reply);
        if (reply->status != 412) {
            REQUIRE(reply->status == 204);
            return now;
        }
    }
}

bool ListEditor::restore(const TopicId& id, const std::string& title)
{
    const auto gone = m_connection->client.Get(pathOf(id));
    REQUIRE(gone);
    if (gone->status != 410)
        return false;
    const std::string revision = "\"" + std::to_string(json::parse(gone->body)["current"]["revision"].get<int>()) + "\"";
    const auto reply =
        m_connection->client.Put(pathOf(id), {{"If-Match", revision}}, newTopic(title).dump(), "application/json");
    REQUIRE(reply);
    REQUIRE((reply->status == 200 || reply->status == 412));
    return reply->status == 200;
}

} // namespace vorzimmer::testing
