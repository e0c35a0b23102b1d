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

constexpr const char* selectOne = "SELECT " VORZIMMER_TOPIC_COLUMNS(
    "t.") ", EXISTS (SELECT 1 FROM outbox o WHERE o.topic = t.id), EXISTS (SELECT 1 FROM conflict c WHERE c.topic = t.id), "
          "t.agreed_revision IS NOT NULL, COALESCE(t.agreed_revision, ''), t.remote_id FROM topic t WHERE t.id = ?";
constexpr const char* selectAll =
    "SELECT " VORZIMMER_TOPIC_COLUMNS("t.") ", COALESCE(t.agreed_revision, a.revision) "
                                            "FROM topic t LEFT JOIN topic_agreed a ON a.id = t.id "
                                            "WHERE t.deleted = 0 ORDER BY t.created_at DESC, t.id";
#define AGREED "SELECT " VORZIMMER_TOPIC_COLUMNS("") ", revision, remote_id, news FROM topic_agreed "
#define FOR_BOTH "SELECT " VORZIMMER_TOPIC_COLUMNS("") ", agreed_revision, remote_id, '' FROM topic "
constexpr const char* selectParted = AGREED "WHERE id = ?";
constexpr const char* selectAgreed = AGREED "WHERE id = ? UNION ALL " FOR_BOTH "WHERE id = ? AND agreed_revision IS NOT NULL";
constexpr const char* selectAgreedThere =
    AGREED "WHERE deleted = 0 UNION ALL " FOR_BOTH "WHERE agreed_revision IS NOT NULL AND deleted = 0 ORDER BY id";

RemoteTopic readWithRevision(Row& row)
{
    RemoteTopic remote;
    remote.topic = readTopicColumns(row);
    remote.revision = row.text();
    return remote;
}

FiledTopic readFiled(Row& row)
{
    FiledTopic filed;
    filed.local = readTopicColumns(row);
    filed.hasWaiting = row.flag();
    filed.hasConflicts = row.flag();
    if (row.flag()) {
        const QString revision = row.text();
        filed.agreed = AgreedTopic{{filed.local, revision, row.text(), {}}, {}, {}};
    }
    return filed;
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
    "") ", begun) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'here') ON CONFLICT (id) DO NOTHING";
constexpr const char* insertThere = "INSERT INTO topic (" VORZIMMER_TOPIC_COLUMNS(
    "") ", agreed_revision, remote_id, begun) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* replaceTopic = "INSERT INTO topic (" VORZIMMER_TOPIC_COLUMNS(
    "") ") "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "agreed_revision = NULL, " VORZIMMER_TOPIC_UPDATES;
constexpr const char* updateForBoth =
    "UPDATE topic SET title = ?, text = ?, state = ?, person = ?, due = ?, priority = ?, changed_by = ?, changed_at = ?, "
    "agreed_revision = ?, remote_id = ? WHERE id = ?";
constexpr const char* updateAgreed = "UPDATE topic SET agreed_revision = ?, remote_id = ? WHERE id = ?";
constexpr const char* insertParted = "INSERT INTO topic_agreed (" VORZIMMER_TOPIC_COLUMNS(
    "") ", revision, remote_id, news) " FOR_BOTH "WHERE id = ? AND agreed_revision IS NOT NULL";
constexpr const char* updateParted = "UPDATE topic SET agreed_revision = NULL WHERE id = ? AND agreed_revision IS NOT NULL";
constexpr const char* deleteParted = "DELETE FROM topic_agreed WHERE id = ?";
constexpr const char* replaceAgreed = "INSERT INTO topic_agreed (" VORZIMMER_TOPIC_COLUMNS(
    "") ", revision, remote_id, news) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "revision = excluded.revision, remote_id = excluded.remote_id, news = excluded.news, " VORZIMMER_TOPIC_UPDATES;

constexpr const char* deleteAgreed = "DELETE FROM topic_agreed";
constexpr const char* updateForgotten =
    "UPDATE topic SET agreed_revision = NULL, remote_id = '' WHERE agreed_revision IS NOT NULL";
constexpr const char* selectForAnotherList =
    "SELECT id FROM topic WHERE deleted = 0 AND (state <> 'done' OR agreed_revision IS NOT NULL OR id IN (SELECT id FROM topic_agreed) "
    "OR id IN (SELECT topic FROM outbox)) ORDER BY created_at, id";

} // namespace

Result<std::optional<FiledTopic>> TopicTable::topic(const TopicId& id)
{
    auto filed = m_database.query(selectOne).first(&readFiled, id);
    if (!filed || !*filed || (*filed)->agreed)
        return filed;
    auto parted = m_database.query(selectParted).first(&readAgreed, id);
    if (!parted)
        return domain::failure(parted.error());
    (*filed)->agreed = std::move(*parted);
    (*filed)->isParted = (*filed)->agreed.has_value();
    return filed;
}

Result<std::vector<RemoteTopic>> TopicTable::topics()
{
    return m_database.query(selectAll).all(&readWithRevision);
}

Outcome TopicTable::save(const Topic& topic)
{
    if (auto parted = m_database.query(insertParted).run(topic.id); !parted)
        return parted;
    return runWithTopic(m_database.query(replaceTopic), topic);
}

Result<bool> TopicTable::add(const Topic& topic)
{
    const auto added = changeWithTopic(m_database.query(insertTopic), topic);
    if (!added)
        return domain::failure(added.error());
    return *added > 0;
}

Outcome TopicTable::addThere(const RemoteTopic& remote)
{
    const bool tellsWhen = !remote.topic.deleted && remote.topic.createdAt.isValid();
    return runWithTopic(m_database.query(insertThere), remote.topic, remote.revision, remote.remoteId,
                        tellsWhen ? QStringLiteral("there") : QString());
}

Result<std::optional<AgreedTopic>> TopicTable::agreed(const TopicId& id)
{
    return m_database.query(selectAgreed).first(&readAgreed, id, id);
}

Result<std::vector<RemoteTopic>> TopicTable::agreedThere()
{
    return m_database.query(selectAgreedThere).all([](Row& row) { return readAgreed(row).remote; });
}

Outcome TopicTable::forgetAgreed()
{
    const auto parted = m_database.query(deleteAgreed).run();
    return parted ? m_database.query(updateForgotten).run() : parted;
}

Result<std::vector<TopicId>> TopicTable::forAnotherList()
{
    return m_database.query(selectForAnotherList).all([](Row& row) { return row.id<TopicId>(); });
}

Outcome TopicTable::join(const TopicId& id, bool isParted)
{
    return isParted ? m_database.query(deleteParted).run(id) : Outcome();
}

Outcome TopicTable::saveForBoth(const RemoteTopic& remote, bool isParted)
{
    const Topic& topic = remote.topic;
    const auto joined = join(topic.id, isParted);
    return joined ? m_database.query(updateForBoth)
                        .run(topic.title, topic.text, topic.state, topic.person, topic.due, topic.priority, topic.changedBy,
                             topic.changedAt, remote.revision, remote.remoteId, topic.id)
                  : joined;
}

Outcome TopicTable::agree(const TopicId& id, const QString& revision, const QString& remoteId, bool isParted)
{
    const auto joined = join(id, isParted);
    return joined ? m_database.query(updateAgreed).run(revision, remoteId, id) : joined;
}

Outcome TopicTable::saveAgreed(const AgreedTopic& agreed)
{
    if (auto parted = m_database.query(updateParted).run(agreed.remote.topic.id); !parted)
        return parted;
    return runWithTopic(m_database.query(replaceAgreed), agreed.remote.topic, agreed.remote.revision, agreed.remote.remoteId,
                        agreed.newsFields ? topicText(agreed.news, agreed.newsFields) : std::string());
}

} // namespace vorzimmer::store
