#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/topic.h"

namespace vorzimmer::store {

/// A topic's fields as both `topic` and `topic_agreed` hold them, in this order.
#define VORZIMMER_TOPIC_COLUMNS(alias)                                                                                      \
    alias "id, " alias "title, " alias "text, " alias "state, " alias "person, " alias "due, " alias "priority, " alias     \
          "origin, " alias "created_at, " alias "created_by, " alias "deleted"

/// For an upsert on id.
#define VORZIMMER_TOPIC_UPDATES                                                                                             \
    "title = excluded.title, text = excluded.text, state = excluded.state, person = excluded.person, due = excluded.due, "  \
    "priority = excluded.priority, origin = excluded.origin, created_at = excluded.created_at, "                            \
    "created_by = excluded.created_by, deleted = excluded.deleted"

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
    topic.deleted = row.flag();
    return topic;
}

/// Runs @p query with the values of VORZIMMER_TOPIC_COLUMNS and then @p more.
template <class... More>
[[nodiscard]] domain::Outcome runWithTopic(Query&& query, const domain::Topic& topic, const More&... more)
{
    return query.run(topic.id, topic.title, topic.text, topic.state, topic.person, topic.due, topic.priority, topic.origin,
                     topic.createdAt, topic.createdBy, topic.deleted, more...);
}

} // namespace vorzimmer::store
