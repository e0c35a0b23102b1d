#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/call.h"
#include "vorzimmer/ports/cabinet.h"

#include <vector>

namespace vorzimmer::store {

/// The tenant's calls, and the history that they make with their notes.
class CallTable {
public:
    explicit CallTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Outcome save(const domain::CallRecord& call);
    [[nodiscard]] domain::Result<std::optional<domain::CallRecord>> call(const domain::CallId& id);
    /// Newest first.
    [[nodiscard]] domain::Result<std::vector<domain::CallRecord>> calls(int limit);

    /// Newest first; a call with two notes makes two lines.
    [[nodiscard]] domain::Result<std::vector<ports::HistoryEntry>> historyOf(const domain::CallerId& caller, int limit);
    [[nodiscard]] domain::Result<std::vector<ports::HistoryEntry>> historyOf(const domain::PhoneNumber& number, int limit);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
