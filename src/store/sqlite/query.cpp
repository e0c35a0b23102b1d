#include "sqlite/query.h"

#include "sqlite/database.h"

#include <cerrno>

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;

Query::~Query()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    // A client's texts do not stay behind in a statement that waits for its next use.
    sqlite3_clear_bindings(m_statement);
}

Outcome Query::checkReady() const
{
    if (!m_statement)
        return domain::failure(m_problem);
    if (m_database.isAdrift())
        return domain::failure(domain::Fault::StorageBroken,
                               QStringLiteral("the transaction that this belongs to has failed"), m_database.fileName());
    return {};
}

Result<bool> Query::step()
{
    errno = 0;
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return domain::failure(lastError());
    }
}

Outcome Query::runToTheEnd()
{
    for (;;) {
        const auto stepped = step();
        if (!stepped)
            return domain::failure(stepped.error());
        if (!*stepped)
            return {};
    }
}

int Query::touchedRows() const
{
    return sqlite3_changes(m_database.handle());
}

domain::Error Query::lastError() const
{
    return m_database.error();
}

domain::Error Query::unsoundRow() const
{
    return {domain::Fault::StorageBroken,
            QStringLiteral("a row holds a value that this program never writes: ") +
                QString::fromUtf8(sqlite3_sql(m_statement)),
            m_database.fileName()};
}

} // namespace vorzimmer::store
