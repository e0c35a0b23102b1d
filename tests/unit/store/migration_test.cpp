#include "fixture.h"

#include "cabinet/sqlite_cabinet_room.h"
#include "sqlite/migrations.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::TopicId;
using domain::TopicState;
using ports::OperationKind;
using ports::OperationState;
using ports::TopicEventKind;

namespace {

/// Ids as the golden file numbers them.
QUuid numbered(int number)
{
    return QUuid(QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 16, QLatin1Char('0')));
}

/// The folder of a bureau with one cabinet as @p script makes it.
class OldFolder : public FolderFixture {
public:
    explicit OldFolder(const QByteArray& script)
    {
        tenant = domain::TenantId::parse(u"6b0c7c0e-5a0e-4a54-9d53-0f5f3b0c9a11");
        REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("tenants")));
        const QByteArray path = folder.filePath(QStringLiteral("tenants/%1.db").arg(tenant.text())).toUtf8();
        sqlite3* file = nullptr;
        REQUIRE(sqlite3_open(path.constData(), &file) == SQLITE_OK);
        char* problem = nullptr;
        sqlite3_exec(file, script.constData(), nullptr, nullptr, &problem);
        INFO((problem ? problem : ""));
        CHECK(problem == nullptr);
        sqlite3_free(problem);
        sqlite3_close(file);
    }
};

QByteArray versionOne()
{
    QFile script(QStringLiteral(VORZIMMER_STORE_GOLDEN "/cabinet_v1.sql"));
    REQUIRE(script.open(QIODevice::ReadOnly));
    return script.readAll();
}

/// An empty cabinet of @p version.
QByteArray emptyOf(int version)
{
    QByteArray script = "PRAGMA foreign_keys = ON;";
    for (const Migration& step : cabinetFile().migrations) {
        if (step.version <= version)
            script += step.script;
    }
    return script + "PRAGMA application_id = " + QByteArray::number(cabinetFile().applicationId) +
           "; PRAGMA user_version = " + QByteArray::number(version) +
           "; INSERT INTO identity (one, tenant) VALUES (1, X'6b0c7c0e5a0e4a549d530f5f3b0c9a11');";
}

} // namespace

TEST_CASE("A bureau of version 1 gets room for lines and keeps what it has", "[store][migration]")
{
    FolderFixture f;
    const QString path = f.folder.filePath(QStringLiteral("bureau.db"));
    REQUIRE(bureauFile().migrations.size() >= 2);
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &file) == SQLITE_OK);
    const QByteArray script = bureauFile().migrations.front().script +
                              "PRAGMA application_id = " + QByteArray::number(bureauFile().applicationId) +
                              "; PRAGMA user_version = 1; INSERT INTO setting (name, value) VALUES ('region', 'AT');";
    CHECK(sqlite3_exec(file, script.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);

    const auto directory = makeDirectory(f.location, Missing::Refuse);
    CHECK(must(directory->lines()).empty());
    CHECK(must(directory->setting(QStringLiteral("region"))) == QStringLiteral("AT"));
    CHECK(QFile::exists(path + QStringLiteral(".v1")));
}

TEST_CASE("A cabinet of version 1 opens with everything in it", "[store][migration]")
{
    OldFolder f(versionOne());
    const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
    const auto cabinet = must(room->open(f.tenant));
    CHECK(must(cabinet->flaws()).empty());
    CHECK(must(cabinet->note(domain::NoteId(numbered(1)))).text == QStringLiteral("Fragt nach dem Blutbild von Montag."));
    ports::TopicList& list = cabinet->topicList();
    ports::TopicLedger& ledger = cabinet->ledger();
    CHECK(must(ledger.cursor()) == QStringLiteral("e1.17"));

    const auto entries = must(list.entries({{}, true, false, false, 10}));
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].topic.title == QStringLiteral("Altes Anliegen"));
    CHECK(entries[1].topic.title == QStringLiteral("Schlüssel"));
    CHECK(entries[1].topic.due == QDate(2026, 10, 1));
    CHECK(entries[1].topic.priority == domain::TopicPriority::High);
    CHECK(entries[1].comments.size() == 1);
    CHECK(entries[1].onSharedList);
    CHECK(entries[1].blocked == QStringLiteral("403"));
    CHECK(entries[2].call == domain::CallId(numbered(77)));
    CHECK(entries[2].waiting == 2);
    CHECK(must(list.entry(TopicId(numbered(3)))).topic.deleted);
    CHECK(must(ledger.agreed(TopicId(numbered(2))))->revision == QStringLiteral("\"3\""));
    CHECK(must(ledger.agreedTopics()).size() == 1);

    const auto history = must(list.history(TopicId(numbered(1))));
    REQUIRE(history.size() == 1);
    CHECK(history[0].kind == TopicEventKind::Created);
    CHECK(history[0].by.name == QStringLiteral("Anna Brandt"));
    CHECK(history[0].fromHere);
    CHECK_FALSE(must(list.history(TopicId(numbered(2))))[0].fromHere); // the client's

    // What waited is still sent, in its order and with its values.
    const auto waiting = must(list.outbox());
    REQUIRE(waiting.size() == 3);
    CHECK(waiting[0].kind == OperationKind::CreateTopic);
    CHECK(waiting[0].state == OperationState::Unknown);
    CHECK(waiting[0].topic.title == QStringLiteral("T. Albers – Befund"));
    CHECK(waiting[1].comment.text == QStringLiteral("Rückruf um vier"));
    CHECK(waiting[2].changed == domain::TopicFields(domain::TopicField::State));
    CHECK(waiting[2].topic.state == TopicState::Done);
    const auto next = must(ledger.nextOperation(f.clock.now.addSecs(1)));
    REQUIRE(next);
    must(ledger.confirm(next->id, {next->topic, QStringLiteral("1"), {}, {}}));
    CHECK(must(ledger.nextOperation(f.clock.now))->id == waiting[1].id);
    const auto operation = f.ids.fresh<domain::OperationId>();
    must(list.remove(TopicId(numbered(2)), operation, {QStringLiteral("Anna"), f.clock.now}));
    CHECK(must(list.outbox()).back().kind == OperationKind::DeleteTopic);
    CHECK(must(cabinet->flaws()).empty());
    CHECK(QFile::exists(f.folder.filePath(QStringLiteral("tenants/%1.db.v1").arg(f.tenant.text()))));
}

TEST_CASE("Topics and histories of version 11 keep their order, and whoever names a topic still finds it", "[store][migration]")
{
    // Two histories, the clock of the second was put back in between.
    OldFolder f(emptyOf(11) +
                "INSERT INTO topic VALUES"
                " (X'00000000000040008000000000000002', 'open', 0, 'younger', '', NULL, 'normal', 'call', 2000, 'Anna', 'x', '', NULL,"
                "  '\"4\"', 'far', ''),"
                " (X'00000000000040008000000000000001', 'open', 0, 'older', 'Kern', '2026-10-01', 'high', 'client', 1000, 'Eva', 'y',"
                "  'Anna', 3000, NULL, '', 'there');"
                "INSERT INTO topic_event VALUES"
                " (X'00000000000040008000000000000002', 1, 'created', 'Anna', 9000, 1, 'title', '', ''),"
                " (X'00000000000040008000000000000002', 2, 'deleted', 'Eva', 5000, 0, 'deletion', '', ''),"
                " (X'00000000000040008000000000000002', 3, 'restored', 'Anna', 1000, 1, 'deletion', '', ''),"
                " (X'00000000000040008000000000000001', 1, 'commented', 'Eva', 6000, 0, 'text', '', '');"
                "INSERT INTO outbox (id, kind, state, topic, changed, attempt, problem) VALUES"
                " (X'0000000000004000800000000000005A', 'create-topic', 'new', X'00000000000040008000000000000001', 0, 0, '');");
    const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
    const auto cabinet = must(room->open(f.tenant));
    CHECK(must(cabinet->flaws()).empty());

    const auto younger = must(cabinet->topicList().history(TopicId(numbered(2))));
    REQUIRE(younger.size() == 3);
    CHECK(younger[0].kind == TopicEventKind::Created);
    CHECK(younger[1].kind == TopicEventKind::Deleted);
    CHECK(younger[2].kind == TopicEventKind::Restored);
    const auto older = must(cabinet->topicList().history(TopicId(numbered(1))));
    REQUIRE(older.size() == 2);
    CHECK(older[0].kind == TopicEventKind::Created);
    CHECK(older[1].kind == TopicEventKind::Commented);

    const auto agreed = must(cabinet->ledger().agreed(TopicId(numbered(2))));
    REQUIRE(agreed);
    CHECK(agreed->revision == QStringLiteral("\"4\""));
    CHECK(agreed->remoteId == QStringLiteral("far"));
    CHECK_FALSE(must(cabinet->ledger().agreed(TopicId(numbered(1)))));
    const auto waiting = must(cabinet->topicList().outbox());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].topic.title == QStringLiteral("older"));
    CHECK(waiting[0].topic.person == QStringLiteral("Kern"));
    CHECK(waiting[0].topic.due == QDate(2026, 10, 1));
    CHECK(waiting[0].topic.changedBy == QStringLiteral("Anna"));
}
