#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/topic.h"

namespace vorzimmer::store {

/// A topic's fields as both `topic` and `topic_agreed` hold them, in this order.
#define VORZIMMER_TOPIC_COLUMNS(alias)                                                                                      \
    alias "id, " alias "title, " alias "text, " alias "state, " alias "person, " alias "due, " alias "priority, " alias     \
          "origin, " alias "created_at, " alias "created_by, " alias "changed_by, " alias "changed_at, " alias "deleted"

/// For an upsert on id.
#define VORZIMMER_TOPIC_UPDATES                                                                                             \
    "title = excluded.title, text = excluded.text, state = excluded.state, person = excluded.person, due = excluded.due, "  \
    "priority = excluded.priority, origin = excluded.origin, created_at = excluded.created_at, "                            \
    "created_by = excluded.created_by, changed_by = excluded.changed_by, changed_at = excluded.changed_at, deleted = "      \
    "excluded.deleted"

/// Reads VORZIMMER_TOPIC_COLUMNS.
[[nodiscard]] inline domain::Topic readTopicColumns(Row& row)
{
    domain::Topic topic;
    topic.id = row.id<domain::TopicId>();
    topic.title = row.text();
    topic.text = row.text();
    topic.state = row.code<domain::TopicState>();
    topic.person = row.text();
    topic.due = row.date();
    topic.priority = row.code<domain::TopicPriority>();
    topic.origin = row.code<domain::TopicOrigin>();
    topic.createdAt = row.moment();
    topic.createdBy = row.text();
    topic.changedBy = row.text();
    topic.changedAt = row.moment();
    topic.deleted = row.flag();
    return topic;
}

/// Runs @p query with the values of VORZIMMER_TOPIC_COLUMNS and then @p more, and says how many rows it touched.
template <class... More>
[[nodiscard]] domain::Result<int> changeWithTopic(Query&& query, const domain::Topic& topic, const More&... more)
{
    return query.change(topic.id, topic.title, topic.text, topic.state, topic.person, topic.due, topic.priority,
                        topic.origin, topic.createdAt, topic.createdBy, topic.changedBy, topic.changedAt, topic.deleted,
                        more...);
}

template <class... More>
[[nodiscard]] domain::Outcome runWithTopic(Query&& query, const domain::Topic& topic, const More&... more)
{
    const auto touched = changeWithTopic(std::move(query), topic, more...);
    return touched ? domain::Outcome() : domain::failure(touched.error());
}

} // namespace vorzimmer::store
