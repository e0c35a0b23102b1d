#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_list.h"

#include <vector>

namespace vorzimmer::store {

/// How conflicts were decided, as long as that can be taken back: the last decision of each field.
class DecisionTable {
public:
    explicit DecisionTable(Database& database) : m_database(database) {}

    /// Newest first.
    [[nodiscard]] domain::Result<std::vector<ports::ConflictDecision>> of(const domain::TopicId& topic);
    [[nodiscard]] domain::Outcome save(const domain::TopicId& topic, const ports::ConflictDecision& decision);
    /// The decisions on @p fields can no longer be taken back.
    [[nodiscard]] domain::Outcome lapse(const domain::TopicId& topic, domain::TopicFields fields);
    [[nodiscard]] domain::Outcome clear();

private:
    Database& m_database;
};

} // namespace vorzimmer::store
