#pragma once

#include "sqlite/database.h"

namespace vorzimmer::store {

/// How far the other side has been read, and when the two were last known equal.
class MarkTable {
public:
    explicit MarkTable(Database& database) : m_database(database) {}

    /// Empty when nothing was read yet.
    [[nodiscard]] domain::Result<QString> cursor();
    [[nodiscard]] domain::Outcome setCursor(const QString& cursor);
    /// Invalid = never.
    [[nodiscard]] domain::Result<QDateTime> lastSync();
    [[nodiscard]] domain::Outcome setLastSync(const QDateTime& at);
    /// Which list it is; empty = none, or nobody wrote it down.
    [[nodiscard]] domain::Result<QString> list();
    [[nodiscard]] domain::Outcome setList(const QString& list);
    [[nodiscard]] domain::Outcome clear();

private:
    Database& m_database;
};

} // namespace vorzimmer::store
