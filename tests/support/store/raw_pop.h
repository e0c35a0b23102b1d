#pragma once

#include <QString>

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace vorzimmer::test {

/// The floor beside which a pop is measured: the same statements with the same values, prepared and kept, on a connection of its
/// own through SQLite's C API alone, reading every column of every row.
class RawPop {
public:
    /// What @p pop asks of @p source is what is asked again; @p path is the file of @p source.
    RawPop(sqlite3* source, const QString& path, const std::function<void()>& pop)
    {
        insist(sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
        std::vector<std::string> asked;
        sqlite3_trace_v2(source, SQLITE_TRACE_STMT, note, &asked);
        pop();
        sqlite3_trace_v2(source, 0, nullptr, nullptr);
        for (const std::string& sql : asked)
            m_statements.push_back(prepared(sql.c_str()));
        insist(!m_statements.empty());
    }
    ~RawPop()
    {
        for (sqlite3_stmt* statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    RawPop(const RawPop&) = delete;
    RawPop& operator=(const RawPop&) = delete;

    /// Returns the rows read.
    int run()
    {
        m_rows = 0;
        for (sqlite3_stmt* statement : m_statements)
            read(statement);
        return m_rows;
    }

private:
    static int note(unsigned, void* asked, void* statement, void*)
    {
        char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
        insist(sql);
        static_cast<std::vector<std::string>*>(asked)->emplace_back(sql);
        sqlite3_free(sql);
        return 0;
    }

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

    void read(sqlite3_stmt* statement)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            ++m_rows;
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const int type = sqlite3_column_type(statement, column);
                if (type == SQLITE_INTEGER)
                    m_sum = m_sum + static_cast<size_t>(sqlite3_column_int64(statement, column));
                else if (type == SQLITE_TEXT)
                    m_sum = m_sum + strlen(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
                else if (type == SQLITE_BLOB && sqlite3_column_bytes(statement, column) > 0)
                    m_sum = m_sum + static_cast<const unsigned char*>(sqlite3_column_blob(statement, column))[0];
            }
        }
        sqlite3_reset(statement);
    }

    sqlite3* m_database = nullptr;
    std::vector<sqlite3_stmt*> m_statements;
    int m_rows = 0;
    volatile size_t m_sum = 0;
};

} // namespace vorzimmer::test
