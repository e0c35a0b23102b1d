#pragma once

#include "sqlite/codes.h"

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QDate>
#include <QDateTime>
#include <QVariant>

namespace vorzimmer::store {

/// A null id where the column is part of a key and so cannot be null: stored as an empty blob.
template <class AnyId>
struct KeyPart {
    const AnyId& id;
};
template <class AnyId>
KeyPart(const AnyId&) -> KeyPart<AnyId>;

/// Values as the files hold them: text is never null, ids are 16 bytes or null, moments are milliseconds in UTC or null, dates
/// are ISO text or null, enumerations are words.
[[nodiscard]] inline QVariant bound(const QString& text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}
[[nodiscard]] inline QVariant bound(const QByteArray& bytes) { return bytes; }
[[nodiscard]] inline QVariant bound(int number) { return number; }
[[nodiscard]] inline QVariant bound(qint64 number) { return number; }
[[nodiscard]] inline QVariant bound(bool flag) { return flag ? 1 : 0; }
[[nodiscard]] inline QVariant bound(const QDateTime& moment)
{
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch()) : QVariant();
}
[[nodiscard]] inline QVariant bound(const QDate& date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant();
}
[[nodiscard]] inline QVariant bound(const domain::PhoneNumber& number) { return bound(number.e164()); }
template <class Tag>
[[nodiscard]] QVariant bound(const domain::Id<Tag>& id)
{
    return id.isNull() ? QVariant() : QVariant(id.uuid().toRfc4122());
}
template <class AnyId>
[[nodiscard]] QVariant bound(const KeyPart<AnyId>& part)
{
    return part.id.isNull() ? QVariant(QByteArray("", 0)) : bound(part.id);
}
template <Coded Enum>
[[nodiscard]] QVariant bound(Enum value)
{
    return QVariant(QString(wordOf(value)));
}

} // namespace vorzimmer::store
