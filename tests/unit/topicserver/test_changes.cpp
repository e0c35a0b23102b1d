#include "list_client.h"
#include "server_process.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <thread>

using namespace vorzimmer::topicserver::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

std::string cursorOf(ListClient& client)
{
    return client.get("/v1/changes?limit=500").body["next"];
}

/// Reads on from @p since until there is no more.
std::vector<json> allChanges(ListClient& client, std::string& since, int limit = 100)
{
    std::vector<json> changes;
    for (bool more = true; more;) {
        const Answer page = client.get("/v1/changes?limit=" + std::to_string(limit) + "&since=" + since);
        REQUIRE(page.status == 200);
        for (const json& change : page.body["changes"])
            changes.push_back(change);
        since = page.body["next"];
        more = page.body["more"];
    }
    return changes;
}

} // namespace

TEST_CASE("Changes are told in their order, each topic once, with tombstones", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    std::string since;
    CHECK(allChanges(client, since).empty());
    REQUIRE_FALSE(since.empty());

    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(newId());
        REQUIRE(client.create(ids.back(), someTopic("Nummer " + std::to_string(i))).status == 201);
    }
    REQUIRE(client.update(ids[0], someTopic("Geändert"), "\"1\"").status == 200);
    REQUIRE(client.remove("/v1/topics/" + ids[1], {{"If-Match", "\"1\""}}).status == 204);
    REQUIRE(client.comment(ids[2], newId(), someComment("Dazu noch")).status == 201);

    for (const int limit : {1, 2, 100}) {
        std::string from = since;
        const auto changes = allChanges(client, from, limit);
        REQUIRE(changes.size() == 5);
        CHECK(changes[0]["id"] == ids[3]);
        CHECK(changes[1]["id"] == ids[4]);
        CHECK(changes[2]["title"] == "Geändert");
        CHECK(changes[3]["id"] == ids[1]);
        CHECK(changes[3]["deleted"] == true);
        CHECK_FALSE(changes[3].contains("title"));
        CHECK(changes[4]["id"] == ids[2]);
        CHECK(changes[4]["comments"].size() == 1);
        CHECK(changes[4]["revision"] == 1);
        CHECK(allChanges(client, from).empty());
    }
    // A replay and a refusal are no changes.
    const std::string before = cursorOf(client);
    std::string from = since;
    (void)allChanges(client, from);
    (void)client.update(ids[0], someTopic("Zu spät"), "\"1\"");
    CHECK(allChanges(client, from).empty());
    CHECK(cursorOf(client) == before);
}

TEST_CASE("A cursor of another life asks for a new start", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string cursor = cursorOf(client);
    const std::string epoch = cursor.substr(0, cursor.find('.'));
    for (const std::string& strange : {std::string("0123456789abcdef.0"), epoch + ".1"}) { // another epoch; the future
        const Answer answer = client.get("/v1/changes?since=" + strange);
        CHECK(answer.status == 410);
        CHECK(answer.body["resync_required"] == true);
        CHECK(answer.header("Content-Type") == "application/problem+json");
    }
    for (const std::string& bad : {std::string("x"), std::string("."), epoch, epoch + ".", epoch + ".x", epoch + ".-1",
                                   epoch + ".1234567890123456789", "ABCDEF0123456789.1" + std::string()}) {
        const Answer answer = client.get("/v1/changes?since=" + bad);
        CHECK(answer.status == 400);
        CHECK(answer.body["where"] == "since");
    }
    for (const char* wait : {"31", "-1", "x", "1.5"})
        CHECK(client.get(std::string("/v1/changes?wait=") + wait).status == 400);
    CHECK(client.get("/v1/changes?limit=0").status == 400);
}

TEST_CASE("A restart keeps the epoch and everything else", "[topicserver]")
{
    ServerProcess server;
    const std::string id = newId();
    std::string cursor;
    {
        ListClient client(server.port(), tokenA);
        REQUIRE(client.create(id, someTopic("Bleibt")).status == 201);
        cursor = cursorOf(client);
    }
    REQUIRE(server.stop() == 0);
    server.start();
    ListClient client(server.port(), tokenA);
    const Answer answer = client.get("/v1/changes?since=" + cursor);
    CHECK(answer.status == 200);
    CHECK(answer.body["changes"].empty());
    CHECK(answer.body["next"] == cursor);
    CHECK(client.read(id).body["title"] == "Bleibt");
}

TEST_CASE("A waiting reader hears of a change at once", "[topicserver]")
{
    ServerProcess server;
    ListClient writer(server.port(), tokenA);
    const std::string cursor = cursorOf(writer);
    const auto waitFor = [&](const std::string& token) {
        return std::async(std::launch::async, [&server, token, cursor] {
            ListClient reader(server.port(), token);
            return reader.get("/v1/changes?wait=30&since=" + cursor);
        });
    };
    auto first = waitFor(tokenA);
    auto second = waitFor(readerA);
    CHECK(first.wait_for(500ms) == std::future_status::timeout);
    const std::string id = newId();
    auto begin = Clock::now();
    REQUIRE(writer.create(id, someTopic("Neu")).status == 201);
    for (auto* reader : {&first, &second}) {
        const Answer answer = reader->get();
        CHECK(answer.status == 200);
        REQUIRE(answer.body["changes"].size() == 1);
        CHECK(answer.body["changes"][0]["id"] == id);
    }
    CHECK(Clock::now() - begin < 10s); // measured: 5 ms; the wait itself would be 30 s

    // Not only of what is new.
    ListClient reader(server.port(), readerA);
    const std::vector<std::function<int()>> writes{
        [&] { return writer.update(id, someTopic("Anders"), "\"1\"").status; },
        [&] { return writer.comment(id, newId(), someComment("Dazu")).status; },
        [&] {
            return writer.remove("/v1/topics/" + id, {{"If-Match", "\"2\""}}).status;
        }};
    for (const auto& write : writes) {
        const std::string now = cursorOf(writer);
        auto waiting = std::async(std::launch::async, [&] { return reader.get("/v1/changes?wait=30&since=" + now); });
        CHECK(waiting.wait_for(200ms) == std::future_status::timeout);
        begin = Clock::now();
        CHECK(write() < 300);
        CHECK(waiting.get().body["changes"].size() == 1);
        CHECK(Clock::now() - begin < 10s);
    }
}

TEST_CASE("A reader who waits in vain gets an empty page and the same cursor", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    ListClient other(server.port(), tokenB);
    const std::string cursor = cursorOf(client);
    auto waiting = std::async(std::launch::async, [&] { return client.get("/v1/changes?wait=2&since=" + cursor); });
    const auto begin = Clock::now();
    REQUIRE(other.create(newId(), someTopic("Another tenant's")).status == 201); // wakes nobody here
    const Answer answer = waiting.get();
    CHECK(Clock::now() - begin > 1s);
    CHECK(answer.status == 200);
    CHECK(answer.body["changes"].empty());
    CHECK(answer.body["next"] == cursor);
    CHECK(answer.body["more"] == false);
}

TEST_CASE("Waiting readers keep nobody out", "[topicserver]")
{
    constexpr int readers = 60;
    ServerProcess server;
    ListClient writer(server.port(), tokenA);
    const std::string cursor = cursorOf(writer);
    std::vector<std::future<Answer>> waiting;
    for (int i = 0; i < readers; ++i)
        waiting.push_back(std::async(std::launch::async, [&] {
            ListClient reader(server.port(), tokenA);
            return reader.get("/v1/changes?wait=30&since=" + cursor);
        }));
    for (const auto& reader : waiting)
        CHECK(reader.wait_for(10ms) == std::future_status::timeout);
    const auto begin = Clock::now();
    ListClient other(server.port(), tokenB);
    CHECK(other.create(newId(), someTopic("Geht trotzdem")).status == 201);
    CHECK(other.get("/v1/health").status == 200);
    CHECK(Clock::now() - begin < 10s);
    REQUIRE(writer.create(newId(), someTopic("Für alle")).status == 201);
    for (auto& reader : waiting)
        CHECK(reader.get().body["changes"].size() == 1);
}

TEST_CASE("Waiting has a limit per tenant and one for all", "[topicserver]")
{
    ServerProcess server({QStringLiteral("--waiting"), QStringLiteral("2")}); // one each
    const auto wait = [&](const std::string& token, int seconds) {
        ListClient client(server.port(), token);
        return client.get("/v1/changes?wait=" + std::to_string(seconds));
    };
    /// Asks until it is refused, because the other reader may take a moment to sit down.
    const auto refusal = [&](const std::string& token, int status) {
        Answer answer;
        for (const auto patience = Clock::now() + 25s; answer.status != status && Clock::now() < patience;) {
            std::this_thread::sleep_for(100ms); // leaves the place free for long enough to be taken
            answer = wait(token, 1);
        }
        CHECK(answer.status == status);
        CHECK(answer.header("Retry-After") == "5");
    };
    /// Waits for long, from whenever there is a place.
    const auto occupy = [&](const std::string& token) {
        return std::async(std::launch::async, [&, token] {
            Answer answer = wait(token, 30);
            while (answer.status == 429 || answer.status == 503) {
                std::this_thread::sleep_for(10ms);
                answer = wait(token, 30);
            }
            return answer;
        });
    };
    auto a = occupy(tokenA);
    refusal(tokenA, 429);
    auto b = occupy(tokenB);
    refusal(tokenC, 503);
    CHECK(wait(tokenA, 0).status == 200); // who does not wait is always served

    const auto begin = Clock::now();
    CHECK(server.stop() == 0);         // sends the waiting home
    CHECK(Clock::now() - begin < 15s); // who would have waited for much longer
    CHECK(a.get().status == 200);
    CHECK(b.get().status == 200);
}

TEST_CASE("A reader who hangs up frees the place", "[topicserver]")
{
    ServerProcess server({QStringLiteral("--waiting"), QStringLiteral("2")}); // one each
    {
        httplib::Client hasty("127.0.0.1", server.port());
        hasty.set_read_timeout(0, 300'000);
        const auto result = hasty.Get("/v1/changes?wait=30", {{"Authorization", "Bearer " + tokenA}});
        REQUIRE_FALSE(result); // gave up and closed
    }
    const auto begin = Clock::now();
    int status = 0;
    while (status != 200 && Clock::now() - begin < 20s) {
        ListClient client(server.port(), tokenA);
        status = client.get("/v1/changes?wait=1").status;
    }
    CHECK(status == 200);
    CHECK(Clock::now() - begin < 20s); // measured: 1 s; without noticing it would be 30 s
}

TEST_CASE("A reader who follows the feed ends up with the list", "[topicserver]")
{
    constexpr std::size_t writers = 3;
    constexpr int writes = 40;
    ServerProcess server;
    std::atomic<bool> writing = true;
    std::map<std::string, json> copy;
    std::string since;
    std::jthread follower([&] {
        ListClient reader(server.port(), readerA);
        for (bool last = false; !last;) {
            last = !writing; // asked before reading, so that the last round sees every write
            const Answer page = reader.get("/v1/changes?limit=7&wait=1&since=" + since);
            if (page.status != 200)
                break;
            for (const json& change : page.body["changes"])
                copy[change["id"]] = change;
            since = page.body["next"];
            last = last && !page.body["more"].get<bool>();
        }
    });
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < writers; ++i)
            threads.emplace_back([&, i] {
                ListClient writer(server.port(), tokenA);
                std::vector<std::string> mine;
                for (int n = 0; n < writes; ++n) {
                    const std::string title = std::to_string(i) + "/" + std::to_string(n);
                    if (n % 4 == 0) {
                        mine.push_back(newId());
                        (void)writer.create(mine.back(), someTopic(title));
                    } else if (n % 4 == 1) {
                        (void)writer.update(mine.back(), someTopic(title), "\"1\"");
                    } else if (n % 4 == 2) {
                        (void)writer.comment(mine.back(), newId(), someComment(title));
                    } else if (n % 8 == 3) {
                        (void)writer.remove("/v1/topics/" + mine.back(), {{"If-Match", "\"2\""}});
                    }
                }
            });
    }
    writing = false;
    follower.join();
    ListClient judge(server.port(), tokenA);
    const Answer list = judge.get("/v1/topics?limit=500");
    REQUIRE(list.status == 200);
    CHECK(list.body["topics"].size() == writers * writes / 8); // every second one was deleted
    CHECK(copy.size() == writers * writes / 4);
    for (const json& topic : list.body["topics"])
        CHECK(copy[topic["id"]] == topic);
}
