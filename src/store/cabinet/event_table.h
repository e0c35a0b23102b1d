#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_list.h"

#include <vector>

namespace vorzimmer::store {

/// The histories of the topics. A line never changes. Where a topic's own row tells how it came to be (`begun`), that is the
/// first line.
class EventTable {
public:
    explicit EventTable(Database& database) : m_database(database) {}

    /// Oldest first.
    [[nodiscard]] domain::Result<std::vector<ports::TopicEvent>> of(const domain::TopicId& topic);
    [[nodiscard]] domain::Outcome add(const domain::TopicId& topic, const ports::TopicEvent& event);
    /// One Changed for each of @p fields.
    [[nodiscard]] domain::Outcome addChanges(const domain::Topic& before, const domain::Topic& after,
                                             domain::TopicFields fields, const ports::Signature& by, bool fromHere);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
