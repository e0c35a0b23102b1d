// The sync engine with a cabinet on disk against the real topic server on loopback: a first sync, then changes of the other
// side pulled, changes of this side pushed, and new topics pushed; each beside a bare libcurl multi client that makes the
// same requests to the same server, over connections as new as the desk's, and does nothing with what comes back; what is
// pulled is also pulled by one that keeps it and does no more than that, which shows how much of the difference is the disk's.
// Meanwhile the GUI thread's pulse is taken, with the bare client too, which shows what the machine itself takes away. Each
// round has a server and a cabinet of its own; the medians count.
#include "bare_client.h"
#include "bare_store.h"
#include "list_client.h"
#include "pulse.h"
#include "server_process.h"
#include "sync_desk.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <map>
#include <thread>

using namespace vorzimmer;
using namespace vorzimmer::bench;
using namespace vorzimmer::topicserver::test;

namespace {

constexpr std::size_t writers = 8;
/// As the engine asks and sends.
constexpr int pageLength = 200;
constexpr int parallelWrites = 8;

struct Load {
    int topics = 10'000;
    int changed = 1000;
    int rounds = 9;
};

struct Phase {
    std::vector<double> bare; ///< seconds, one for each round
    std::vector<double> keeping; ///< the bare client that keeps what it gets; none where nothing comes
    std::vector<double> engine;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// From several threads, because each write waits for the disk.
void forEach(const std::vector<std::string>& ids, const std::function<void(ListClient&, const std::string&)>& work, int port)
{
    std::vector<std::jthread> threads;
    for (std::size_t writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            ListClient client(port, tokenA);
            for (std::size_t i = writer; i < ids.size(); i += writers)
                work(client, ids[i]);
        });
}

std::vector<std::string> freshIds(int count)
{
    std::vector<std::string> ids(static_cast<std::size_t>(count));
    std::generate(ids.begin(), ids.end(), newId);
    return ids;
}

/// One server, one bare client, one desk, each phase by both.
class Round {
public:
    Round(const Load& load, int number, Pulse& bare, Pulse& engine)
        : m_load(load), m_bareFirst(number % 2 == 0), m_barePulse(bare), m_enginePulse(engine), m_ids(freshIds(load.topics))
    {
        forEach(
            m_ids, [](ListClient& client, const std::string& id) { (void)client.create(id, someTopic("seed")); },
            m_server.port());
    }

    /// How many things came out wrong.
    [[nodiscard]] int play(std::map<std::string, Phase>& phases)
    {
        pull(phases["first"]);
        expect("first sync", "seed", m_load.topics);
        const auto others = share();
        forEach(
            others,
            [](ListClient& client, const std::string& id) { (void)client.update(id, someTopic("changed"), "\"1\""); },
            m_server.port());
        pull(phases["pull"]);
        expect("pull", "changed", m_load.changed);
        push(phases["push"]);
        create(phases["create"]);
        judge();
        return m_failures;
    }

private:
    /// Topics that nobody has changed yet.
    [[nodiscard]] std::vector<std::string> share()
    {
        const auto begin = m_ids.begin() + m_shared;
        m_shared += m_load.changed;
        return {begin, begin + m_load.changed};
    }

    void compare(
        Phase& phase, const std::function<void()>& bare, const std::function<double()>& engine,
        const std::function<void()>& prepare = [] {})
    {
        if (m_bareFirst)
            phase.bare.push_back(onOwnThread(bare));
        prepare();
        m_enginePulse.begin();
        phase.engine.push_back(engine());
        m_enginePulse.end();
        if (!m_bareFirst)
            phase.bare.push_back(onOwnThread(bare));
        m_failures += phase.engine.back() < 0 ? 1 : 0;
    }

    /// The seconds that @p work takes, while this thread's loop runs.
    [[nodiscard]] double onOwnThread(const std::function<void()>& work)
    {
        using Clock = std::chrono::steady_clock;
        std::atomic<double> seconds = -1;
        m_barePulse.begin();
        const std::jthread worker([&] {
            const auto begin = Clock::now();
            work();
            seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        });
        (void)loopUntil([&] { return seconds >= 0; });
        m_barePulse.end();
        return seconds;
    }

    void pull(Phase& phase)
    {
        compare(
            phase, [this] { m_cursor = BareClient(m_server.port(), tokenA).turnPages(m_cursor, pageLength); },
            [this] { return m_desk.sync(); });
        phase.keeping.push_back(onOwnThread([this] {
            m_keptCursor = BareClient(m_server.port(), tokenA).turnPages(m_keptCursor, pageLength, [this](const std::string& page) {
                m_bareStore.take(page);
            });
            m_failures += m_bareStore.finish() ? 0 : 1;
        }));
    }

    void push(Phase& phase)
    {
        json body = someTopic("seed");
        body["state"] = "done";
        std::vector<BareWrite> writes;
        for (const std::string& id : share())
            writes.push_back({m_bare.topicUrl(id), "If-Match: \"1\"", body.dump()});
        send(phase, writes, [this, own = share()] { m_desk.tickOff(own); });
    }

    void create(Phase& phase)
    {
        std::vector<BareWrite> writes;
        for (const std::string& id : freshIds(m_load.changed))
            writes.push_back({m_bare.topicUrl(id), "If-None-Match: *", someTopic("new").dump()});
        send(phase, writes, [this] { m_desk.add(freshIds(m_load.changed), QStringLiteral("new")); });
    }

    /// The desk's own are what @p change writes down, and it has nothing else to do.
    void send(Phase& phase, const std::vector<BareWrite>& writes, const std::function<void()>& change)
    {
        compare(
            phase, [&] { m_failures += m_bare.write(writes, parallelWrites); }, [this] { return m_desk.sync(); },
            [&] {
                m_failures += m_desk.sync() < 0 ? 1 : 0;
                change();
            });
    }

    void expect(const char* what, const char* title, int count)
    {
        const auto found = m_desk.count([wanted = QString::fromLatin1(title)](const domain::Topic& topic) { return topic.title == wanted; });
        if (found == static_cast<std::size_t>(count))
            return;
        std::fprintf(stderr, "%s: %zu topics instead of %d\n", what, found, count);
        ++m_failures;
    }

    /// Both clients' writes stand on the server once.
    void judge()
    {
        std::map<std::string, int> found;
        ListClient client(m_server.port(), tokenA);
        for (std::string after;;) {
            const Answer page = client.get("/v1/topics?limit=500" + (after.empty() ? after : "&after=" + after));
            if (page.status != 200)
                break;
            for (const json& topic : page.body["topics"]) {
                ++found[topic["title"]];
                found["done"] += topic["state"] == "done" ? 1 : 0;
            }
            if (page.body["next"].is_null())
                break;
            after = page.body["next"];
        }
        const std::map<std::string, int> wanted{{"seed", m_load.topics - m_load.changed},
                                                {"changed", m_load.changed},
                                                {"done", 2 * m_load.changed},
                                                {"new", 2 * m_load.changed}};
        for (const auto& [what, count] : wanted) {
            if (found[what] == count)
                continue;
            std::fprintf(stderr, "on the server: %d topics instead of %d are '%s'\n", found[what], count, what.c_str());
            ++m_failures;
        }
    }

    const Load& m_load;
    const bool m_bareFirst;
    Pulse& m_barePulse;
    Pulse& m_enginePulse;
    ServerProcess m_server{
        {QStringLiteral("--rate"), QStringLiteral("100000"), QStringLiteral("--burst"), QStringLiteral("100000")}};
    std::vector<std::string> m_ids;
    int m_shared = 0;
    BareClient m_bare{m_server.port(), tokenA};
    std::string m_cursor;
    QTemporaryDir m_folder;
    BareStore m_bareStore{m_folder.filePath(QStringLiteral("bare.db"))};
    std::string m_keptCursor;
    SyncDesk m_desk{domain::TenantId::parse(tenantA), access(m_server.url())};
    int m_failures = 0;

    [[nodiscard]] static ports::BoardAccess access(const QString& url)
    {
        ports::BoardAccess access;
        access.url = QUrl(url);
        access.secret = QByteArray::fromStdString(tokenA);
        return access;
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--describe"))) {
        std::puts("first sync, pull and push of a shared list beside bare libcurl making the same requests; GUI pulse");
        return 0;
    }
    Load load;
    const std::pair<QString, int*> options[] = {{QStringLiteral("--topics="), &load.topics},
                                                {QStringLiteral("--changed="), &load.changed},
                                                {QStringLiteral("--rounds="), &load.rounds}};
    for (const QString& argument : arguments) {
        for (const auto& [name, value] : options) {
            if (argument.startsWith(name))
                *value = argument.mid(name.size()).toInt();
        }
    }
    if (load.rounds < 1 || load.changed < 1 || load.topics < 3 * load.changed) {
        std::fputs("--rounds and --changed must be at least 1, --topics three times --changed\n", stderr);
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);

    Pulse barePulse;
    Pulse enginePulse;
    std::map<std::string, Phase> phases;
    int failures = 0;
    const std::pair<const char*, int> order[] = {
        {"first", load.topics}, {"pull", load.changed}, {"push", load.changed}, {"create", load.changed}};
    for (int number = 0; number < load.rounds; ++number) {
        failures += Round(load, number, barePulse, enginePulse).play(phases);
        std::printf("round %d:", number + 1);
        for (const auto& [name, count] : order) {
            const Phase& phase = phases[name];
            std::printf(" %s %.3f s (bare %.3f s", name, phase.engine.back(), phase.bare.back());
            if (!phase.keeping.empty())
                std::printf(", keeping it %.3f s", phase.keeping.back());
            std::fputs(")", stdout);
        }
        std::puts("");
        std::fflush(stdout);
    }
    std::printf("{\"bench\":\"sync\",\"topics\":%d,\"changed\":%d,\"rounds\":%d,\"parallel\":%d", load.topics, load.changed,
                load.rounds, parallelWrites);
    double worst = 1e9;
    for (const auto& [name, count] : order) {
        const double bare = median(phases[name].bare);
        const double engine = median(phases[name].engine);
        worst = std::min(worst, bare / engine);
        std::printf(",\"%s_per_s\":%.0f,\"bare_%s_per_s\":%.0f,\"%s_ratio\":%.2f", name, count / engine, name, count / bare,
                    name, bare / engine);
        if (!phases[name].keeping.empty())
            std::printf(",\"keeping_%s_per_s\":%.0f,\"keeping_%s_ratio\":%.2f", name, count / median(phases[name].keeping),
                        name, bare / median(phases[name].keeping));
    }
    std::printf(",\"worst_ratio\":%.2f,\"gui_gap_p50_ms\":%.2f,\"gui_gap_p99_ms\":%.2f,\"gui_gap_max_ms\":%.2f,"
                "\"gui_work_max_ms\":%.2f,\"bare_gap_p99_ms\":%.2f,\"bare_gap_max_ms\":%.2f,\"failures\":%d}\n",
                worst, enginePulse.gap(50), enginePulse.gap(99), enginePulse.longestGap(), enginePulse.longestWork(),
                barePulse.gap(99), barePulse.longestGap(), failures);
    return failures == 0 ? 0 : 1;
}
