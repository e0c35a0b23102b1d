#include "sqlite/row.h"

#include <sqlite3.h>

namespace vorzimmer::store {

bool Row::isNullHere() const
{
    return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL;
}

QString Row::text()
{
    const int column = m_column++;
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return size == 0 ? QString() : QString::fromUtf8(utf8, size);
}

QByteArray Row::bytes()
{
    const int column = m_column++;
    const auto* blob = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(blob, sqlite3_column_bytes(m_statement, column));
}

qint64 Row::bigNumber()
{
    return sqlite3_column_int64(m_statement, m_column++);
}

QDateTime Row::moment()
{
    const bool isNull = isNullHere();
    const qint64 milliseconds = bigNumber();
    return isNull ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

QDate Row::date()
{
    const bool isNull = isNullHere();
    const QString iso = text();
    if (isNull)
        return {};
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    if (!date.isValid())
        spoil();
    return date;
}

QUuid Row::uuid()
{
    constexpr int uuidSize = 16;
    const int column = m_column++;
    const void* blob = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    if (size == 0)
        return {};
    if (size != uuidSize) {
        spoil();
        return {};
    }
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char*>(blob), size));
}

QLatin1String Row::word()
{
    const int column = m_column++;
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QLatin1String(text, sqlite3_column_bytes(m_statement, column));
}

} // namespace vorzimmer::store
