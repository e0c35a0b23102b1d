#pragma once

#include "sqlite/codes.h"

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <string>

namespace vorzimmer::store {

/// A null id where the column is part of a key and so cannot be null: stored as an empty blob.
template <class AnyId>
struct KeyPart {
    const AnyId& id;
};
template <class AnyId>
KeyPart(const AnyId&) -> KeyPart<AnyId>;

// Each bind() puts one value into a statement, as the files hold it, and gives SQLite's result code: text is never null, ids
// are 16 bytes or null, moments are milliseconds in UTC or null, dates are ISO text or null, enumerations are words.

inline int bind(sqlite3_stmt* statement, int index, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    return sqlite3_bind_text64(statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                               SQLITE_TRANSIENT, SQLITE_UTF8);
}
inline int bind(sqlite3_stmt* statement, int index, const std::string& utf8)
{
    return sqlite3_bind_text64(statement, index, utf8.data(), utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
inline int bind(sqlite3_stmt* statement, int index, const QByteArray& bytes)
{
    // A null pointer would bind null.
    return sqlite3_bind_blob64(statement, index, bytes.isNull() ? "" : bytes.constData(),
                               static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
}
inline int bind(sqlite3_stmt* statement, int index, int number)
{
    return sqlite3_bind_int(statement, index, number);
}
inline int bind(sqlite3_stmt* statement, int index, qint64 number)
{
    return sqlite3_bind_int64(statement, index, number);
}
inline int bind(sqlite3_stmt* statement, int index, bool flag)
{
    return sqlite3_bind_int(statement, index, flag ? 1 : 0);
}
inline int bind(sqlite3_stmt* statement, int index, const QDateTime& moment)
{
    return moment.isValid() ? bind(statement, index, moment.toMSecsSinceEpoch()) : sqlite3_bind_null(statement, index);
}
inline int bind(sqlite3_stmt* statement, int index, const QDate& date)
{
    if (!date.isValid())
        return sqlite3_bind_null(statement, index);
    // QDate's own way to the same characters takes longer than all other values of a topic together.
    std::array<char, 32> iso{};
    const int size = std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", date.year(), date.month(), date.day());
    return sqlite3_bind_text(statement, index, iso.data(), size, SQLITE_TRANSIENT);
}
inline int bind(sqlite3_stmt* statement, int index, const domain::PhoneNumber& number)
{
    return bind(statement, index, number.e164());
}
template <class Tag>
int bind(sqlite3_stmt* statement, int index, const domain::Id<Tag>& id)
{
    return id.isNull() ? sqlite3_bind_null(statement, index) : bind(statement, index, id.uuid().toRfc4122());
}
template <class AnyId>
int bind(sqlite3_stmt* statement, int index, const KeyPart<AnyId>& part)
{
    return bind(statement, index, part.id.isNull() ? QByteArray() : part.id.uuid().toRfc4122());
}
template <Coded Enum>
int bind(sqlite3_stmt* statement, int index, Enum value)
{
    const QLatin1String word = wordOf(value);
    return sqlite3_bind_text(statement, index, word.data(), static_cast<int>(word.size()), SQLITE_STATIC);
}

} // namespace vorzimmer::store
