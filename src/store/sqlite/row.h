#pragma once

#include "sqlite/codes.h"

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>

struct sqlite3_stmt;

namespace vorzimmer::store {

/// The row under a statement, read column by column in the statement's order. A value that no version of this program could
/// have written makes the row unsound; the query then fails as a whole.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}

    [[nodiscard]] bool isNullHere() const;
    void skip(int columns = 1) { m_column += columns; }

    QString text();
    QByteArray bytes();
    int number() { return static_cast<int>(bigNumber()); }
    qint64 bigNumber();
    bool flag() { return bigNumber() != 0; }
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
        const auto value = valueOf<Enum>(word());
        if (!value)
            spoil();
        return value.value_or(codes<Enum>.front().value);
    }

    /// Marks the row as one that cannot be right.
    void spoil() { m_sound = false; }
    [[nodiscard]] bool isSound() const { return m_sound; }

private:
    QUuid uuid();
    QLatin1String word(); ///< valid until the next step

    sqlite3_stmt* m_statement;
    int m_column = 0;
    bool m_sound = true;
};

} // namespace vorzimmer::store
