#pragma once

#include "sqlite/binding.h"
#include "sqlite/row.h"

#include "vorzimmer/domain/result.h"

#include <QVarLengthArray>

#include <optional>
#include <type_traits>
#include <vector>

namespace vorzimmer::store {

class Database;

/// One use of a statement that the connection keeps prepared. Ends by itself: no statement is left open, since that would
/// keep a read transaction open. Do not use the same statement again from within its row mapper.
class Query {
public:
    /// @p statement may be null: then every use fails with @p problem.
    Query(const Database& database, sqlite3_stmt* statement, domain::Error problem)
        : m_database(database), m_statement(statement), m_problem(std::move(problem))
    {
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Runs it for its effect.
    template <class... Values>
    [[nodiscard]] domain::Outcome run(const Values&... values)
    {
        if (auto ready = bindAll(values...); !ready)
            return ready;
        return runToTheEnd();
    }

    /// Runs it for its effect and says how many rows it touched.
    template <class... Values>
    [[nodiscard]] domain::Result<int> change(const Values&... values)
    {
        if (auto done = run(values...); !done)
            return domain::failure(done.error());
        return touchedRows();
    }

    /// Every row as @p map makes it of a Row&.
    template <class Map, class... Values>
    [[nodiscard]] auto all(Map map, const Values&... values)
        -> domain::Result<std::vector<std::decay_t<std::invoke_result_t<Map, Row&>>>>
    {
        std::vector<std::decay_t<std::invoke_result_t<Map, Row&>>> rows;
        if (auto ready = bindAll(values...); !ready)
            return domain::failure(ready.error());
        for (;;) {
            const auto stepped = step();
            if (!stepped)
                return domain::failure(stepped.error());
            if (!*stepped)
                return rows;
            Row row(m_statement);
            rows.push_back(map(row));
            if (!row.isSound())
                return domain::failure(unsoundRow());
        }
    }

    /// The first row, or nothing when there is none.
    template <class Map, class... Values>
    [[nodiscard]] auto first(Map map, const Values&... values)
        -> domain::Result<std::optional<std::decay_t<std::invoke_result_t<Map, Row&>>>>
    {
        using Value = std::optional<std::decay_t<std::invoke_result_t<Map, Row&>>>;
        if (auto ready = bindAll(values...); !ready)
            return domain::failure(ready.error());
        const auto stepped = step();
        if (!stepped)
            return domain::failure(stepped.error());
        if (!*stepped)
            return Value();
        Row row(m_statement);
        Value value = map(row);
        if (!row.isSound())
            return domain::failure(unsoundRow());
        return value;
    }

    /// Whether there is any row.
    template <class... Values>
    [[nodiscard]] domain::Result<bool> any(const Values&... values)
    {
        const auto row = first([](Row&) { return true; }, values...);
        if (!row)
            return domain::failure(row.error());
        return row->has_value();
    }

private:
    template <class... Values>
    [[nodiscard]] domain::Outcome bindAll(const Values&... values)
    {
        if (auto ready = checkReady(); !ready)
            return ready;
        int index = 0;
        const bool bound = ((bindOne(++index, values) == SQLITE_OK) && ...);
        return bound ? domain::Outcome() : domain::failure(lastError());
    }

    template <class Value>
    [[nodiscard]] int bindOne(int index, const Value& value)
    {
        return bind(m_statement, index, value);
    }
    /// What SQLite need not copy, because it stays here as long as it is bound.
    [[nodiscard]] int bindOne(int index, const QString& text)
    {
        m_bound.append(text.toUtf8());
        const QByteArray& utf8 = m_bound.back();
        return sqlite3_bind_text64(m_statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                   SQLITE_STATIC, SQLITE_UTF8);
    }
    template <class Tag>
    [[nodiscard]] int bindOne(int index, const domain::Id<Tag>& id)
    {
        if (id.isNull())
            return sqlite3_bind_null(m_statement, index);
        m_bound.append(id.uuid().toRfc4122());
        return sqlite3_bind_blob64(m_statement, index, m_bound.back().constData(),
                                   static_cast<sqlite3_uint64>(m_bound.back().size()), SQLITE_STATIC);
    }

    [[nodiscard]] domain::Outcome checkReady() const;
    /// Whether there is a row.
    [[nodiscard]] domain::Result<bool> step();
    [[nodiscard]] domain::Outcome runToTheEnd();
    [[nodiscard]] int touchedRows() const;
    [[nodiscard]] domain::Error lastError() const;
    [[nodiscard]] domain::Error unsoundRow() const;

    const Database& m_database;
    QVarLengthArray<QByteArray, 20> m_bound; ///< growing moves the arrays, not what they hold
    sqlite3_stmt* m_statement;
    domain::Error m_problem;
};

} // namespace vorzimmer::store
