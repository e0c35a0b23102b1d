#pragma once

#include "sqlite/query.h"

#include "vorzimmer/domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <chrono>
#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;
class QSqlError;

namespace vorzimmer::store {

enum class OpenMode { Existing, MayCreate };
/// Read: nothing at all is written, so there is nothing to undo.
enum class Access { Read, Write };

/// One connection of Qt Sql's to one file: with synchronous=FULL and foreign keys, with its statements kept prepared. Qt Sql
/// opens, prepares and owns; the statements themselves are stepped through SQLite's own API (docs/decisions/0004). Stays on
/// the thread that opened it, like every QSqlDatabase.
class Database {
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<Database>> open(const QString& path, OpenMode mode,
                                                                        std::chrono::milliseconds patience);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// The statement @p sql, prepared at its first use and kept. @p sql must live as long as the program: it is known by its
    /// address.
    [[nodiscard]] Query query(const char* sql);

    /// Runs @p work in one transaction: its success commits, its failure rolls back everything since the start of @p work.
    /// Within another transaction it becomes a part of that one; a part that only reads has nothing to undo.
    template <class Work>
    [[nodiscard]] auto transact(Access access, Work work) -> std::invoke_result_t<Work>
    {
        if (access == Access::Read && inTransaction())
            return work();
        if (auto begun = begin(access); !begun)
            return domain::failure(begun.error());
        auto result = work();
        if (!result) {
            rollBack();
            return result;
        }
        if (auto committed = commit(); !committed) {
            rollBack();
            return domain::failure(committed.error());
        }
        return result;
    }

    [[nodiscard]] bool inTransaction() const { return m_depth > 0; }

    /// Runs every statement of @p script, which has no rows to read.
    [[nodiscard]] domain::Outcome runScript(const QByteArray& script);

    /// No further file can be reached through this connection from now on.
    void sealOff();

    /// SQLite has given the transaction up by itself (a full disk), and whoever is still in it must not write on.
    [[nodiscard]] bool isAdrift() const;

    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    /// The bare name, for messages.
    [[nodiscard]] const QString& fileName() const { return m_fileName; }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] domain::Error error(const QSqlError& error) const;
    /// What SQLite last complained about.
    [[nodiscard]] domain::Error error() const;

private:
    Database(QString path, QString connection);
    [[nodiscard]] domain::Outcome connect(OpenMode mode, std::chrono::milliseconds patience);
    [[nodiscard]] domain::Outcome prepareConnection();
    domain::Outcome begin(Access access);
    domain::Outcome commit();
    void rollBack();

    QString m_path;
    QString m_fileName;
    QString m_connection;
    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr;
    struct Kept {
        QSqlQuery owner;
        sqlite3_stmt* statement;
    };
    std::unordered_map<const char*, Kept> m_kept;
    int m_depth = 0;
};

} // namespace vorzimmer::store
