#include "cabinet/topic_table.h"

#include "cabinet/topic_row.h"
#include "cabinet/topic_text.h"

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
#define AGREED "SELECT " VORZIMMER_TOPIC_COLUMNS("") ", revision, remote_id, news FROM topic_agreed "
constexpr const char* selectAgreed = AGREED "WHERE id = ?";
constexpr const char* selectAgreedThere = AGREED "WHERE deleted = 0 ORDER BY id";

RemoteTopic readWithRevision(Row& row)
{
    RemoteTopic remote;
    remote.topic = readTopicColumns(row);
    remote.revision = row.text();
    return remote;
}

AgreedTopic readAgreed(Row& row)
{
    AgreedTopic agreed;
    agreed.remote = readWithRevision(row);
    agreed.remote.remoteId = row.text();
    agreed.newsFields = readTopicText(row, agreed.news);
    return agreed;
}

constexpr const char* insertTopic = "INSERT INTO topic (" VORZIMMER_TOPIC_COLUMNS(
    "") ") "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
constexpr const char* replaceTopic = "INSERT INTO topic (" VORZIMMER_TOPIC_COLUMNS(
    "") ") "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET " VORZIMMER_TOPIC_UPDATES;
constexpr const char* replaceAgreed = "INSERT INTO topic_agreed (" VORZIMMER_TOPIC_COLUMNS(
    "") ", revision, remote_id, news) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "revision = excluded.revision, remote_id = excluded.remote_id, news = excluded.news, " VORZIMMER_TOPIC_UPDATES;

constexpr const char* deleteAgreed = "DELETE FROM topic_agreed";
constexpr const char* selectForAnotherList =
    "SELECT id FROM topic WHERE deleted = 0 AND (state <> 'done' OR id IN (SELECT id FROM topic_agreed) "
    "OR id IN (SELECT topic FROM outbox)) ORDER BY created_at, id";

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

Result<bool> TopicTable::add(const Topic& topic)
{
    const auto added = changeWithTopic(m_database.query(insertTopic), topic);
    if (!added)
        return domain::failure(added.error());
    return *added > 0;
}

Result<std::optional<AgreedTopic>> TopicTable::agreed(const TopicId& id)
{
    return m_database.query(selectAgreed).first(&readAgreed, id);
}

Result<std::vector<RemoteTopic>> TopicTable::agreedThere()
{
    return m_database.query(selectAgreedThere).all([](Row& row) { return readAgreed(row).remote; });
}

Outcome TopicTable::forgetAgreed()
{
    return m_database.query(deleteAgreed).run();
}

Result<std::vector<TopicId>> TopicTable::forAnotherList()
{
    return m_database.query(selectForAnotherList).all([](Row& row) { return row.id<TopicId>(); });
}

Outcome TopicTable::saveAgreed(const AgreedTopic& agreed)
{
    return runWithTopic(m_database.query(replaceAgreed), agreed.remote.topic, agreed.remote.revision, agreed.remote.remoteId,
                        agreed.newsFields ? topicText(agreed.news, agreed.newsFields) : QString());
}

} // namespace vorzimmer::store
