#include "cabinet/event_table.h"

#include "cabinet/conflict_table.h"
#include "cabinet/topic_text.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::TopicFields;
using domain::TopicId;
using ports::TopicEvent;
using ports::TopicEventKind;

namespace {

constexpr const char* selectOf =
    "SELECT 'created', created_by, created_at, begun = 'here', 'title', '', '', 0 AS number FROM topic "
    "WHERE id = ? AND begun <> '' "
    "UNION ALL SELECT kind, who, at, from_here, field, before, after, number FROM topic_event WHERE topic = ? "
    "ORDER BY number";

TopicEvent readEvent(Row& row)
{
    TopicEvent event;
    event.kind = row.code<TopicEventKind>();
    event.by.name = row.text();
    event.by.at = row.moment();
    event.fromHere = row.flag();
    event.field = row.code<domain::TopicField>();
    readTopicText(row, event.before);
    readTopicText(row, event.after);
    return event;
}

constexpr const char* insertEvent =
    "INSERT INTO topic_event (topic, kind, who, at, from_here, field, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

/// What of the values a line tells: all of them where the whole topic came or went.
TopicFields told(const TopicEvent& event)
{
    switch (event.kind) {
    case TopicEventKind::Created:
    case TopicEventKind::Commented:
        return {};
    case TopicEventKind::Deleted:
    case TopicEventKind::Restored:
        return domain::editableFields;
    default:
        return scopeOf(event.field);
    }
}

} // namespace

Result<std::vector<TopicEvent>> EventTable::of(const TopicId& topic)
{
    return m_database.query(selectOf).all(&readEvent, topic, topic);
}

Outcome EventTable::add(const TopicId& topic, const TopicEvent& event)
{
    const TopicFields fields = told(event);
    const std::string before = fields ? topicText(event.before, fields) : std::string();
    const std::string after = fields ? topicText(event.after, fields) : std::string();
    return m_database.query(insertEvent)
        .run(topic, event.kind, event.by.name, event.by.at, event.fromHere, event.field, before, after);
}

Outcome EventTable::addChanges(const domain::Topic& before, const domain::Topic& after, TopicFields fields,
                               const ports::Signature& by, bool fromHere)
{
    for (const auto& code : codes<domain::TopicField>) {
        if (!fields.testFlag(code.value))
            continue;
        const TopicEvent event{TopicEventKind::Changed, by, fromHere, code.value, before, after};
        if (auto added = add(before.id, event); !added)
            return added;
    }
    return {};
}

} // namespace vorzimmer::store
