#include "sqlite/row.h"

#include <QVariant>

namespace vorzimmer::store {

QDateTime Row::moment()
{
    const QVariant value = next();
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QDate Row::date()
{
    const QVariant value = next();
    if (value.isNull())
        return {};
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    if (!date.isValid())
        spoil();
    return date;
}

QUuid Row::uuid()
{
    constexpr int uuidSize = 16;
    const QByteArray raw = next().toByteArray();
    if (raw.isEmpty())
        return {};
    if (raw.size() != uuidSize)
        spoil();
    return QUuid::fromRfc4122(raw);
}

} // namespace vorzimmer::store
