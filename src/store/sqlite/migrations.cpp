#include "sqlite/migrations.h"

#include "log.h"

#include <QDir>
#include <QFile>

#include <algorithm>

/// The scripts lie in a static library, whose resources the linker drops unless somebody asks for them.
static void loadScripts()
{
    Q_INIT_RESOURCE(sql);
}

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::Result;

namespace {

constexpr qint32 bureauMark = 0x565A4231;  // "VZB1"
constexpr qint32 cabinetMark = 0x565A4331; // "VZC1"

std::vector<Migration> scriptsIn(const QString& folder)
{
    loadScripts();
    std::vector<Migration> migrations;
    const QDir directory(QStringLiteral(":/vorzimmer/sql/") + folder);
    const QStringList names = directory.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back({name.section(QLatin1Char('_'), 0, 0).toInt(), file.readAll()});
    }
    return migrations;
}

struct FileState {
    int version = 0;
    qint32 applicationId = 0;
    int tables = 0;
};

Result<FileState> stateOf(Database& database)
{
    const auto state = database
                           .query("SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema) "
                                  "FROM pragma_user_version, pragma_application_id")
                           .first([](Row& row) {
                               return FileState{row.number(), row.number(), row.number()};
                           });
    if (!state)
        return domain::failure(state.error());
    return state->value_or(FileState());
}

Outcome runStep(Database& database, const FileKind& kind, const Migration& step)
{
    const QByteArray marks = "PRAGMA application_id = " + QByteArray::number(kind.applicationId) +
                             "; PRAGMA user_version = " + QByteArray::number(step.version) + ";";
    return database.transact(Access::Write, [&]() -> Outcome {
        // Somebody else may have taken the step while we waited for the lock.
        const auto state = stateOf(database);
        if (!state)
            return domain::failure(state.error());
        if (state->version >= step.version)
            return {};
        if (auto done = database.runScript(step.script); !done)
            return done;
        return database.runScript(marks);
    });
}

/// VACUUM INTO makes a whole copy, WAL and all, and needs no quiet file.
Outcome copyBefore(Database& database, int version)
{
    const QString copy = QStringLiteral("%1.v%2").arg(database.path()).arg(version);
    const QString unfinished = copy + QStringLiteral(".part");
    QFile::remove(unfinished);
    if (auto copied = database.query("VACUUM INTO ?").run(unfinished); !copied) {
        QFile::remove(unfinished);
        return copied;
    }
    QFile::setPermissions(unfinished, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QFile::remove(copy);
    if (!QFile::rename(unfinished, copy))
        return domain::failure(Fault::StorageBroken, QStringLiteral("the copy before the update cannot be named"),
                               database.fileName());
    return {};
}

/// Persists in the file; done only once the file is known to be ours.
Outcome useWriteAheadLog(Database& database)
{
    const auto journal = database.query("PRAGMA journal_mode = WAL").first([](Row& row) { return row.text(); });
    if (!journal)
        return domain::failure(journal.error());
    if (*journal != QStringLiteral("wal"))
        return domain::failure(Fault::Unsupported,
                               QStringLiteral("the folder's file system does not allow a write-ahead log"),
                               database.fileName());
    return {};
}

Outcome refuse(const Database& database, Fault fault, const QString& why)
{
    return domain::failure(fault, why, database.fileName());
}

} // namespace

const FileKind& bureauFile()
{
    static const FileKind kind{QStringLiteral("bureau"), bureauMark, scriptsIn(QStringLiteral("bureau"))};
    return kind;
}

const FileKind& cabinetFile()
{
    static const FileKind kind{QStringLiteral("cabinet"), cabinetMark, scriptsIn(QStringLiteral("cabinet"))};
    return kind;
}

Outcome migrate(Database& database, const FileKind& kind, OpenMode mode)
{
    const auto state = stateOf(database);
    if (!state)
        return domain::failure(state.error());
    const int newest = kind.migrations.empty() ? 0 : kind.migrations.back().version;
    const bool isFresh = state->version == 0 && state->tables == 0;
    if (isFresh && mode == OpenMode::Existing)
        return refuse(database, Fault::StorageBroken,
                      QStringLiteral("the file is empty, it was never finished or was emptied"));
    if (!isFresh && state->applicationId != kind.applicationId)
        return refuse(database, Fault::StorageBroken, QStringLiteral("the file is no %1 of Vorzimmer").arg(kind.name));
    if (state->version > newest)
        return refuse(database, Fault::StorageNewer,
                      QStringLiteral("the %1 has version %2, this program knows up to %3; nothing was changed")
                          .arg(kind.name)
                          .arg(state->version)
                          .arg(newest));
    if (auto logged = useWriteAheadLog(database); !logged)
        return logged;
    if (state->version == newest)
        return {};
    if (!isFresh) {
        if (auto copied = copyBefore(database, state->version); !copied)
            return copied;
    }
    for (const Migration& step : kind.migrations) {
        if (step.version <= state->version)
            continue;
        if (auto done = runStep(database, kind, step); !done)
            return done;
        if (!isFresh)
            qCInfo(log) << database.fileName() << "is now version" << step.version;
    }
    return {};
}

Result<std::unique_ptr<Database>> openFile(const QString& path, const FileKind& kind, OpenMode mode,
                                           std::chrono::milliseconds patience)
{
    auto database = Database::open(path, mode, patience);
    if (!database)
        return database;
    if (auto migrated = migrate(**database, kind, mode); !migrated)
        return domain::failure(migrated.error());
    (*database)->sealOff();
    return database;
}

} // namespace vorzimmer::store
