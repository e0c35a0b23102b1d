#pragma once

#include "sqlite/binding.h"
#include "sqlite/row.h"

#include "vorzimmer/domain/result.h"

#include <QSqlQuery>

#include <optional>
#include <type_traits>
#include <vector>

namespace vorzimmer::store {

class Database;

/// One use of a statement that the connection keeps prepared. Ends by itself: no statement is left open, since that would keep
/// a read transaction open. Do not use the same statement again from within its row mapper.
class Query {
public:
    /// @p kept may be null: then every use fails with @p problem.
    Query(const Database& database, QSqlQuery* kept, domain::Error problem)
        : m_database(database), m_kept(kept), m_problem(std::move(problem))
    {
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Runs it for its effect.
    template <class... Values>
    [[nodiscard]] domain::Outcome run(const Values&... values)
    {
        return execute({bound(values)...});
    }

    /// Runs it for its effect and says how many rows it touched.
    template <class... Values>
    [[nodiscard]] domain::Result<int> change(const Values&... values)
    {
        if (auto done = execute({bound(values)...}); !done)
            return domain::failure(done.error());
        return m_kept->numRowsAffected();
    }

    /// Every row as @p map makes it of a Row&.
    template <class Map, class... Values>
    [[nodiscard]] auto all(Map map, const Values&... values)
        -> domain::Result<std::vector<std::decay_t<std::invoke_result_t<Map, Row&>>>>
    {
        std::vector<std::decay_t<std::invoke_result_t<Map, Row&>>> rows;
        if (auto done = execute({bound(values)...}); !done)
            return domain::failure(done.error());
        while (m_kept->next()) {
            Row row(*m_kept);
            rows.push_back(map(row));
            if (!row.isSound())
                return domain::failure(unsoundRow());
        }
        if (auto read = readToTheEnd(); !read)
            return domain::failure(read.error());
        return rows;
    }

    /// The first row, or nothing when there is none.
    template <class Map, class... Values>
    [[nodiscard]] auto first(Map map, const Values&... values)
        -> domain::Result<std::optional<std::decay_t<std::invoke_result_t<Map, Row&>>>>
    {
        using Value = std::optional<std::decay_t<std::invoke_result_t<Map, Row&>>>;
        if (auto done = execute({bound(values)...}); !done)
            return domain::failure(done.error());
        if (!m_kept->next()) {
            if (auto read = readToTheEnd(); !read)
                return domain::failure(read.error());
            return Value();
        }
        Row row(*m_kept);
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
    domain::Outcome execute(std::initializer_list<QVariant> values);
    /// A damaged page ends the rows early instead of failing the start.
    [[nodiscard]] domain::Outcome readToTheEnd() const;
    [[nodiscard]] domain::Error unsoundRow() const;

    const Database& m_database;
    QSqlQuery* m_kept;
    domain::Error m_problem;
};

} // namespace vorzimmer::store
