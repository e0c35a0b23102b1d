#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/appointment.h"

#include <vector>

namespace vorzimmer::store {

/// The kinds of appointments that the tenant gives.
class KindTable {
public:
    explicit KindTable(Database& database) : m_database(database) {}

    /// By name.
    [[nodiscard]] domain::Result<std::vector<domain::AppointmentKind>> kinds();
    [[nodiscard]] domain::Outcome save(const domain::AppointmentKind& kind);
    [[nodiscard]] domain::Outcome remove(const QString& name);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
