#include "list_client.h"
#include "server_process.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::topicserver::test;

namespace {

json writtenBy(json topic, const std::string& who)
{
    topic["changed_by"] = who;
    return topic;
}

} // namespace

TEST_CASE("Every change says who made it", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const Answer created = client.create(id, writtenBy(someTopic("Rückruf"), "Jana Winter"));
    REQUIRE(created.status == 201);
    CHECK(created.body["changed_by"] == "Jana Winter");
    const Answer updated = client.update(id, writtenBy(someTopic("Rückruf erledigt"), "Jörg Öztürk"), "\"1\"");
    REQUIRE(updated.status == 200);
    CHECK(updated.body["changed_by"] == "Jörg Öztürk");
    CHECK(updated.body["created_by"] == "Jana Winter");
    REQUIRE(client.comment(id, newId(), someComment("Danke.")).status == 201);
    const json read = client.read(id).body;
    CHECK(read["changed_by"] == "Jörg Öztürk"); // a remark has an author of its own
    CHECK(read["updated_at"] == updated.body["updated_at"]);
    CHECK(client.get("/v1/topics").body["topics"][0]["changed_by"] == "Jörg Öztürk");
    CHECK(client.get("/v1/changes").body["changes"][0]["changed_by"] == "Jörg Öztürk");

    // A client of the contract's first version does not say.
    const Answer unsaid = client.update(id, someTopic("Doch nicht"), "\"2\"");
    REQUIRE(unsaid.status == 200);
    CHECK(unsaid.body["changed_by"] == "");

    REQUIRE(server.stop() == 0);
    server.start();
    ListClient later(server.port(), tokenA);
    CHECK(later.update(id, writtenBy(someTopic("Wieder"), "Jana Winter"), "\"3\"").body["changed_by"] == "Jana Winter");
    CHECK(later.read(id).body["changed_by"] == "Jana Winter");
}

TEST_CASE("A tombstone says who deleted", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const auto removedBy = [&](httplib::Headers who) {
        const std::string id = newId();
        REQUIRE(client.create(id, writtenBy(someTopic("Weg damit"), "Jana Winter")).status == 201);
        who.emplace("If-Match", "\"1\"");
        const Answer removed = client.remove("/v1/topics/" + id, who);
        if (removed.status != 204) {
            CHECK(removed.status == 400);
            CHECK(removed.body["where"] == "Changed-By");
            CHECK(client.read(id).status == 200);
            return std::string("refused");
        }
        return client.read(id).body["current"]["changed_by"].get<std::string>();
    };
    CHECK(removedBy({}).empty()); // not the one who wrote it
    CHECK(removedBy({{"Changed-By", "Jana Winter"}}) == "Jana Winter");
    CHECK(removedBy({{"Changed-By", "J%C3%B6rg%20%C3%96zt%c3%bcrk"}}) == "Jörg Öztürk");
    CHECK(removedBy({{"Changed-By", "50%25 %2541 + x"}}) == "50% %41 + x"); // decoded once
    std::string longest;
    std::string encoded;
    for (int i = 0; i < 200; ++i) {
        longest += "\xF0\x9F\x93\x9E";
        encoded += "%F0%9F%93%9E";
    }
    CHECK(removedBy({{"Changed-By", encoded}}) == longest);
    CHECK(removedBy({{"Changed-By", encoded + "x"}}) == "refused");
    CHECK(removedBy({{"Changed-By", "a%00b"}}) == "a");
    CHECK(removedBy({{"Changed-By", "J%F6rg"}}) == "refused");   // Latin-1
    CHECK(removedBy({{"Changed-By", "Jana %C3"}}) == "refused"); // cut short
    CHECK(removedBy({{"Changed-By", "Jana"}, {"Changed-By", "Petra"}}) == "refused");

    const json changes = client.get("/v1/changes").body["changes"];
    CHECK(std::count_if(changes.begin(), changes.end(), [](const json& change) {
              return change["deleted"] == true && change["changed_by"] == "Jörg Öztürk";
          }) == 1);
}

TEST_CASE("The same topic said by somebody else is no other topic", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    REQUIRE(client.create(id, someTopic("Einmal")).status == 201); // by a client that does not say who
    const Answer again = client.create(id, writtenBy(someTopic("Einmal"), "Jana Winter"));
    CHECK(again.status == 200);
    CHECK(again.header("Idempotent-Replay") == "true");
    CHECK(again.body["changed_by"] == ""); // nothing was written

    const auto refused = [&](const json& who) {
        json topic = someTopic("Nie");
        topic["changed_by"] = who;
        const Answer answer = client.create(newId(), topic);
        CHECK(answer.status == 422);
        CHECK(answer.body["where"] == "changed_by");
    };
    refused(17);
    refused(nullptr);
    refused(std::string(201, 'x'));
    refused(std::string("a\0b", 3));
    CHECK(client.create(newId(), writtenBy(someTopic("Lang"), std::string(200, 'x'))).status == 201);
}
