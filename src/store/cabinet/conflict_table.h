#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_list.h"

#include <vector>

namespace vorzimmer::store {

/// Everything of a topic that a conflict over @p field is about: the field, or all of it when it is about its being there.
[[nodiscard]] inline domain::TopicFields scopeOf(domain::TopicField field)
{
    return field == domain::TopicField::Deletion ? domain::editableFields | field : domain::TopicFields(field);
}

/// The fields that both sides changed differently. This side's half is the topic's own value and is not kept here.
class ConflictTable {
public:
    explicit ConflictTable(Database& database) : m_database(database) {}

    /// With @p local's values as `ours`.
    [[nodiscard]] domain::Result<std::vector<ports::TopicConflict>> of(const domain::Topic& local);
    /// Inserts or replaces the field's conflict.
    [[nodiscard]] domain::Outcome save(const domain::TopicId& topic, const ports::TopicConflict& conflict);
    [[nodiscard]] domain::Outcome remove(const domain::TopicId& topic, domain::TopicField field);
    [[nodiscard]] domain::Result<int> count();
    [[nodiscard]] domain::Outcome clear();

private:
    Database& m_database;
};

} // namespace vorzimmer::store
