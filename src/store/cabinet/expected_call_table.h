#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/expected_call.h"

#include <vector>

namespace vorzimmer::store {

/// Who is expected to ring, and what they are to be told.
class ExpectedCallTable {
public:
    explicit ExpectedCallTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Outcome save(const domain::ExpectedCall& call);
    /// Those not told and valid at @p now, the earliest end first.
    [[nodiscard]] domain::Result<std::vector<domain::ExpectedCall>> open(const QDateTime& now);
    /// The call in which the message was told; null when it was not yet, nothing when there is no such message.
    [[nodiscard]] domain::Result<std::optional<domain::CallId>> toldIn(const domain::ExpectedCallId& id);
    /// Unless it was told.
    [[nodiscard]] domain::Outcome remove(const domain::ExpectedCallId& id);
    [[nodiscard]] domain::Outcome tell(const domain::ExpectedCallId& id, const domain::CallId& call, const QDateTime& at);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
