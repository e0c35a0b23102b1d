#include "sqlite_file.h"

#include <QFile>

#include <sqlite3.h>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;

constexpr int busyMilliseconds = 1000;

Fault faultOf(int code)
{
    switch (code & 0xff) { // extended codes keep the kind in the low byte
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::Busy;
    case SQLITE_FULL:
    case SQLITE_IOERR: // a file size limit or a quota shows up as a failed write
        return Fault::StorageFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Fault::StorageBroken;
    default:
        return Fault::Internal;
    }
}

domain::Error naming(const QString& path, domain::Error error)
{
    error.detail = QStringLiteral("%1: %2").arg(path, error.detail);
    return error;
}

void useDurably(SQLite::Database& database)
{
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    database.exec("PRAGMA secure_delete = ON");
}

std::size_t versionOf(SQLite::Database& database)
{
    return static_cast<std::size_t>(database.execAndGet("PRAGMA user_version").getInt());
}

domain::Outcome checkIdentity(SQLite::Database& database, const FileLayout& layout)
{
    const int applicationId = database.execAndGet("PRAGMA application_id").getInt();
    const std::size_t version = versionOf(database);
    const bool fresh =
        applicationId == 0 && version == 0 && !database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    if (!fresh && applicationId != layout.applicationId)
        return domain::failure(Fault::StorageBroken, QStringLiteral("this is not a file of the topic server"));
    if (version > layout.steps.size())
        return domain::failure(Fault::StorageNewer,
                               QStringLiteral("written by a newer version of the topic server; update it"));
    const std::string verdict = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok")
        return domain::failure(
            Fault::StorageBroken,
            QStringLiteral("the file is damaged (%1); restore it from a backup").arg(QString::fromStdString(verdict)));
    return {};
}

void migrate(SQLite::Database& database, const FileLayout& layout)
{
    if (versionOf(database) >= layout.steps.size())
        return;
    // Asked again inside the write transaction: a second process may be doing the same right now.
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const std::size_t version = versionOf(database);
    if (version >= layout.steps.size())
        return;
    for (const char* step : layout.steps.subspan(version))
        database.exec(step);
    database.exec("PRAGMA application_id = " + std::to_string(layout.applicationId));
    database.exec("PRAGMA user_version = " + std::to_string(layout.steps.size()));
    transaction.commit();
}

} // namespace

domain::Error errorOf(const SQLite::Exception& exception, QLatin1String where)
{
    return {faultOf(exception.getErrorCode()), QString::fromUtf8(exception.what()), where};
}

domain::Result<std::unique_ptr<SQLite::Database>> openSqliteFile(const QString& path, const FileLayout& layout)
{
    try {
        auto database = std::make_unique<SQLite::Database>(QFile::encodeName(path).toStdString(),
                                                           SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyMilliseconds);
        if (domain::Outcome identity = checkIdentity(*database, layout); !identity)
            return domain::failure(naming(path, identity.error()));
        useDurably(*database);
        migrate(*database, layout);
        return database;
    } catch (const SQLite::Exception& exception) {
        return domain::failure(naming(path, errorOf(exception, QLatin1String("open"))));
    }
}

domain::Result<std::unique_ptr<SQLite::Database>> openForReading(const QString& path)
{
    try {
        return std::make_unique<SQLite::Database>(QFile::encodeName(path).toStdString(), SQLite::OPEN_READONLY,
                                                  busyMilliseconds);
    } catch (const SQLite::Exception& exception) {
        return domain::failure(naming(path, errorOf(exception, QLatin1String("open"))));
    }
}

domain::Outcome copySqliteFile(const QString& path, const QString& target)
{
    try {
        SQLite::Database source(QFile::encodeName(path).toStdString(), SQLite::OPEN_READWRITE, busyMilliseconds);
        SQLite::Statement copy(source, "VACUUM INTO ?");
        copy.bind(1, QFile::encodeName(target).toStdString());
        copy.exec();
        return {};
    } catch (const SQLite::Exception& exception) {
        return domain::failure(naming(path, errorOf(exception, QLatin1String("copy"))));
    }
}

} // namespace vorzimmer::topicserver
