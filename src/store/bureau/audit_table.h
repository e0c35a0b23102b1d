#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/directory.h"

#include <QByteArray>

#include <vector>

namespace vorzimmer::store {

/// Who went where, in rows chained by hash.
class AuditTable {
public:
    explicit AuditTable(Database& database) : m_database(database) {}

    /// Run it in a transaction.
    [[nodiscard]] domain::Outcome append(const ports::AuditRow& row);
    /// Newest first.
    [[nodiscard]] domain::Result<std::vector<ports::AuditRow>> trail(int limit);
    /// The number of the first row that is altered or missing; nothing when the trail is whole. Run it in a transaction.
    [[nodiscard]] domain::Result<std::optional<qint64>> brokenLink();

private:
    struct Head {
        qint64 number = 0;
        QByteArray link;
    };
    [[nodiscard]] domain::Result<Head> head();

    Database& m_database;
};

} // namespace vorzimmer::store
