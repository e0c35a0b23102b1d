#include "sqlite/database.h"

#include "log.h"
#include "sqlite/storage_error.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlResult>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <cerrno>
#include <mutex>

namespace vorzimmer::store {

using domain::Error;
using domain::Fault;
using domain::Outcome;
using domain::Result;

namespace {

QString freshConnectionName()
{
    static std::atomic<quint64> last = 0;
    return QStringLiteral("vorzimmer-store-%1").arg(++last);
}

/// The file exists before SQLite sees it, so that nobody else on the machine may read it for even a moment.
Outcome makeFile(const QString& path)
{
    QFile file(path);
    if (file.exists())
        return {};
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        const bool full = file.error() == QFileDevice::ResourceError;
        return domain::failure(full ? Fault::StorageFull : Fault::StorageBroken, file.errorString(),
                               QFileInfo(path).fileName());
    }
    return {};
}

/// What Qt Sql wraps, as @p type; null when this Qt wraps something else.
template <class Wrapped>
Wrapped* unwrapped(const QVariant& handle, const char* type)
{
    if (!handle.isValid() || qstrcmp(handle.typeName(), type) != 0)
        return nullptr;
    return *static_cast<Wrapped* const*>(handle.constData());
}

} // namespace

Database::Database(QString path, QString connection)
    : m_path(std::move(path)), m_fileName(QFileInfo(m_path).fileName()), m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_kept.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, OpenMode mode, std::chrono::milliseconds patience)
{
    static std::once_flag once;
    std::call_once(once,
                   [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }); // nobody asks, and every allocation takes a lock
    std::unique_ptr<Database> database(new Database(path, freshConnectionName()));
    if (auto connected = database->connect(mode, patience); !connected)
        return domain::failure(connected.error());
    return database;
}

Outcome Database::connect(OpenMode mode, std::chrono::milliseconds patience)
{
    if (mode == OpenMode::MayCreate) {
        if (auto made = makeFile(m_path); !made)
            return made;
    } else if (!QFileInfo::exists(m_path)) {
        return domain::failure(Fault::NotFound, QStringLiteral("the file is not there"), m_fileName);
    }
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (!m_database.isValid())
        return domain::failure(Fault::Internal, QStringLiteral("Qt's SQLite driver is not installed"), m_fileName);
    // As a URI, because only that can ask SQLite not to make a file that has vanished meanwhile.
    m_database.setDatabaseName(QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded) + QStringLiteral("?mode=rw"));
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(patience.count()));
    if (!m_database.open())
        return domain::failure(error(m_database.lastError()));
    m_handle = unwrapped<sqlite3>(m_database.driver()->handle(), "sqlite3*");
    if (!m_handle)
        return domain::failure(Fault::Internal, QStringLiteral("Qt's SQLite driver shows no handle"), m_fileName);
    return prepareConnection();
}

Outcome Database::prepareConnection()
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    // temp_store: what is sorted stays in memory, never in a file beside the cabinet.
    return runScript("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
}

void Database::sealOff()
{
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0);
}

Query Database::query(const char* sql)
{
    if (const auto kept = m_kept.find(sql); kept != m_kept.end())
        return Query(*this, kept->second.statement, {});
    QSqlQuery owner(m_database);
    if (!owner.prepare(QString::fromUtf8(sql)))
        return Query(*this, nullptr, error(owner.lastError()));
    auto* statement = unwrapped<sqlite3_stmt>(owner.result()->handle(), "sqlite3_stmt*");
    if (!statement)
        return Query(*this, nullptr, {Fault::Internal, QStringLiteral("Qt's SQLite driver shows no statement"), m_fileName});
    m_kept.emplace(sql, Kept{std::move(owner), statement});
    return Query(*this, statement, {});
}

Outcome Database::runScript(const QByteArray& script)
{
    const char* rest = script.constData();
    const char* const end = rest + script.size();
    while (rest < end) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, rest, static_cast<int>(end - rest), &statement, &rest) != SQLITE_OK)
            return domain::failure(error());
        if (!statement) // white space or a comment
            continue;
        errno = 0;
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW)
            code = sqlite3_step(statement);
        if (code != SQLITE_DONE) {
            const Error problem = error();
            sqlite3_finalize(statement);
            return domain::failure(problem);
        }
        sqlite3_finalize(statement);
    }
    return {};
}

bool Database::isAdrift() const
{
    return m_depth > 0 && sqlite3_get_autocommit(m_handle);
}

Outcome Database::begin(Access access)
{
    auto begun = m_depth > 0               ? query("SAVEPOINT part").run()
                 : access == Access::Write ? query("BEGIN IMMEDIATE").run()
                                           : query("BEGIN").run();
    if (begun)
        ++m_depth;
    return begun;
}

Outcome Database::commit()
{
    auto committed = m_depth > 1 ? query("RELEASE part").run() : query("COMMIT").run();
    if (committed)
        --m_depth;
    return committed;
}

void Database::rollBack()
{
    --m_depth;
    if (sqlite3_get_autocommit(m_handle)) // nothing left to undo, see isAdrift()
        return;
    const auto undone = m_depth > 0 ? runScript("ROLLBACK TO part; RELEASE part;") : runScript("ROLLBACK");
    if (!undone)
        qCCritical(log) << "roll back failed:" << undone.error().detail;
}

Error Database::error(const QSqlError& error) const
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    if (!isNumber || code < 0)
        return {Fault::Internal, error.text(), m_fileName};
    return storageError(code, error.databaseText(), m_handle ? sqlite3_system_errno(m_handle) : 0, m_fileName);
}

Error Database::error() const
{
    return storageError(m_handle, m_fileName);
}

} // namespace vorzimmer::store
