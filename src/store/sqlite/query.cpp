#include "sqlite/query.h"

#include "sqlite/database.h"

#include <QSqlError>

namespace vorzimmer::store {

using domain::Outcome;

Query::~Query()
{
    if (m_kept)
        m_kept->finish();
}

Outcome Query::execute(std::initializer_list<QVariant> values)
{
    if (!m_kept)
        return domain::failure(m_problem);
    if (m_database.isAdrift())
        return domain::failure(domain::Fault::StorageBroken, QStringLiteral("the transaction that this belongs to has failed"),
                               m_database.fileName());
    int index = 0;
    for (const QVariant& value : values)
        m_kept->bindValue(index++, value);
    if (!m_kept->exec())
        return domain::failure(m_database.error(m_kept->lastError()));
    return {};
}

Outcome Query::readToTheEnd() const
{
    if (m_kept->lastError().type() == QSqlError::NoError)
        return {};
    return domain::failure(m_database.error(m_kept->lastError()));
}

domain::Error Query::unsoundRow() const
{
    return {domain::Fault::StorageBroken, QStringLiteral("a row holds a value that this program never writes: ") + m_kept->lastQuery(),
            m_database.fileName()};
}

} // namespace vorzimmer::store
