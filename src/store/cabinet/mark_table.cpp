#include "cabinet/mark_table.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;

namespace {

const auto cursorName = QStringLiteral("cursor");
const auto listName = QStringLiteral("list");
const auto lastSyncName = QStringLiteral("last-sync");

constexpr const char* selectValue = "SELECT value FROM sync_mark WHERE name = ?";
constexpr const char* replaceValue =
    "INSERT INTO sync_mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

QString readValue(Row& row)
{
    return row.text();
}

constexpr const char* deleteAllMarks = "DELETE FROM sync_mark";

} // namespace

Result<QString> MarkTable::cursor()
{
    const auto value = m_database.query(selectValue).first(&readValue, cursorName);
    if (!value)
        return domain::failure(value.error());
    return value->value_or(QString());
}

Outcome MarkTable::setCursor(const QString& cursor)
{
    return m_database.query(replaceValue).run(cursorName, cursor);
}

Result<QDateTime> MarkTable::lastSync()
{
    const auto value = m_database.query(selectValue).first(&readValue, lastSyncName);
    if (!value)
        return domain::failure(value.error());
    return QDateTime::fromString(value->value_or(QString()), Qt::ISODateWithMs);
}

Outcome MarkTable::setLastSync(const QDateTime& at)
{
    return m_database.query(replaceValue).run(lastSyncName, at.toUTC().toString(Qt::ISODateWithMs));
}

Result<QString> MarkTable::list()
{
    const auto value = m_database.query(selectValue).first(&readValue, listName);
    if (!value)
        return domain::failure(value.error());
    return value->value_or(QString());
}

Outcome MarkTable::setList(const QString& list)
{
    return m_database.query(replaceValue).run(listName, list);
}

Outcome MarkTable::clear()
{
    return m_database.query(deleteAllMarks).run();
}

} // namespace vorzimmer::store
