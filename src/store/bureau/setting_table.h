#pragma once

#include "sqlite/database.h"

namespace vorzimmer::store {

/// The bureau's settings by name.
class SettingTable {
public:
    explicit SettingTable(Database& database) : m_database(database) {}

    /// Empty when it was never set.
    [[nodiscard]] domain::Result<QString> value(const QString& name);
    [[nodiscard]] domain::Outcome set(const QString& name, const QString& value);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
