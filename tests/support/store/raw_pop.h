#pragma once

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace vorzimmer::test {

/// The floor beside which a pop is measured: the same statements, prepared and kept, on a connection of its own through SQLite's
/// C API alone, reading every column of every row.
class RawPop {
public:
    /// @p source is a connection that has popped before, so that its statements can be told; @p path is its file.
    RawPop(sqlite3* source, const QString& path)
    {
        insist(sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
        for (const char* part : {"FROM profile", "FROM person", "FROM caller_number n", "SELECT label", "WHERE c.caller =", "FROM slot"}) {
            sqlite3_stmt* kept = sqlite3_next_stmt(source, nullptr);
            while (kept && !strstr(sqlite3_sql(kept), part))
                kept = sqlite3_next_stmt(source, kept);
            insist(kept);
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

    /// One pop for @p number with the slots from @p from until @p until (milliseconds since 1970); returns the rows read.
    int run(const QByteArray& number, qint64 from, qint64 until)
    {
        QByteArray caller;
        m_rows = 0;
        read(m_begin);
        read(m_statements[0]);
        read(m_statements[1]);
        sqlite3_bind_text(m_statements[2], 1, number.constData(), static_cast<int>(number.size()), SQLITE_STATIC);
        read(m_statements[2], &caller);
        for (const size_t statement : {3U, 4U})
            sqlite3_bind_blob(m_statements[statement], 1, caller.constData(), static_cast<int>(caller.size()), SQLITE_STATIC);
        read(m_statements[3]);
        sqlite3_bind_int(m_statements[4], 2, 20);
        read(m_statements[4]);
        sqlite3_bind_int64(m_statements[5], 1, from);
        sqlite3_bind_int64(m_statements[5], 2, until);
        read(m_statements[5]);
        read(m_commit);
        return m_rows;
    }

private:
    static void insist(bool holds)
    {
        if (!holds) {
            std::fputs("the raw pop cannot be prepared\n", stderr);
            std::abort();
        }
    }

    sqlite3_stmt* prepared(const char* sql)
    {
        sqlite3_stmt* statement = nullptr;
        insist(sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) == SQLITE_OK);
        return statement;
    }

    void read(sqlite3_stmt* statement, QByteArray* key = nullptr)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            ++m_rows;
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
                *key = QByteArray(static_cast<const char*>(sqlite3_column_blob(statement, 0)), sqlite3_column_bytes(statement, 0));
        }
        sqlite3_reset(statement);
    }

    sqlite3* m_database = nullptr;
    std::vector<sqlite3_stmt*> m_statements;
    sqlite3_stmt* m_begin = nullptr;
    sqlite3_stmt* m_commit = nullptr;
    int m_rows = 0;
    volatile size_t m_sum = 0;
};

} // namespace vorzimmer::test
