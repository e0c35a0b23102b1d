#include "change_bell.h"
#include "latest_page.h"
#include "listen_address.h"
#include "rate_limit.h"
#include "topic_store.h"
#include "waiting_list.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

#include <sodium.h>

#include <atomic>
#include <thread>

using namespace vorzimmer;
using namespace vorzimmer::topicserver;
using namespace std::chrono_literals;

namespace {

TopicFields topicWith(std::string title, std::string text, std::optional<std::string> due = {})
{
    TopicFields fields;
    fields.title = std::move(title);
    fields.text = std::move(text);
    fields.due = std::move(due);
    return fields;
}

const Signature noted{"now", "Jana Winter"};

} // namespace

TEST_CASE("A bucket gives out its burst and fills up with time", "[topicserver]")
{
    RateLimit rate(2, 3);
    const RateLimit::Clock::time_point begin{};
    for (int i = 0; i < 3; ++i)
        CHECK(rate.admit("a", begin).count() == 0);
    CHECK(rate.admit("a", begin) == 1s);
    CHECK(rate.admit("b", begin).count() == 0);
    CHECK(rate.admit("a", begin + 499ms) == 1s); // asking in vain costs nothing
    CHECK(rate.admit("a", begin + 500ms).count() == 0);
    CHECK(rate.admit("a", begin + 500ms) == 1s);
    for (int i = 0; i < 3; ++i)
        CHECK(rate.admit("a", begin + 1h).count() == 0);
    CHECK(rate.admit("a", begin + 1h) == 1s); // never more than the burst
    CHECK(rate.admit("a", begin) == 1s);      // a clock that goes back gives nothing away

    RateLimit slow(1, 1);
    CHECK(slow.admit("a", begin).count() == 0);
    CHECK(slow.admit("a", begin + 1ms) == 1s);
}

TEST_CASE("A bell wakes those who have not heard yet", "[topicserver]")
{
    ChangeBell bell(5);
    const auto soon = [] { return ChangeBell::Clock::now() + 20ms; };
    CHECK(bell.await(4, soon()));
    CHECK_FALSE(bell.await(5, soon()));
    bell.ring(7);
    bell.ring(6); // arrives late, changes nothing
    CHECK(bell.await(6, soon()));
    CHECK_FALSE(bell.await(7, soon()));

    bool heard = false;
    std::jthread waiting([&] { heard = bell.await(7, ChangeBell::Clock::now() + 60s); });
    bell.ring(8);
    waiting.join();
    CHECK(heard);

    std::jthread sent([&] { heard = bell.await(8, ChangeBell::Clock::now() + 60s); });
    bell.silence();
    sent.join();
    CHECK_FALSE(heard);
    CHECK(bell.isSilenced());
}

TEST_CASE("A crowd goes together", "[topicserver]")
{
    constexpr int readers = 100; // wait 50 ms for each other
    ChangeBell bell(1);
    std::atomic<int> back = 0;
    std::vector<std::jthread> crowd;
    for (int i = 0; i < readers; ++i)
        crowd.emplace_back([&] { back += bell.await(1, ChangeBell::Clock::now() + 60s) ? 1 : 0; });
    std::this_thread::sleep_for(200ms); // for them to sit down
    const auto begin = ChangeBell::Clock::now();
    bell.ring(2);
    crowd.clear();
    CHECK(back == readers);
    CHECK(ChangeBell::Clock::now() - begin >= 25ms);
    CHECK(ChangeBell::Clock::now() - begin < 30s);
    CHECK(bell.newest() == 2);
}

TEST_CASE("The latest page is told until there is a newer change", "[topicserver]")
{
    REQUIRE(sodium_init() >= 0);
    QTemporaryDir folder;
    const auto store = TopicStore::open(folder.filePath(QStringLiteral("list.db")));
    REQUIRE(store);
    LatestPage latestPage;
    const auto titles = [&](const Cursor& since, int limit, std::int64_t newest) {
        std::string all;
        const auto text = latestPage.after(since, limit, newest, **store);
        const auto page = nlohmann::json::parse(*text);
        for (const auto& change : page["changes"])
            all += change["title"].get<std::string>();
        return all;
    };
    const auto add = [&](const char* title) {
        REQUIRE((*store)->create(domain::TopicId(QUuid::createUuid()), topicWith(title, ""), noted));
    };
    const Cursor begin{(*store)->epoch(), 0};
    add("a");
    CHECK(titles(begin, 100, 1) == "a");
    add("b");
    CHECK(titles(begin, 100, 1) == "a"); // who knows of no more gets what the others got
    CHECK(titles(begin, 100, 2) == "ab");
    CHECK(titles({begin.epoch, 1}, 100, 2) == "b");
    CHECK(titles(begin, 1, 2) == "a");
    CHECK(titles(begin, 100, 2) == "ab");
}

TEST_CASE("Places are given back", "[topicserver]")
{
    WaitingList list(2, 1);
    const domain::TenantId a(QUuid::createUuid());
    const domain::TenantId b(QUuid::createUuid());
    const domain::TenantId c(QUuid::createUuid());
    using Verdict = WaitingList::Verdict;
    {
        const WaitingList::Place first(list, a);
        CHECK(first.verdict() == Verdict::Seated);
        CHECK(WaitingList::Place(list, a).verdict() == Verdict::TenantFull);
        const WaitingList::Place second(list, b);
        CHECK(second.verdict() == Verdict::Seated);
        CHECK(WaitingList::Place(list, c).verdict() == Verdict::HouseFull);
    }
    CHECK(WaitingList::Place(list, a).verdict() == Verdict::Seated);
    CHECK(WaitingList::Place(list, a).verdict() == Verdict::Seated);
}

TEST_CASE("Addresses are told by who can reach them", "[topicserver]")
{
    for (const char* address : {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
        CHECK(reachOf(QLatin1String(address)) == Reach::ThisMachine);
    for (const char* address : {"0.0.0.0", "::", "10.0.0.1", "128.0.0.1", "2001:db8::1", "::ffff:127.0.0.1"})
        CHECK(reachOf(QLatin1String(address)) == Reach::Network);
    for (const char* address : {"", "127.1", "127.0.0.1 ", "example.org", "localhost.example.org", "[::1]"})
        CHECK(reachOf(QLatin1String(address)) == Reach::Unknown);
    CHECK(urlOf(QStringLiteral("::1"), 8, true) == QStringLiteral("https://[::1]:8"));
    CHECK(urlOf(QStringLiteral("127.0.0.1"), 80, false) == QStringLiteral("http://127.0.0.1:80"));
}

TEST_CASE("A renewed list keeps its topics and has another epoch", "[topicserver]")
{
    REQUIRE(sodium_init() >= 0);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.db"));
    const domain::TopicId id(QUuid::createUuid());
    std::string epoch;
    {
        const auto store = TopicStore::open(path);
        REQUIRE(store);
        epoch = (*store)->epoch();
        CHECK(epoch.size() == 16);
        REQUIRE((*store)->create(id, topicWith("t", ""), noted));
    }
    CHECK((*TopicStore::open(path))->epoch() == epoch);
    REQUIRE(TopicStore::renewEpoch(path));
    const auto store = TopicStore::open(path);
    REQUIRE(store);
    CHECK((*store)->epoch() != epoch);
    CHECK((*store)->find(id).value()->fields->title == "t");
}

TEST_CASE("The same letters in other fields are another topic", "[topicserver]")
{
    REQUIRE(sodium_init() >= 0);
    QTemporaryDir folder;
    const auto store = TopicStore::open(folder.filePath(QStringLiteral("list.db")));
    REQUIRE(store);
    const domain::TopicId id(QUuid::createUuid());
    REQUIRE((*store)->create(id, topicWith("ab", "c"), noted)->outcome == WriteOutcome::Created);
    CHECK((*store)->create(id, topicWith("ab", "c"), {"later", "Frau Winter"})->outcome == WriteOutcome::Replayed);
    CHECK((*store)->create(id, topicWith("a", "bc"), noted)->outcome == WriteOutcome::Stale);
    CHECK((*store)->create(id, topicWith("abc", ""), noted)->outcome == WriteOutcome::Stale);
    CHECK((*store)->create(id, topicWith("ab", "c", "2025-01-01"), noted)->outcome == WriteOutcome::Stale);
}
