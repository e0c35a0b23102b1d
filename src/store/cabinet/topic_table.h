#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_ledger.h"

#include <vector>

namespace vorzimmer::store {

/// The topics: this side's values, and what both sides last agreed on.
class TopicTable {
public:
    explicit TopicTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Result<std::optional<domain::Topic>> topic(const domain::TopicId& id);
    /// Not the deleted ones; newest first. With the revision, without comments.
    [[nodiscard]] domain::Result<std::vector<ports::RemoteTopic>> topics();
    [[nodiscard]] domain::Outcome save(const domain::Topic& topic);
    /// A topic that is there already stays as it is.
    [[nodiscard]] domain::Outcome add(const domain::Topic& topic);

    /// Without comments.
    [[nodiscard]] domain::Result<std::optional<ports::RemoteTopic>> agreed(const domain::TopicId& id);
    [[nodiscard]] domain::Outcome saveAgreed(const ports::RemoteTopic& agreed);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
