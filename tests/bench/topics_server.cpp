// The real topic server on loopback: writes from four desks while 200 readers wait for news, each write's time beside that
// of an fdatasync on the same file system in the same run; then the same writes with the server killed a hundred times.
// Every acknowledged write must be there once, and every reader must hear of every change once.
#include "list_client.h"
#include "percentile.h"
#include "server_process.h"
#include "write_ledger.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <random>
#include <thread>

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

using namespace vorzimmer::topicserver::test;
using vorzimmer::test::percentile;

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;
using namespace std::chrono_literals;

constexpr int seedWriters = 8;
constexpr int desks = 4;
constexpr int floorRounds = 300;

struct Load {
    int topics = 10'000;
    int pollers = 200;
    int writes = 4000;
    int kills = 100;
};

/// What a durable write of one page costs here without any server.
void measureFloor(const QString& path, std::vector<double>& times)
{
    const int file = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const std::vector<char> page(4096, 'x');
    for (int i = 0; i < floorRounds && file >= 0; ++i) {
        const auto begin = Clock::now();
        if (::write(file, page.data(), page.size()) < 0 || ::fdatasync(file) != 0)
            break;
        times.push_back(Milliseconds(Clock::now() - begin).count());
    }
    ::close(file);
}

std::string titleOf(int write)
{
    return "w" + std::to_string(write) + ".";
}

/// How often each write's title stands in @p body.
void countTitles(const std::string& body, std::vector<int>& seen)
{
    static const std::string key = "\"title\":\"w";
    for (std::size_t at = body.find(key); at != std::string::npos; at = body.find(key, at)) {
        at += key.size();
        const std::size_t write = std::strtoul(body.c_str() + at, nullptr, 10);
        if (write < seen.size())
            ++seen[write];
    }
}

/// A crowd of readers that wait for changes on one thread, each with a cursor of its own.
class Crowd {
public:
    Crowd(int port, const std::string& cursor, const Load& load) : m_multi(curl_multi_init())
    {
        m_headers = curl_slist_append(nullptr, ("Authorization: Bearer " + readerA).c_str());
        m_address = "http://127.0.0.1:" + std::to_string(port) + "/v1/changes?wait=5&limit=500&since=";
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 2L * load.pollers);
        for (int i = 0; i < load.pollers; ++i) {
            auto reader = std::make_unique<Reader>();
            reader->cursor = cursor;
            reader->seen.resize(static_cast<std::size_t>(load.writes));
            reader->handle = curl_easy_init();
            m_readers.push_back(std::move(reader));
        }
    }
    ~Crowd()
    {
        for (const auto& reader : m_readers)
            curl_easy_cleanup(reader->handle);
        curl_multi_cleanup(m_multi);
        curl_slist_free_all(m_headers);
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Reads until every reader has come to @p last, which may still be unknown, or until @p patience runs out.
    void follow(const std::atomic<bool>& writing, const std::string& last, Clock::duration patience)
    {
        for (const auto& reader : m_readers)
            ask(*reader);
        Clock::time_point end = Clock::time_point::max();
        while (Clock::now() < end) {
            int running = 0;
            curl_multi_perform(m_multi, &running);
            takeReplies();
            if (!writing) {
                if (end == Clock::time_point::max())
                    end = Clock::now() + patience;
                if (std::all_of(m_readers.begin(), m_readers.end(), [&](const auto& each) { return each->cursor == last; }))
                    break;
            }
            curl_multi_poll(m_multi, nullptr, 0, 50, nullptr);
        }
        for (const auto& reader : m_readers)
            curl_multi_remove_handle(m_multi, reader->handle);
    }

    /// Adds what readers missed, and what they heard more than once.
    void judge(int& lost, int& doubled) const
    {
        for (const auto& reader : m_readers) {
            for (const int times : reader->seen) {
                lost += times == 0 ? 1 : 0;
                doubled += times > 1 ? 1 : 0;
            }
        }
    }
    [[nodiscard]] long replies() const { return m_replies; }
    [[nodiscard]] long failures() const { return m_failures; }

private:
    struct Reader {
        CURL* handle = nullptr;
        std::string cursor;
        std::string body;
        std::vector<int> seen;
    };

    static std::size_t take(char* data, std::size_t size, std::size_t count, void* reader)
    {
        static_cast<Reader*>(reader)->body.append(data, size * count);
        return size * count;
    }

    void ask(Reader& reader)
    {
        reader.body.clear();
        curl_easy_setopt(reader.handle, CURLOPT_URL, (m_address + reader.cursor).c_str());
        curl_easy_setopt(reader.handle, CURLOPT_HTTPHEADER, m_headers);
        curl_easy_setopt(reader.handle, CURLOPT_WRITEFUNCTION, &Crowd::take);
        curl_easy_setopt(reader.handle, CURLOPT_WRITEDATA, &reader);
        curl_easy_setopt(reader.handle, CURLOPT_PRIVATE, &reader);
        curl_multi_add_handle(m_multi, reader.handle);
    }

    void takeReplies()
    {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            CURL* handle = message->easy_handle;
            Reader* reader = nullptr;
            long status = 0;
            curl_easy_getinfo(handle, CURLINFO_PRIVATE, &reader);
            curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
            static const std::string key = "\"next\":\"";
            const std::size_t next = reader->body.rfind(key);
            if (message->data.result == CURLE_OK && status == 200 && next != std::string::npos) {
                ++m_replies;
                countTitles(reader->body, reader->seen);
                const std::size_t begin = next + key.size();
                reader->cursor = reader->body.substr(begin, reader->body.find('"', begin) - begin);
            } else {
                ++m_failures;
            }
            curl_multi_remove_handle(m_multi, handle);
            ask(*reader);
        }
    }

    CURLM* m_multi;
    curl_slist* m_headers = nullptr;
    std::string m_address;
    std::vector<std::unique_ptr<Reader>> m_readers;
    long m_replies = 0;
    long m_failures = 0;
};

struct Tally {
    std::vector<double> times;
    int lost = 0;
    int doubled = 0;
};

/// One desk's share of the writes: creates and changes in turn, every tenth sent a second time.
void writeShare(int port, int desk, const Load& load, const std::vector<std::string>& topics, Tally& tally)
{
    ListClient client(port, tokenA);
    for (int n = desk; n < load.writes; n += desks) {
        const bool creates = n % 2 == 0 || n / 2 >= load.topics;
        const std::string id = creates ? newId() : topics[static_cast<std::size_t>(n / 2)];
        const json topic = someTopic(titleOf(n));
        const auto write = [&] { return creates ? client.create(id, topic) : client.update(id, topic, "\"1\""); };
        const auto begin = Clock::now();
        const Answer answer = write();
        tally.times.push_back(Milliseconds(Clock::now() - begin).count());
        if (answer.status != (creates ? 201 : 200)) {
            std::fprintf(stderr, "write %d: status %d\n", n, answer.status);
            ++tally.lost;
        }
        if (n % 10 != 0 && n % 10 != 5)
            continue;
        const Answer again = write();
        const bool recognised = creates ? again.status == 200 && again.header("Idempotent-Replay") == "true"
                                        : again.status == 412 && again.body["current"]["title"] == titleOf(n) &&
                                              again.body["current"]["revision"] == 2;
        tally.doubled += recognised ? 0 : 1;
    }
}

std::vector<std::string> seed(int port, const Load& load)
{
    std::vector<std::string> topics(static_cast<std::size_t>(load.topics));
    std::generate(topics.begin(), topics.end(), newId);
    std::vector<std::jthread> threads;
    for (std::size_t writer = 0; writer < seedWriters; ++writer)
        threads.emplace_back([&, writer] {
            ListClient client(port, tokenA);
            for (std::size_t i = writer; i < topics.size(); i += seedWriters) {
                if (client.create(topics[i], someTopic("seed")).status != 201)
                    std::fputs("a topic could not be created\n", stderr);
            }
        });
    return topics;
}

/// The whole list, page by page: every write's title stands in it once.
void judgeList(ListClient& client, const Load& load, std::size_t expected, Tally& tally)
{
    std::vector<int> seen(static_cast<std::size_t>(load.writes));
    std::size_t total = 0;
    for (std::string after;;) {
        const Answer page = client.get("/v1/topics?limit=500" + (after.empty() ? after : "&after=" + after));
        if (page.status != 200)
            break;
        total += page.body["topics"].size();
        countTitles(page.body.dump(), seen);
        if (page.body["next"].is_null())
            break;
        after = page.body["next"];
    }
    for (const int times : seen) {
        tally.lost += times == 0 ? 1 : 0;
        tally.doubled += times > 1 ? 1 : 0;
    }
    if (total != expected) {
        std::fprintf(stderr, "%zu topics instead of %zu\n", total, expected);
        (total < expected ? tally.lost : tally.doubled) += 1;
    }
}

/// Kills the server at random moments under four writers; returns how many writes were acknowledged.
int killOften(const Load& load, Tally& tally)
{
    const unsigned seedOfChance =
        qEnvironmentVariableIsSet("VZ_SEED") ? qEnvironmentVariable("VZ_SEED").toUInt() : std::random_device{}();
    std::printf("killing the server %d times: VZ_SEED=%u repeats it\n", load.kills, seedOfChance);
    std::fflush(stdout);
    std::mt19937 chance(seedOfChance);
    std::uniform_int_distribution<int> writes(3, 90);
    std::uniform_int_distribution<int> microseconds(0, 3000);
    ServerProcess server(
        {QStringLiteral("--rate"), QStringLiteral("100000"), QStringLiteral("--burst"), QStringLiteral("100000")});
    int total = 0;
    for (int round = 0; round < load.kills; ++round) {
        std::vector<WriteLedger> ledgers(desks);
        std::atomic<int> acknowledged = 0;
        const int enough = writes(chance);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < desks; ++i)
                threads.emplace_back([&, i] { writeOn(server.port(), std::to_string(i), acknowledged, ledgers[i]); });
            const auto patience = Clock::now() + 60s;
            while (acknowledged < enough && Clock::now() < patience)
                std::this_thread::yield();
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds(chance)));
            server.kill();
        }
        server.start();
        ListClient client(server.port(), tokenA);
        for (const WriteLedger& ledger : ledgers) {
            const Settlement settlement = settle(client, ledger);
            tally.lost += settlement.lost + static_cast<int>(ledger.refusals.size());
            tally.doubled += settlement.doubled;
        }
        total += acknowledged;
    }
    return total;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--describe"))) {
        std::puts("durable writes under 200 waiting readers beside the fdatasync floor (ratio: of the p99s); 100 kills");
        return 0;
    }
    Load load;
    const std::pair<QString, int*> options[] = {{QStringLiteral("--topics="), &load.topics},
                                                {QStringLiteral("--pollers="), &load.pollers},
                                                {QStringLiteral("--writes="), &load.writes},
                                                {QStringLiteral("--kills="), &load.kills}};
    for (const QString& argument : arguments) {
        for (const auto& [name, value] : options) {
            if (argument.startsWith(name))
                *value = argument.mid(name.size()).toInt();
        }
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);

    Tally tally;
    std::vector<double> floor;
    long replies = 0;
    double seconds = 0;
    {
        ServerProcess server(
            {QStringLiteral("--rate"), QStringLiteral("100000"), QStringLiteral("--burst"), QStringLiteral("100000")});
        const auto seedBegin = Clock::now();
        const std::vector<std::string> topics = seed(server.port(), load);
        std::printf("%d topics created in %.1f s\n", load.topics, Milliseconds(Clock::now() - seedBegin).count() / 1000);
        std::fflush(stdout);
        ListClient judge(server.port(), tokenA);
        const auto newest = [&] { return judge.get("/v1/topics?limit=1").body["cursor"].get<std::string>(); };
        measureFloor(server.path(QStringLiteral("floor")), floor);

        Crowd crowd(server.port(), newest(), load);
        std::atomic<bool> writing = true;
        std::string last;
        std::jthread reading([&] { crowd.follow(writing, last, 60s); });
        std::this_thread::sleep_for(500ms); // for all of them to sit down
        std::vector<Tally> shares(desks);
        const auto begin = Clock::now();
        {
            std::vector<std::jthread> threads;
            for (int desk = 0; desk < desks; ++desk)
                threads.emplace_back(
                    [&, desk] { writeShare(server.port(), desk, load, topics, shares[static_cast<std::size_t>(desk)]); });
        }
        seconds = Milliseconds(Clock::now() - begin).count() / 1000;
        last = newest();
        writing = false;
        reading.join();
        replies = crowd.replies();
        for (const Tally& share : shares) {
            tally.times.insert(tally.times.end(), share.times.begin(), share.times.end());
            tally.lost += share.lost;
            tally.doubled += share.doubled;
        }
        crowd.judge(tally.lost, tally.doubled);
        if (crowd.failures() > 0)
            std::fprintf(stderr, "%ld requests of waiting readers failed\n", crowd.failures());
        const auto creates = static_cast<std::size_t>((load.writes + 1) / 2);
        judgeList(judge, load, static_cast<std::size_t>(load.topics) + creates, tally);
        measureFloor(server.path(QStringLiteral("floor")), floor);
    }
    std::printf("%zu writes in %.1f s, %ld replies to %d waiting readers\n", tally.times.size(), seconds, replies,
                load.pollers);
    const int acknowledged = killOften(load, tally);
    std::printf("%d writes acknowledged in %d lives\n", acknowledged, load.kills);
    std::printf("{\"bench\":\"topics-server\",\"topics\":%d,\"pollers\":%d,\"writes\":%zu,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
                "\"floor_p50_ms\":%.3f,\"floor_p99_ms\":%.3f,\"ratio\":%.1f,\"writes_per_s\":%.0f,\"kills\":%d,"
                "\"killed_writes\":%d,\"lost\":%d,\"doubled\":%d}\n",
                load.topics, load.pollers, tally.times.size(), percentile(tally.times, 50), percentile(tally.times, 99),
                percentile(floor, 50), percentile(floor, 99), percentile(tally.times, 99) / percentile(floor, 99),
                static_cast<double>(tally.times.size()) / seconds, load.kills, acknowledged, tally.lost, tally.doubled);
    return tally.lost == 0 && tally.doubled == 0 ? 0 : 1;
}
