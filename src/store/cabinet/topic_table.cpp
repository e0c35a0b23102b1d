#include "cabinet/topic_table.h"

#include "cabinet/topic_row.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::Topic;
using domain::TopicId;
using ports::RemoteTopic;

namespace {

constexpr const char* selectOne = "SELECT " VORZIMMER_TOPIC_COLUMNS("") " FROM topic WHERE id = ?";
constexpr const char* selectAll =
    "SELECT " VORZIMMER_TOPIC_COLUMNS("t.") ", a.revision "
                                            "FROM topic t LEFT JOIN topic_agreed a ON a.id = t.id "
                                            "WHERE t.deleted = 0 ORDER BY t.created_at DESC, t.id";
constexpr const char* selectAgreed = "SELECT " VORZIMMER_TOPIC_COLUMNS("") ", revision FROM topic_agreed WHERE id = ?";

RemoteTopic readWithRevision(Row& row)
{
    RemoteTopic remote;
    remote.topic = readTopicColumns(row);
    remote.revision = row.text();
    return remote;
}

constexpr const char* insertTopic =
    "INSERT INTO topic (" VORZIMMER_TOPIC_COLUMNS("") ") "
                                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
constexpr const char* replaceTopic = "INSERT INTO topic (" VORZIMMER_TOPIC_COLUMNS(
    "") ") "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET " VORZIMMER_TOPIC_UPDATES;
constexpr const char* replaceAgreed = "INSERT INTO topic_agreed (" VORZIMMER_TOPIC_COLUMNS(
    "") ", revision) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "revision = excluded.revision, " VORZIMMER_TOPIC_UPDATES;

} // namespace

Result<std::optional<Topic>> TopicTable::topic(const TopicId& id)
{
    return m_database.query(selectOne).first(&readTopicColumns, id);
}

Result<std::vector<RemoteTopic>> TopicTable::topics()
{
    return m_database.query(selectAll).all(&readWithRevision);
}

Outcome TopicTable::save(const Topic& topic)
{
    return runWithTopic(m_database.query(replaceTopic), topic);
}

Outcome TopicTable::add(const Topic& topic)
{
    return runWithTopic(m_database.query(insertTopic), topic);
}

Result<std::optional<RemoteTopic>> TopicTable::agreed(const TopicId& id)
{
    return m_database.query(selectAgreed).first(&readWithRevision, id);
}

Outcome TopicTable::saveAgreed(const RemoteTopic& agreed)
{
    return runWithTopic(m_database.query(replaceAgreed), agreed.topic, agreed.revision);
}

} // namespace vorzimmer::store
