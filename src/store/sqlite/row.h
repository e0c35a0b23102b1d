#pragma once

#include "sqlite/codes.h"

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QDate>
#include <QDateTime>
#include <QSqlQuery>

namespace vorzimmer::store {

/// The row under a query, read column by column in the statement's order. A value that no version of this program could have
/// written makes the row unsound; the query then fails as a whole.
class Row {
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}

    [[nodiscard]] bool isNullHere() const { return m_query.isNull(m_column); }
    void skip(int columns = 1) { m_column += columns; }

    QString text() { return next().toString(); }
    QByteArray bytes() { return next().toByteArray(); }
    int number() { return next().toInt(); }
    qint64 bigNumber() { return next().toLongLong(); }
    bool flag() { return next().toInt() != 0; }
    QDateTime moment();
    QDate date();
    domain::PhoneNumber phoneNumber() { return domain::PhoneNumber::fromE164(text()); }

    template <class AnyId>
    AnyId id()
    {
        return AnyId(uuid());
    }

    template <Coded Enum>
    Enum code()
    {
        const auto value = valueOf<Enum>(text());
        if (!value)
            spoil();
        return value.value_or(codes<Enum>.front().value);
    }

    /// Marks the row as one that cannot be right.
    void spoil() { m_sound = false; }
    [[nodiscard]] bool isSound() const { return m_sound; }

private:
    QVariant next() { return m_query.value(m_column++); }
    QUuid uuid();

    const QSqlQuery& m_query;
    int m_column = 0;
    bool m_sound = true;
};

} // namespace vorzimmer::store
