#include "fixture.h"

#include "cabinet/sqlite_cabinet_room.h"
#include "sqlite/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <unistd.h>

#include <thread>

using namespace vorzimmer;
using namespace vorzimmer::store;
using namespace std::chrono_literals;
using domain::Fault;

namespace {

constexpr auto patience = 50ms;

FileKind kindWith(std::vector<Migration> migrations)
{
    return {QStringLiteral("test file"), 4711, std::move(migrations)};
}

const Migration first{1, "CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('semi;colon -- no comment'); /* ; */"};
const Migration second{2, "ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 7;\n-- the end"};
const Migration broken{3, "CREATE TABLE b (z TEXT); INSERT INTO nowhere VALUES (1);"};

class FileFixture {
public:
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("file.db"));

    domain::Result<std::unique_ptr<Database>> open(const FileKind& kind, OpenMode mode = OpenMode::MayCreate)
    {
        return openFile(path, kind, mode, patience);
    }
    void write(const QByteArray& bytes)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray bytes()
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

int number(Database& database, const char* sql)
{
    return must(database.query(sql).first([](Row& row) { return row.number(); })).value();
}

/// A cabinet's file, and the room closed.
class ClosedCabinet : public CabinetFixture {
public:
    ClosedCabinet()
    {
        must(cabinet->saveProfile(someProfile()));
        cabinet.reset();
        room.reset();
    }
    QString path = folder.filePath(QStringLiteral("tenants/%1.db").arg(tenant.text()));
    domain::Result<std::shared_ptr<ports::Cabinet>> reopen()
    {
        location.patience = patience;
        room = makeCabinetRoom(location, clock, ids);
        return room->open(tenant);
    }
};

} // namespace

TEST_CASE("A fresh file takes every migration, an old one the missing ones after a copy", "[store][file]")
{
    FileFixture f;
    {
        const auto database = must(f.open(kindWith({first})));
        CHECK(number(*database, "SELECT user_version FROM pragma_user_version") == 1);
        CHECK(number(*database, "SELECT count(*) FROM a WHERE x = 'semi;colon -- no comment'") == 1);
    }
    CHECK(QDir(f.folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("file.db")});
    {
        const auto database = must(f.open(kindWith({first, second}), OpenMode::Existing));
        CHECK(number(*database, "SELECT user_version FROM pragma_user_version") == 2);
        CHECK(number(*database, "SELECT y FROM a") == 7);
    }
    f.path += QStringLiteral(".v1");
    const auto copy = must(f.open(kindWith({first}), OpenMode::Existing));
    CHECK(number(*copy, "SELECT count(*) FROM a") == 1);
}

TEST_CASE("A migration that fails leaves the version before it", "[store][file]")
{
    FileFixture f;
    must(f.open(kindWith({first})));
    CHECK_FALSE(f.open(kindWith({first, second, broken})).has_value());
    const auto database = must(f.open(kindWith({first, second})));
    CHECK(number(*database, "SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0);
    CHECK(number(*database, "SELECT user_version FROM pragma_user_version") == 2);
}

TEST_CASE("A newer file is refused untouched", "[store][file]")
{
    FileFixture f;
    must(f.open(kindWith({first, second})));
    const QByteArray before = f.bytes();
    const auto refused = f.open(kindWith({first}));
    CHECK(faultOf(refused) == Fault::StorageNewer);
    CHECK(refused.error().where == QStringLiteral("file.db"));
    CHECK(refused.error().detail.contains(QStringLiteral("version 2")));
    CHECK(f.bytes() == before);
}

TEST_CASE("A file that is none of ours is refused untouched", "[store][file]")
{
    FileFixture f;
    SECTION("another program's database")
    {
        sqlite3* other = nullptr;
        REQUIRE(sqlite3_open(f.path.toUtf8().constData(), &other) == SQLITE_OK);
        REQUIRE(sqlite3_exec(other, "CREATE TABLE bookmark (x)", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(other);
    }
    SECTION("a bureau where a cabinet should be")
    {
        must(openFile(f.path, bureauFile(), OpenMode::MayCreate, patience));
    }
    SECTION("no database at all")
    {
        f.write(QByteArray("This is a letter, and a long one. ").repeated(200));
    }
    const QByteArray before = f.bytes();
    CHECK(faultOf(openFile(f.path, cabinetFile(), OpenMode::MayCreate, patience)) == Fault::StorageBroken);
    CHECK(f.bytes() == before);
}

TEST_CASE("The migrations count up without a gap", "[store][file]")
{
    for (const FileKind* kind : {&bureauFile(), &cabinetFile()}) {
        REQUIRE_FALSE(kind->migrations.empty());
        // One that came later with a lower number would never run.
        for (size_t i = 0; i < kind->migrations.size(); ++i)
            CHECK(kind->migrations[i].version == static_cast<int>(i) + 1);
    }
}

TEST_CASE("A file is durable, strict and its owner's alone", "[store][file]")
{
    FileFixture f;
    const auto database = must(f.open(kindWith({first})));
    CHECK(must(database->query("PRAGMA journal_mode").first([](Row& row) { return row.text(); })) == QStringLiteral("wal"));
    CHECK(number(*database, "PRAGMA synchronous") == 2);
    CHECK(number(*database, "PRAGMA foreign_keys") == 1);
    CHECK(number(*database, "PRAGMA busy_timeout") == patience.count());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const char* suffix : {"", "-wal", "-shm"})
        CHECK_FALSE(QFileInfo(f.path + QLatin1String(suffix)).permissions() & others);

    ClosedCabinet c;
    CHECK_FALSE(QFileInfo(c.folder.filePath(QStringLiteral("tenants"))).permissions() & others);
}

TEST_CASE("No other file can be attached to a cabinet's connection", "[store][file][isolation]")
{
    CabinetFixture f;
    must(f.room->create(f.ids.fresh<domain::TenantId>()));
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    const auto attached = file->database->query("ATTACH ? AS other").run(f.folder.filePath(QStringLiteral("x.db")));
    REQUIRE_FALSE(attached.has_value());
    CHECK(attached.error().detail.contains(QStringLiteral("too many attached databases")));
}

TEST_CASE("A cabinet under another tenant's name is refused", "[store][file][isolation]")
{
    ClosedCabinet f;
    const auto other = f.ids.fresh<domain::TenantId>();
    REQUIRE(QFile::rename(f.path, f.folder.filePath(QStringLiteral("tenants/%1.db").arg(other.text()))));
    const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
    CHECK(faultOf(room->open(other)) == Fault::StorageBroken);
    CHECK(faultOf(room->create(other)) == Fault::StorageBroken);
    CHECK(faultOf(room->open(f.tenant)) == Fault::NotFound);
    CHECK(faultOf(room->open({})) == Fault::Invalid);
}

TEST_CASE("Creating a cabinet that is there opens it", "[store][file]")
{
    ClosedCabinet f;
    const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
    CHECK(must(must(room->create(f.tenant))->profile()) == f.someProfile());
}

TEST_CASE("A creation that was cut short is finished by the next one", "[store][file]")
{
    ClosedCabinet f;
    {
        const auto database = must(openFile(f.path, cabinetFile(), OpenMode::Existing, patience));
        must(database->runScript("DELETE FROM identity"));
    }
    const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
    CHECK(faultOf(room->open(f.tenant)) == Fault::StorageBroken);
    must(room->create(f.tenant));
    must(room->open(f.tenant));
}

TEST_CASE("A damaged, emptied, vanished or blocked cabinet says which it is", "[store][file][faults]")
{
    ClosedCabinet f;
    SECTION("missing")
    {
        REQUIRE(QFile::remove(f.path));
        CHECK(faultOf(f.reopen()) == Fault::NotFound);
        CHECK_FALSE(QFile::exists(f.path));
    }
    SECTION("emptied")
    {
        REQUIRE(QFile::resize(f.path, 0));
        CHECK(faultOf(f.reopen()) == Fault::StorageBroken);
        CHECK(QFileInfo(f.path).size() == 0);
    }
    SECTION("a damaged head")
    {
        QFile file(f.path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(100, 'x'));
        file.close();
        CHECK(faultOf(f.reopen()) == Fault::StorageBroken);
    }
    SECTION("damaged further on")
    {
        QFile file(f.path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek(4'096);
        file.write(QByteArray(static_cast<int>(file.size()) - 4'096, 'x'));
        file.close();
        const auto cabinet = f.reopen();
        if (cabinet) {
            CHECK(faultOf((*cabinet)->profile()) == Fault::StorageBroken);
            CHECK(faultOf((*cabinet)->saveDraft(f.someNote())) == Fault::StorageBroken);
        } else {
            CHECK(cabinet.error().fault == Fault::StorageBroken);
        }
    }
    SECTION("a folder in its place")
    {
        REQUIRE(QFile::remove(f.path));
        REQUIRE(QDir().mkdir(f.path));
        CHECK(faultOf(f.reopen()) == Fault::StorageBroken);
    }
    SECTION("unreadable")
    {
        if (geteuid() == 0)
            return; // root reads everything
        REQUIRE(QFile::setPermissions(f.path, {}));
        CHECK(faultOf(f.reopen()) == Fault::StorageBroken);
    }
    SECTION("of a newer version")
    {
        {
            const auto database = must(openFile(f.path, cabinetFile(), OpenMode::Existing, patience));
            must(database->runScript("PRAGMA user_version = 99"));
        }
        CHECK(faultOf(f.reopen()) == Fault::StorageNewer);
    }
    SECTION("a value that no version writes")
    {
        must(f.reopen());
        must(must(f.room->open(f.tenant))->saveCall(f.someCall()));
        {
            const auto database = must(openFile(f.path, cabinetFile(), OpenMode::Existing, patience));
            must(database->runScript("UPDATE call SET disposition = 'telepathy'"));
        }
        CHECK(faultOf(must(f.room->open(f.tenant))->calls(10)) == Fault::StorageBroken);
    }
}

TEST_CASE("A file removed while it is open is missed, not written into nowhere", "[store][file][faults]")
{
    CabinetFixture f;
    must(f.cabinet->saveDraft(f.someNote()));
    REQUIRE(QFile::remove(f.folder.filePath(QStringLiteral("tenants/%1.db").arg(f.tenant.text()))));
    CHECK(faultOf(f.cabinet->saveDraft(f.someNote())) == Fault::NotFound);

    const auto directory = makeDirectory(f.location, Missing::Create);
    must(directory->tenants());
    const auto refusing = makeDirectory(f.location, Missing::Refuse);
    must(refusing->tenants());
    REQUIRE(QFile::remove(f.folder.filePath(QStringLiteral("bureau.db"))));
    CHECK(faultOf(refusing->tenants()) == Fault::NotFound);
}

TEST_CASE("Another program's lock is waited for, then it is Busy", "[store][file][faults]")
{
    ClosedCabinet f;
    const auto cabinet = must(f.reopen());
    const domain::Note note = f.someNote();
    must(cabinet->saveDraft(note));
    const auto other = must(openFile(f.path, cabinetFile(), OpenMode::Existing, patience));
    must(other->runScript("BEGIN IMMEDIATE"));
    const auto start = std::chrono::steady_clock::now();
    CHECK(faultOf(cabinet->saveDraft(f.someNote())) == Fault::Busy);
    CHECK(std::chrono::steady_clock::now() - start >= patience);
    CHECK(faultOf(cabinet->finishNote(note, f.ids.fresh<domain::OperationId>())) == Fault::Busy);
    CHECK(must(cabinet->drafts()) == std::vector{note}); // reading goes on
    must(other->runScript("COMMIT"));
    must(cabinet->finishNote(note, f.ids.fresh<domain::OperationId>()));
}

TEST_CASE("A full disk is reported, changes nothing, and is survived", "[store][file][faults]")
{
    CabinetFixture f;
    must(f.cabinet->saveProfile(f.someProfile()));
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    const int pages = number(*file->database, "PRAGMA page_count");
    must(file->database->runScript("PRAGMA max_page_count = " + QByteArray::number(pages + 8)));

    domain::Note note = f.someNote();
    note.text = QString(2'000, QLatin1Char('x'));
    std::vector<domain::Note> kept;
    domain::Outcome saved;
    while ((saved = f.cabinet->saveDraft(note))) {
        kept.push_back(note);
        REQUIRE(kept.size() < 100);
        note.id = f.ids.fresh<domain::NoteId>();
    }
    CHECK(saved.error().fault == Fault::StorageFull);
    CHECK(must(f.cabinet->drafts()).size() == kept.size());

    domain::Note big = f.someNote();
    big.text = QString(80'000, QLatin1Char('y'));
    CHECK(faultOf(f.cabinet->finishNote(big, f.ids.fresh<domain::OperationId>())) == Fault::StorageFull);
    // As a part of something larger: all of it or nothing.
    const domain::Caller caller = f.someCaller(QStringLiteral("Albers"), {});
    const auto whole = f.cabinet->atomically([&]() -> domain::Outcome {
        CHECK(faultOf(f.cabinet->finishNote(big, f.ids.fresh<domain::OperationId>())) == Fault::StorageFull);
        return f.cabinet->saveCaller(caller);
    });
    CHECK(must(f.cabinet->callers()).size() == (whole ? 1 : 0));
    CHECK(must(f.cabinet->topics()).empty());
    CHECK(must(f.cabinet->flaws()).empty());

    must(file->database->runScript("PRAGMA max_page_count = 100000"));
    must(f.cabinet->saveDraft(note));
    must(f.cabinet->finishNote(big, f.ids.fresh<domain::OperationId>()));
    CHECK(must(f.cabinet->drafts()).size() == kept.size() + 1);
}

TEST_CASE("Nothing slips in after SQLite itself has given up a transaction", "[store][file][faults]")
{
    CabinetFixture f;
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    const auto whole = f.cabinet->atomically([&]() -> domain::Outcome {
        must(f.cabinet->saveCall(f.someCall()));
        must(file->database->runScript("ROLLBACK")); // as SQLite does when a disk is full
        CHECK_FALSE(f.cabinet->saveDraft(f.someNote()).has_value());
        CHECK_FALSE(f.cabinet->saveCaller(f.someCaller(QStringLiteral("Albers"), {})).has_value());
        return {};
    });
    CHECK_FALSE(whole.has_value());
    CHECK(must(f.cabinet->calls(10)).empty());
    CHECK(must(f.cabinet->drafts()).empty());
    CHECK(must(f.cabinet->callers()).empty());
    must(f.cabinet->saveDraft(f.someNote()));
}

TEST_CASE("Only so many cabinets stay open, and the others come back when asked", "[store][file]")
{
    CabinetFixture f;
    f.location.openCabinets = 3;
    SqliteCabinetRoom room(f.location, f.clock, f.ids);
    const auto openFiles = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size(); };
    std::vector<std::shared_ptr<ports::Cabinet>> cabinets;
    std::vector<domain::Note> notes;
    for (int i = 0; i < 3; ++i)
        cabinets.push_back(must(room.create(f.ids.fresh<domain::TenantId>())));
    const auto filesOfThree = openFiles();
    for (int i = 0; i < 6; ++i)
        cabinets.push_back(must(room.create(f.ids.fresh<domain::TenantId>())));
    for (const auto& cabinet : cabinets) {
        notes.push_back(f.someNote());
        must(cabinet->saveDraft(notes.back()));
        CHECK(room.shelf().openCount() == 3);
    }
    for (size_t i = 0; i < cabinets.size(); ++i)
        CHECK(must(cabinets[i]->drafts()) == std::vector{notes[i]});
    CHECK(openFiles() == filesOfThree);

    // One that is at work is never closed under its own hands.
    must(cabinets[0]->atomically([&]() -> domain::Outcome {
        for (const auto& cabinet : cabinets)
            must(cabinet->drafts());
        return cabinets[0]->saveDraft(f.someNote());
    }));
    CHECK(must(cabinets[0]->drafts()).size() == 2);
}

TEST_CASE("A room made here, used on its own thread, may be given up here", "[store][file]")
{
    CabinetFixture f;
    f.cabinet.reset();
    f.room = makeCabinetRoom(f.location, f.clock, f.ids);
    auto directory = makeDirectory(f.location, Missing::Create);
    static int warnings = 0;
    warnings = 0;
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { ++warnings; });
    std::jthread([&] {
        f.cabinet = *f.room->open(f.tenant);
        (void)f.cabinet->saveDraft(f.someNote());
        (void)directory->tenants();
    }).join();
    f.cabinet.reset();
    f.room.reset();
    directory.reset();
    qInstallMessageHandler(before);
    CHECK(warnings == 0);
}
