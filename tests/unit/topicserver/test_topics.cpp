#include "list_client.h"
#include "server_process.h"

#include <catch2/catch.hpp>

#include <QDateTime>
#include <QLocale>

#include <set>
#include <thread>

using namespace vorzimmer::topicserver::test;

namespace {

void checkProblem(const Answer& answer, int status, const std::string& code, const std::string& where = {})
{
    CHECK(answer.status == status);
    CHECK(answer.header("Content-Type") == "application/problem+json");
    CHECK(answer.body.value("type", "") == "urn:vorzimmer:problem:" + code);
    CHECK(answer.body.value("status", 0) == status);
    CHECK(answer.body.value("where", "") == where);
}

json without(json object, const char* name)
{
    object.erase(name);
    return object;
}

json with(json object, const char* name, json value)
{
    object[name] = std::move(value);
    return object;
}

/// The fields of @p topic that a client writes.
json fieldsOf(json topic)
{
    for (const char* name : {"id", "revision", "updated_at", "changed_by", "deleted", "comments"})
        topic.erase(name);
    return topic;
}

} // namespace

TEST_CASE("A topic is created once, however often the request arrives", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const json topic = someTopic("Angebot Dachrinne");

    const Answer created = client.create(id, topic);
    CHECK(created.status == 201);
    CHECK(created.header("ETag") == "\"1\"");
    CHECK(created.header("Location") == "/v1/topics/" + id);
    CHECK(created.header("Idempotent-Replay").empty());
    const auto date = QLocale::c().toDateTime(QString::fromStdString(created.header("Date")),
                                              QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    CHECK(date.isValid());
    CHECK(fieldsOf(created.body) == topic);
    CHECK(created.body["id"] == id);
    CHECK(created.body["revision"] == 1);
    CHECK(created.body["deleted"] == false);

    const Answer again = client.create(id, with(topic, "id", id));
    CHECK(again.status == 200);
    CHECK(again.header("Idempotent-Replay") == "true");
    CHECK(again.header("ETag") == "\"1\"");
    CHECK(again.body == created.body);

    const Answer other = client.create(id, someTopic("Something else"));
    checkProblem(other, 412, "stale");
    CHECK(other.header("ETag") == "\"1\"");
    CHECK(other.body["current"] == created.body);

    SECTION("even after somebody has changed it since")
    {
        const json changed = with(topic, "state", "done");
        REQUIRE(client.update(id, changed, "\"1\"").status == 200);
        const Answer late = client.create(id, topic);
        CHECK(late.status == 200);
        CHECK(late.header("Idempotent-Replay") == "true");
        CHECK(late.header("ETag") == "\"2\"");
        CHECK(fieldsOf(late.body) == changed);
    }
    SECTION("but not after it was deleted")
    {
        REQUIRE(client.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}).status == 204);
        const Answer late = client.create(id, topic);
        checkProblem(late, 412, "stale");
        CHECK(late.body["current"]["deleted"] == true);
    }
}

TEST_CASE("An update needs the revision it is based on", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const json topic = someTopic("Termin verschieben");
    REQUIRE(client.create(id, topic).status == 201);

    const Answer updated = client.update(id, with(topic, "due", nullptr), "\"1\"");
    CHECK(updated.status == 200);
    CHECK(updated.header("ETag") == "\"2\"");
    CHECK(updated.body["due"].is_null());
    CHECK(updated.header("Idempotent-Replay").empty());

    const Answer stale = client.update(id, with(topic, "title", "Too late"), "\"1\"");
    checkProblem(stale, 412, "stale");
    CHECK(stale.body["current"] == updated.body);
    CHECK(stale.header("ETag") == "\"2\"");

    CHECK(client.update(id, topic, "W/\"2\"").status == 200); // as a compressing proxy hands it on

    const std::string path = "/v1/topics/" + id;
    checkProblem(client.put(path, topic.dump(), {}), 428, "condition_missing", "If-Match");
    checkProblem(client.put(path, topic.dump(), {{"If-Match", "*"}}), 428, "condition_missing", "If-Match");
    checkProblem(client.remove(path, {}), 428, "condition_missing", "If-Match");
    for (const char* etag : {"3", "\"3", "\"\"", "\"x\"", "\"-3\"", "\"0\"", "\"3\", \"4\"", "\"99999999999999999999\""})
        checkProblem(client.put(path, topic.dump(), {{"If-Match", etag}}), 400, "bad_header", "If-Match");
    checkProblem(client.put(path, topic.dump(), {{"If-None-Match", "\"3\""}}), 400, "bad_header", "If-None-Match");
    checkProblem(client.put(path, topic.dump(), {{"If-Match", "\"3\""}, {"If-None-Match", "*"}}), 400, "bad_header",
                 "If-Match");
    checkProblem(client.remove(path, {{"If-None-Match", "*"}}), 400, "bad_header", "If-None-Match");
    checkProblem(client.update(newId(), topic, "\"1\""), 404, "no_such_topic");
    checkProblem(client.remove("/v1/topics/" + newId(), {{"If-Match", "\"1\""}}), 404, "no_such_topic");
    checkProblem(client.read(newId()), 404, "no_such_topic");
    CHECK(client.read(id).body["revision"] == 3);
}

TEST_CASE("A deleted topic leaves a tombstone and none of its text", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const json topic = with(someTopic("Kündigung"), "text", "CANARY-DELETED-TEXT");
    REQUIRE(client.create(id, topic).status == 201);
    REQUIRE(client.comment(id, newId(), someComment("CANARY-DELETED-COMMENT")).status == 201);

    checkProblem(client.remove("/v1/topics/" + id, {{"If-Match", "\"7\""}}), 412, "stale");
    const Answer removed = client.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}});
    CHECK(removed.status == 204);
    CHECK(removed.header("ETag") == "\"2\"");
    CHECK(removed.header("Content-Length").empty());

    const Answer gone = client.read(id);
    checkProblem(gone, 410, "deleted");
    CHECK(gone.header("ETag") == "\"2\"");
    CHECK(gone.body["current"]["deleted"] == true);
    CHECK(gone.body["current"]["revision"] == 2);
    checkProblem(client.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}), 412, "stale");
    checkProblem(client.remove("/v1/topics/" + id, {{"If-Match", "\"2\""}}), 412, "stale");
    checkProblem(client.comment(id, newId(), someComment("Too late")), 410, "deleted");

    SECTION("not even in the file")
    {
        REQUIRE(server.stop() == 0);
        QFile file(server.tenantFile(tenantA));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK_FALSE(bytes.contains("CANARY-DELETED"));
        CHECK(bytes.contains(id.c_str()));
    }
    SECTION("and can be brought back by whoever has seen it")
    {
        const Answer back = client.update(id, topic, "\"2\"");
        CHECK(back.status == 200);
        CHECK(back.header("ETag") == "\"3\"");
        CHECK(back.body["comments"].empty());
        CHECK(client.read(id).status == 200);
    }
}

TEST_CASE("A deletion takes no comment along that whoever deletes has not read", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const std::string path = "/v1/topics/" + id;
    REQUIRE(client.create(id, someTopic("Kündigung")).status == 201);
    const auto removeKnowing = [&](const char* comments) {
        return client.remove(path, {{"If-Match", "\"1\""}, {"Known-Comments", comments}});
    };
    REQUIRE(client.comment(id, newId(), someComment("Bitte nicht!")).status == 201); // and the revision stays what it is

    const Answer unread = removeKnowing("0");
    checkProblem(unread, 412, "stale");
    CHECK(unread.body["current"]["comments"][0]["text"] == "Bitte nicht!");
    CHECK(unread.header("ETag") == "\"1\"");
    CHECK(client.read(id).body["comments"].size() == 1);
    checkProblem(removeKnowing("2"), 412, "stale"); // of another life
    for (const char* nonsense : {"-1", "+1", "one", "1.0", "1, 1", "99999999999999999999"})
        checkProblem(removeKnowing(nonsense), 400, "bad_header", "Known-Comments");
    checkProblem(client.remove(path, {{"If-Match", "\"1\""}, {"Known-Comments", "1"}, {"Known-Comments", "1"}}), 400,
                 "bad_header", "Known-Comments");

    CHECK(removeKnowing("1").status == 204);
    // A life of its own begins without comments.
    REQUIRE(client.update(id, someTopic("Doch nicht"), "\"2\"").status == 200);
    CHECK(client.remove(path, {{"If-Match", "\"3\""}, {"Known-Comments", "0"}}).status == 204);
}

TEST_CASE("Every field is checked and the wrong one named", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const std::string path = "/v1/topics/" + id;
    const json good = someTopic("Prüfung");
    const auto refused = [&](const json& body, const std::string& code, const std::string& where) {
        const Answer answer = client.create(id, body);
        INFO(body.dump());
        checkProblem(answer, 422, code, where);
    };

    for (const char* name : {"title", "text", "state", "person", "due", "priority", "origin", "created_at", "created_by"})
        refused(without(good, name), "missing_field", name);
    refused(with(good, "colour", "red"), "unknown_field", "colour");
    for (const char* name : {"revision", "updated_at", "deleted", "comments"})
        refused(with(good, name, 1), "unknown_field", name);
    for (const char* name :
         {"title", "text", "state", "person", "due", "priority", "origin", "created_at", "created_by", "id"})
        refused(with(good, name, 17), "bad_field", name);
    refused(with(good, "title", ""), "bad_field", "title");
    refused(with(good, "title", std::string(201, 'x')), "bad_field", "title");
    refused(with(good, "title", std::string("a\0b", 3)), "bad_field", "title");
    refused(with(good, "text", std::string(100'001, 'x')), "bad_field", "text");
    refused(with(good, "person", std::string(201, 'x')), "bad_field", "person");
    refused(with(good, "state", "closed"), "bad_field", "state");
    refused(with(good, "priority", "urgent"), "bad_field", "priority");
    refused(with(good, "origin", "mail"), "bad_field", "origin");
    for (const char* due : {"", "14.03.2025", "2025-02-30", "2025-3-1", "2025-03-14T00:00:00Z"})
        refused(with(good, "due", due), "bad_field", "due");
    for (const char* at : {"", "2025-03-01", "2025-03-01T08:15:30", "2025-03-01T08:15:30+01:00", "2025-03-01T25:15:30Z",
                           "2025-02-30T08:15:30Z", "2025-03-01T08:15:30.Z", "2025-03-01T08:15:30.1234567Z",
                           "2025-03-01 08:15:30Z", "2025-03-01T24:00:00Z"})
        refused(with(good, "created_at", at), "bad_field", "created_at");
    refused(with(good, "id", newId()), "bad_field", "id");
    refused(json::array({good}), "bad_field", "body");
    refused("text", "bad_field", "body");

    for (const std::string& body :
         {std::string(), std::string("{"), std::string("{\"title\": \"\xff\"}"), good.dump() + "x"})
        checkProblem(client.put(path, body, {{"If-None-Match", "*"}}), 400, "malformed_json");
    CHECK(client.read(id).status == 404);

    // Limits count characters, not bytes, and are reached.
    std::string title;
    for (int i = 0; i < 200; ++i)
        title += "ü";
    CHECK(client.create(id, with(with(good, "title", title), "text", std::string(100'000, 'x'))).status == 201);
    CHECK(client.read(id).body["title"] == title);
    CHECK(client.create(newId(), with(good, "created_at", "2025-03-01T08:15:30.123456Z")).status == 201);
}

TEST_CASE("Problems do not repeat what was sent", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string canary = "CANARY-SENT";
    const json topic = with(someTopic("x"), "state", canary);
    for (const Answer& answer : {client.create(newId(), topic), client.get("/v1/topics/" + canary), client.get("/" + canary),
                                 client.get("/v1/changes?since=" + canary), client.get("/v1/topics?limit=" + canary),
                                 client.put("/v1/topics/" + newId(), canary, {{"If-None-Match", "*"}})}) {
        CHECK(answer.status >= 400);
        CHECK(answer.body.dump().find(canary) == std::string::npos);
    }
}

TEST_CASE("Comments are added once and never changed", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string topic = newId();
    const std::string first = newId();
    REQUIRE(client.create(topic, someTopic("Mit Bemerkungen")).status == 201);

    const Answer added = client.comment(topic, first, someComment("Habe zurückgerufen."));
    CHECK(added.status == 201);
    CHECK(added.body["id"] == first);
    CHECK(added.body["text"] == "Habe zurückgerufen.");
    const Answer again = client.comment(topic, first, someComment("Habe zurückgerufen."));
    CHECK(again.status == 200);
    CHECK(again.header("Idempotent-Replay") == "true");
    CHECK(again.body == added.body);
    const Answer other = client.comment(topic, first, someComment("Doch nicht."));
    checkProblem(other, 412, "comment_exists");
    CHECK(other.body["current"] == added.body);

    REQUIRE(client.comment(topic, newId(), someComment("Zweite")).status == 201);
    const Answer read = client.read(topic);
    REQUIRE(read.body["comments"].size() == 2);
    CHECK(read.body["comments"][0] == added.body);
    CHECK(read.body["comments"][1]["text"] == "Zweite");
    CHECK(read.header("ETag") == "\"1\""); // a remark makes nobody's edit fail

    checkProblem(client.comment(newId(), newId(), someComment("Ins Leere")), 404, "no_such_topic");
    for (const char* name : {"author", "text", "at"})
        checkProblem(client.comment(topic, newId(), without(someComment("x"), name)), 422, "missing_field", name);
    checkProblem(client.comment(topic, newId(), someComment("")), 422, "bad_field", "text");
    checkProblem(client.comment(topic, newId(), with(someComment("x"), "mood", "good")), 422, "unknown_field", "mood");
    checkProblem(client.comment(topic, newId(), with(someComment("x"), "at", "yesterday")), 422, "bad_field", "at");
    checkProblem(client.put("/v1/topics/" + topic + "/comments/" + newId(), "{", {}), 400, "malformed_json");
    checkProblem(client.put("/v1/topics/" + topic + "/comments/1", "{}", {}), 400, "bad_id", "path");
}

TEST_CASE("A tenant's topics do not exist for another tenant", "[topicserver]")
{
    ServerProcess server;
    ListClient a(server.port(), tokenA);
    ListClient b(server.port(), tokenB);
    const std::string id = newId();
    REQUIRE(a.create(id, someTopic("CANARY-OF-A")).status == 201);

    checkProblem(b.read(id), 404, "no_such_topic");
    checkProblem(b.update(id, someTopic("Mine now"), "\"1\""), 404, "no_such_topic");
    checkProblem(b.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}), 404, "no_such_topic");
    checkProblem(b.comment(id, newId(), someComment("Hello")), 404, "no_such_topic");
    CHECK(b.get("/v1/topics").body["topics"].empty());
    CHECK(b.get("/v1/changes").body["changes"].empty());

    // The same id in another list is another topic.
    CHECK(b.create(id, someTopic("Of b")).status == 201);
    CHECK(a.read(id).body["title"] == "CANARY-OF-A");
    QFile file(server.tenantFile(tenantB));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("CANARY-OF-A"));
}

TEST_CASE("Of several writers with one revision exactly one wins", "[topicserver]")
{
    constexpr int writers = 4;
    constexpr int rounds = 60;
    ServerProcess server;
    ListClient judge(server.port(), tokenA);
    std::vector<std::unique_ptr<ListClient>> clients;
    for (int i = 0; i < writers; ++i)
        clients.push_back(std::make_unique<ListClient>(server.port(), tokenA));

    const std::string id = newId();
    std::string etag; // empty: the first round creates
    for (int round = 0; round < rounds; ++round) {
        std::vector<Answer> answers(writers);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < writers; ++i)
                threads.emplace_back([&, i] {
                    const json topic = someTopic("Runde " + std::to_string(round) + ", Schreiber " + std::to_string(i));
                    answers[i] = etag.empty() ? clients[i]->create(id, topic) : clients[i]->update(id, topic, etag);
                });
        }
        std::vector<Answer> won;
        for (const Answer& answer : answers) {
            if (answer.status == (etag.empty() ? 201 : 200))
                won.push_back(answer);
            else
                CHECK(answer.status == 412);
        }
        REQUIRE(won.size() == 1);
        for (const Answer& answer : answers) {
            if (answer.status == 412)
                CHECK(answer.body["current"]["title"] == won.front().body["title"]);
        }
        const Answer now = judge.read(id);
        CHECK(now.body == won.front().body);
        etag = now.header("ETag");
        CHECK(etag == '"' + std::to_string(round + 1) + '"');
    }
}

TEST_CASE("The list comes in pages, whole and without deleted topics", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    std::set<std::string> ids;
    for (int i = 0; i < 12; ++i) {
        const std::string id = newId();
        REQUIRE(client.create(id, someTopic("Nummer " + std::to_string(i))).status == 201);
        ids.insert(id);
    }
    REQUIRE(client.remove("/v1/topics/" + *ids.begin(), {{"If-Match", "\"1\""}}).status == 204);
    ids.erase(ids.begin());

    std::set<std::string> seen;
    std::string target = "/v1/topics?limit=5";
    std::string cursor;
    int pages = 0;
    for (; pages < 10; ++pages) {
        const Answer page = client.get(target);
        REQUIRE(page.status == 200);
        if (cursor.empty())
            cursor = page.body["cursor"];
        for (const json& topic : page.body["topics"])
            CHECK(seen.insert(topic["id"]).second);
        if (page.body["next"].is_null())
            break;
        target = "/v1/topics?limit=5&after=" + page.body["next"].get<std::string>();
    }
    CHECK(seen == ids);
    CHECK(pages == 2);
    CHECK(client.get("/v1/changes?since=" + cursor).body["changes"].empty());

    for (const char* limit : {"0", "501", "-1", "x", "", "1.5", "99999999999"})
        checkProblem(client.get(std::string("/v1/topics?limit=") + limit), 400, "bad_parameter", "limit");
    for (const char* after : {"", "x", "{aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa}"})
        checkProblem(client.get(std::string("/v1/topics?after=") + after), 400, "bad_parameter", "after");
}

TEST_CASE("Long topics make short pages, and nothing is left out", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string text(100'000, 'x');
    for (int i = 0; i < 60; ++i)
        REQUIRE(client.create(newId(), with(someTopic("Lang"), "text", text)).status == 201);
    std::size_t seen = 0;
    std::string since;
    for (bool more = true; more;) {
        const Answer page = client.get("/v1/changes?limit=500&since=" + since);
        REQUIRE(page.status == 200);
        CHECK(page.body["changes"].size() < 60);
        seen += page.body["changes"].size();
        since = page.body["next"];
        more = page.body["more"];
    }
    CHECK(seen == 60);
}
