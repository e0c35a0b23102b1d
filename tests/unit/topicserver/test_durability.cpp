#include "list_client.h"
#include "server_process.h"
#include "write_ledger.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include <sys/resource.h>

using namespace vorzimmer::topicserver::test;
using namespace std::chrono_literals;

namespace {

void damage(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(static_cast<int>(file.size()), 'x'));
    file.close();
    QFile::remove(path + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));
}

/// Every operation of one tenant's list.
std::vector<Answer> everything(ListClient& client, const std::string& id)
{
    return {client.get("/v1/topics"),
            client.get("/v1/changes"),
            client.read(id),
            client.create(id, someTopic("x")),
            client.update(id, someTopic("x"), "\"1\""),
            client.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}),
            client.comment(id, newId(), someComment("x"))};
}

} // namespace

TEST_CASE("Killed at any moment, the server keeps every write it has acknowledged", "[topicserver]")
{
    constexpr int kills = 10;
    constexpr int writers = 3;
    const unsigned seed =
        qEnvironmentVariableIsSet("VZ_SEED") ? qEnvironmentVariable("VZ_SEED").toUInt() : std::random_device{}();
    INFO("seed " << seed);
    std::printf("killing the server %d times: VZ_SEED=%u repeats it\n", kills, seed);
    std::mt19937 chance(seed);
    std::uniform_int_distribution<int> writes(3, 90);
    std::uniform_int_distribution<int> microseconds(0, 3000);

    // Three writers in a tight loop are no honest load for one token's usual allowance.
    ServerProcess server(
        {QStringLiteral("--rate"), QStringLiteral("100000"), QStringLiteral("--burst"), QStringLiteral("100000")});
    for (int round = 0; round < kills; ++round) {
        std::vector<WriteLedger> ledgers(writers);
        std::atomic<int> acknowledged = 0;
        const int enough = writes(chance);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < writers; ++i)
                threads.emplace_back([&, i] { writeOn(server.port(), std::to_string(i), acknowledged, ledgers[i]); });
            const auto patience = std::chrono::steady_clock::now() + 60s;
            while (acknowledged < enough && std::chrono::steady_clock::now() < patience)
                std::this_thread::yield();
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds(chance)));
            server.kill();
        }
        server.start();
        ListClient client(server.port(), tokenA);
        CHECK(acknowledged >= enough);
        for (const WriteLedger& ledger : ledgers) {
            CHECK(ledger.refusals.empty());
            const Settlement settlement = settle(client, ledger);
            CHECK(settlement.lost == 0);
            CHECK(settlement.doubled == 0);
        }
    }
}

TEST_CASE("A backup is taken while others write, and whoever restores it is read afresh", "[topicserver]")
{
    ServerProcess server;
    const std::string first = newId();
    ListClient client(server.port(), tokenA);
    REQUIRE(client.create(first, someTopic("Vor der Sicherung")).status == 201);
    const std::string cursor = client.get("/v1/changes").body["next"];

    const QString target = server.path(QStringLiteral("backup"));
    std::atomic<bool> done = false;
    std::jthread writer([&] {
        ListClient other(server.port(), tokenA);
        while (!done)
            (void)other.create(newId(), someTopic("Während der Sicherung"));
    });
    const QStringList backup{QStringLiteral("--data"), server.data(), QStringLiteral("backup"), target};
    const Ended taken = runTopics(backup);
    done = true;
    writer.join();
    INFO(taken.err.toStdString());
    REQUIRE(taken.code == 0);
    CHECK(taken.out == QStringLiteral("1 lists in %1\n").arg(target));
    const Ended twice = runTopics(backup);
    CHECK(twice.code == 1);
    CHECK(twice.err.contains(QStringLiteral("exists already")));

    REQUIRE(server.stop() == 0);
    server.start(
        {QStringLiteral("--data"), target, QStringLiteral("--port"), QStringLiteral("0")}); // tokens are in the backup, too
    ListClient restored(server.port(), tokenA);
    CHECK(restored.read(first).body["title"] == "Vor der Sicherung");
    CHECK(restored.get("/v1/changes?since=" + cursor).status == 410);
    CHECK(restored.get("/v1/changes?since=").status == 200);
}

TEST_CASE("A damaged list is that tenant's trouble only", "[topicserver]")
{
    ServerProcess server;
    const std::string id = newId();
    {
        ListClient a(server.port(), tokenA);
        ListClient b(server.port(), tokenB);
        REQUIRE(a.create(id, someTopic("x")).status == 201);
        REQUIRE(b.create(id, someTopic("x")).status == 201);
    }
    REQUIRE(server.stop() == 0);
    damage(server.tenantFile(tenantA));
    server.start();
    ListClient a(server.port(), tokenA);
    ListClient b(server.port(), tokenB);
    for (const Answer& answer : everything(a, id)) {
        CHECK(answer.status == 500);
        CHECK(answer.body["type"] == "urn:vorzimmer:problem:storage_broken");
        CHECK(answer.body.dump().find("/") == std::string::npos); // no path of this machine leaves it
    }
    CHECK(b.read(id).status == 200);
    CHECK(server.log().contains(QStringLiteral("%1: file is not a database").arg(server.tenantFile(tenantA))));
}

TEST_CASE("A list that another program holds is busy, not lost", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    REQUIRE(client.create(id, someTopic("Vorher")).status == 201);
    {
        SQLite::Database other(server.tenantFile(tenantA).toStdString(), SQLite::OPEN_READWRITE);
        SQLite::Transaction holding(other, SQLite::TransactionBehavior::IMMEDIATE);
        for (const Answer& answer :
             {client.create(newId(), someTopic("x")), client.update(id, someTopic("x"), "\"1\""),
              client.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}), client.comment(id, newId(), someComment("x"))}) {
            CHECK(answer.status == 503);
            CHECK(answer.header("Retry-After") == "1");
        }
        CHECK(client.read(id).body["revision"] == 1); // reading goes on
    }
    CHECK(client.update(id, someTopic("Nachher"), "\"1\"").status == 200);
}

TEST_CASE("A full disk refuses writes and loses nothing", "[topicserver]")
{
    ServerProcess server;
    REQUIRE(server.stop() == 0);
    constexpr rlim_t most = 600'000; // bytes that one file may have
    server.setChildModifier([] {
        const rlimit limit{most, most};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    server.start();
    std::vector<std::string> stored;
    json large = someTopic("Groß");
    large["text"] = std::string(50'000, 'x');
    {
        ListClient client(server.port(), tokenA);
        int refused = 0;
        for (int i = 0; i < 40 && refused < 3; ++i) {
            const std::string id = newId();
            const Answer answer = client.create(id, large);
            if (answer.status == 201) {
                stored.push_back(id);
                continue;
            }
            ++refused;
            CHECK(answer.status == 503);
            CHECK(answer.body["type"] == "urn:vorzimmer:problem:storage_full");
            CHECK(answer.header("Retry-After") == "30");
        }
        CHECK(refused == 3);
        CHECK_FALSE(stored.empty());
        CHECK(client.get("/v1/health").status == 200);
    }
    server.kill();
    server.setChildModifier({});
    server.start();
    ListClient client(server.port(), tokenA);
    CHECK(client.get("/v1/topics").body["topics"].size() == stored.size());
    for (const std::string& id : stored)
        CHECK(client.read(id).body["text"] == large["text"]);
    CHECK(client.create(newId(), large).status == 201);
}

TEST_CASE("Files that cannot be used are named, with the reason", "[topicserver]")
{
    ServerProcess server;
    REQUIRE(server.stop() == 0);
    const QString file = server.data() + QStringLiteral("/server.db");
    QString expected;
    SECTION("damaged")
    {
        damage(file);
        expected = QStringLiteral("%1: file is not a database").arg(file);
    }
    SECTION("damaged in the middle")
    {
        QFile half(file);
        REQUIRE(half.open(QIODevice::ReadWrite));
        REQUIRE(half.seek(4096));
        half.write(QByteArray(4096, 'x'));
        half.close();
        expected = QStringLiteral("restore it from a backup");
    }
    SECTION("of another program")
    {
        QFile::remove(file);
        SQLite::Database other(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE recipe (name TEXT)");
        expected = QStringLiteral("%1: this is not a file of the topic server").arg(file);
    }
    SECTION("of a newer version")
    {
        SQLite::Database newer(file.toStdString(), SQLite::OPEN_READWRITE);
        newer.exec("PRAGMA user_version = 99");
        expected = QStringLiteral("%1: written by a newer version").arg(file);
    }
    const Ended ended = runTopics(server.arguments());
    CHECK(ended.code == 1);
    CHECK(ended.out.isEmpty());
    INFO(ended.err.toStdString());
    CHECK(ended.err.contains(expected));
}
