#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/house_change.h"
#include "vorzimmer/domain/id.h"

#include <optional>
#include <vector>

namespace vorzimmer::store {

/// What of the house became another thing, and up to where each user has read that.
class ChangeTable {
public:
    explicit ChangeTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Outcome add(const std::vector<domain::HouseChange>& changes, const QDateTime& at);
    /// Newest first.
    [[nodiscard]] domain::Result<std::vector<domain::HouseChange>> after(qint64 number, int limit);
    /// Of the newest; 0 = there is none.
    [[nodiscard]] domain::Result<qint64> latest();
    /// Up to where @p user has read; nothing = never.
    [[nodiscard]] domain::Result<std::optional<qint64>> readUpTo(const domain::UserId& user);
    /// Never back.
    [[nodiscard]] domain::Outcome setReadUpTo(const domain::UserId& user, qint64 number);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
