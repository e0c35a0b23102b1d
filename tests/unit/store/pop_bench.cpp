#include "fixture.h"

#include "cabinet/sqlite_cabinet_room.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace vorzimmer;
using namespace vorzimmer::store;

namespace {

using Microseconds = std::chrono::duration<double, std::micro>;

constexpr int callerCount = 500;
constexpr int callCount = 5'000;
constexpr int rounds = 4'000;

domain::PhoneNumber numberOf(int caller)
{
    return domain::PhoneNumber::fromE164(QStringLiteral("+4930%1").arg(1'000'000 + caller));
}

void fill(CabinetFixture& f)
{
    must(f.cabinet->atomically([&]() -> domain::Outcome {
        must(f.cabinet->saveProfile(f.someProfile()));
        for (int i = 0; i < 6; ++i)
            must(f.cabinet->savePerson(f.somePerson(QStringLiteral("Person %1").arg(i)), i));
        std::vector<domain::Caller> callers;
        for (int i = 0; i < callerCount; ++i) {
            callers.push_back(f.someCaller(QStringLiteral("Caller %1").arg(i), {numberOf(i).e164()}));
            must(f.cabinet->saveCaller(callers.back()));
        }
        for (int i = 0; i < callCount; ++i) {
            domain::CallRecord call = f.someCall();
            const int caller = i % 7 == 0 ? i % 10 : i % callerCount; // ten of them ring all the time
            call.caller = callers[static_cast<size_t>(caller)].id;
            call.number = numberOf(caller);
            call.offeredAt = f.clock.now.addSecs(-3'600LL * i);
            must(f.cabinet->saveCall(call));
            domain::Note note = f.finishedNote();
            note.call = call.id;
            note.text =
                QStringLiteral("Bittet um Rückruf wegen des Angebots vom Montag. Es geht um die Nachfrist und die zwei "
                               "Rechnungen, die noch offen sind. Erreichbar bis 16 Uhr.");
            must(f.cabinet->fileNote(note, domain::TopicState::Done));
        }
        for (int i = 0; i < 400; ++i)
            must(f.cabinet->saveSlot(f.someSlot(f.clock.now.addSecs(30'000LL * (i - 200)))));
        return {};
    }));
}

struct Percentiles {
    double p50;
    double p99;
};

template <class Work>
Percentiles measure(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work(i % callerCount);
        times.push_back(Microseconds(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

/// The same statements on a connection of its own through SQLite's C API alone.
class RawPop {
public:
    RawPop(sqlite3* source, const QString& path)
    {
        REQUIRE(sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
        for (const char* part :
             {"FROM profile", "FROM person", "FROM caller_number n", "SELECT label", "WHERE c.caller =", "FROM slot"}) {
            sqlite3_stmt* kept = sqlite3_next_stmt(source, nullptr);
            while (kept && !strstr(sqlite3_sql(kept), part))
                kept = sqlite3_next_stmt(source, kept);
            INFO(part);
            REQUIRE(kept);
            m_statements.push_back(prepared(sqlite3_sql(kept)));
        }
        m_begin = prepared("BEGIN");
        m_commit = prepared("COMMIT");
    }
    ~RawPop()
    {
        for (sqlite3_stmt* statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_finalize(m_begin);
        sqlite3_finalize(m_commit);
        sqlite3_close(m_database);
    }
    RawPop(const RawPop&) = delete;
    RawPop& operator=(const RawPop&) = delete;

    int run(const QByteArray& number, qint64 from, qint64 until)
    {
        QByteArray caller;
        rows = 0;
        read(m_begin);
        read(m_statements[0]);
        read(m_statements[1]);
        sqlite3_bind_text(m_statements[2], 1, number.constData(), static_cast<int>(number.size()), SQLITE_STATIC);
        read(m_statements[2], &caller);
        for (const size_t statement : {3U, 4U})
            sqlite3_bind_blob(m_statements[statement], 1, caller.constData(), static_cast<int>(caller.size()),
                              SQLITE_STATIC);
        read(m_statements[3]);
        sqlite3_bind_int(m_statements[4], 2, 20);
        read(m_statements[4]);
        sqlite3_bind_int64(m_statements[5], 1, from);
        sqlite3_bind_int64(m_statements[5], 2, until);
        read(m_statements[5]);
        read(m_commit);
        return rows;
    }

private:
    sqlite3_stmt* prepared(const char* sql)
    {
        sqlite3_stmt* statement = nullptr;
        REQUIRE(sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) == SQLITE_OK);
        return statement;
    }

    void read(sqlite3_stmt* statement, QByteArray* key = nullptr)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            ++rows;
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const int type = sqlite3_column_type(statement, column);
                if (type == SQLITE_INTEGER)
                    m_sum = m_sum + static_cast<size_t>(sqlite3_column_int64(statement, column));
                else if (type == SQLITE_TEXT)
                    m_sum = m_sum + strlen(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
                else if (type == SQLITE_BLOB)
                    m_sum = m_sum + static_cast<const unsigned char*>(sqlite3_column_blob(statement, column))[0];
            }
            if (key)
                *key = QByteArray(static_cast<const char*>(sqlite3_column_blob(statement, 0)),
                                  sqlite3_column_bytes(statement, 0));
        }
        sqlite3_reset(statement);
    }

    sqlite3* m_database = nullptr;
    std::vector<sqlite3_stmt*> m_statements;
    sqlite3_stmt* m_begin = nullptr;
    sqlite3_stmt* m_commit = nullptr;
    int rows = 0;
    volatile size_t m_sum = 0;
};

} // namespace

TEST_CASE("How long a pop takes beside the same SQL through SQLite's own API", "[.bench]")
{
    CabinetFixture f;
    fill(f);
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    size_t rows = 0;
    const auto pop = [&](int caller) {
        const auto sheet = must(f.cabinet->popSheet({numberOf(caller), f.clock.now, 14, 20}));
        rows = sheet.history.size() + sheet.slots.size() + sheet.people.size();
    };
    pop(0);
    const auto file = must(room.shelf().take(f.tenant));
    RawPop raw(file->database->handle(), file->database->path());
    const qint64 from = f.clock.now.toMSecsSinceEpoch();
    const qint64 until = f.clock.now.addDays(14).toMSecsSinceEpoch();
    const auto rawPop = [&](int caller) { raw.run(numberOf(caller).e164().toUtf8(), from, until); };
    measure(pop);
    measure(rawPop);
    const Percentiles ours = measure(pop);
    const Percentiles floor = measure(rawPop);
    std::printf("{\"bench\":\"store-pop\",\"calls\":%d,\"rows\":%zu,\"p50_us\":%.0f,\"p99_us\":%.0f,\"floor_p50_us\":%.0f,"
                "\"floor_p99_us\":%.0f,\"ratio\":%.2f}\n",
                callCount, rows, ours.p50, ours.p99, floor.p50, floor.p99, ours.p50 / floor.p50);
}

TEST_CASE("How long a keystroke in the search takes", "[.bench]")
{
    CabinetFixture f;
    fill(f);
    const QString words[] = {QStringLiteral("r"), QStringLiteral("rü"), QStringLiteral("rückruf"), QStringLiteral("nachfri"),
                             QStringLiteral("xylophon")};
    const auto search = [&](int i) { must(f.cabinet->review({words[i % 5], false, false, 50})); };
    const auto start = std::chrono::steady_clock::now();
    search(0);
    const Microseconds first = std::chrono::steady_clock::now() - start;
    const Percentiles times = measure(search);
    std::printf("{\"bench\":\"store-search\",\"notes\":%d,\"first_us\":%.0f,\"p50_us\":%.0f,\"p99_us\":%.0f}\n", callCount,
                first.count(), times.p50, times.p99);
}

TEST_CASE("How long a burst of typing takes to be safe beside one fdatasync", "[.bench]")
{
    CabinetFixture f;
    fill(f);
    domain::Note note = f.someNote();
    const auto draft = [&](int i) {
        note.text = QStringLiteral("Burst %1").arg(i);
        must(f.cabinet->saveDraft(note));
    };
    const int file = ::open(f.folder.filePath(QStringLiteral("floor")).toUtf8().constData(), O_RDWR | O_CREAT, 0600);
    REQUIRE(file >= 0);
    const std::string page(4'096, 'x');
    for (int i = 0; i < callerCount; ++i)
        REQUIRE(::write(file, page.data(), page.size()) == static_cast<ssize_t>(page.size()));
    const auto floor = [&](int i) {
        REQUIRE(::pwrite(file, page.data(), page.size(), i * 4'096L) == static_cast<ssize_t>(page.size()));
        REQUIRE(::fdatasync(file) == 0);
    };
    const Percentiles ours = measure(draft);
    const Percentiles bare = measure(floor);
    ::close(file);
    std::printf("{\"bench\":\"store-draft\",\"p50_us\":%.0f,\"p99_us\":%.0f,\"floor_p50_us\":%.0f,\"floor_p99_us\":%.0f,"
                "\"ratio\":%.2f}\n",
                ours.p50, ours.p99, bare.p50, bare.p99, ours.p50 / bare.p50);
}
