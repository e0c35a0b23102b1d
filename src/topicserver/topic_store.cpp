#include "topic_store.h"

#include "digest.h"
#include "sqlite_file.h"
#include "topic_rows.h"

namespace vorzimmer::topicserver {

namespace {

using Behavior = SQLite::TransactionBehavior;

constexpr std::size_t epochBytes = 8;

constexpr const char* const steps[] = {
    // 1: a list, its comments, its epoch
    "CREATE TABLE list (epoch TEXT NOT NULL);"
    "CREATE TABLE topic ("
    "  id TEXT PRIMARY KEY NOT NULL,"
    "  revision INTEGER NOT NULL,"
    "  sequence INTEGER NOT NULL UNIQUE,"
    "  updated_at TEXT NOT NULL,"
    "  deleted INTEGER NOT NULL,"
    "  title TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  state TEXT NOT NULL,"
    "  person TEXT NOT NULL,"
    "  due TEXT,"
    "  priority TEXT NOT NULL,"
    "  origin TEXT NOT NULL,"
    "  created_at TEXT NOT NULL,"
    "  created_by TEXT NOT NULL,"
    "  first_write TEXT NOT NULL DEFAULT '');"
    "CREATE TABLE comment ("
    "  place INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  topic TEXT NOT NULL REFERENCES topic (id),"
    "  id TEXT NOT NULL,"
    "  author TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  at TEXT NOT NULL,"
    "  UNIQUE (topic, id));",
    // 2: who made the last change; nobody knows for what is there already
    "ALTER TABLE topic ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';",
};

constexpr FileLayout layout{0x565A546C /* "VZTl" */, steps};

void setEpoch(SQLite::Database& database)
{
    SQLite::Statement statement(database, "INSERT INTO list (epoch) VALUES (?)");
    statement.bind(1, randomHex(epochBytes));
    statement.exec();
}

std::string epochOf(SQLite::Database& database)
{
    const auto isKnown = [&] { return database.execAndGet("SELECT count(*) FROM list").getInt() > 0; };
    if (!isKnown()) {
        SQLite::Transaction transaction(database, Behavior::IMMEDIATE);
        if (!isKnown())
            setEpoch(database);
        transaction.commit();
    }
    return database.execAndGet("SELECT epoch FROM list").getString();
}

/// What the next change of the list gets.
std::int64_t nextSequence(TopicRows& rows)
{
    return rows.newestSequence() + 1;
}

/// The living or dead successor of @p topic.
TopicRecord successor(TopicRecord topic, std::optional<TopicFields> fields, const Signature& signature, TopicRows& rows)
{
    topic.revision += 1;
    topic.sequence = nextSequence(rows);
    topic.changed = signature;
    if (!fields)
        topic.comments.clear();
    topic.fields = std::move(fields);
    return topic;
}

TopicPage pageOf(std::vector<TopicRecord> topics, TopicRows& rows, bool (*isMore)(TopicRows&, const TopicRecord&))
{
    TopicPage page;
    page.sequence = rows.newestSequence();
    page.more = !topics.empty() && isMore(rows, topics.back());
    page.topics = std::move(topics);
    return page;
}

} // namespace

TopicStore::TopicStore(std::unique_ptr<SQLite::Database> writer, std::unique_ptr<SQLite::Database> reader, std::string epoch)
    : m_epoch(std::move(epoch)), m_writer(std::move(writer)), m_commits(*m_writer), m_reader(std::move(reader))
{
}

TopicStore::~TopicStore() = default;

template <class Work>
auto TopicStore::write(QLatin1String where, const Work& work) -> domain::Result<std::invoke_result_t<Work, TopicRows&>>
{
    std::optional<std::invoke_result_t<Work, TopicRows&>> result;
    const domain::Outcome written = m_commits.run(where, [&] {
        TopicRows rows(*m_writer);
        result.emplace(work(rows));
    });
    if (!written)
        return domain::failure(written.error());
    return std::move(*result);
}

domain::Result<std::unique_ptr<TopicStore>> TopicStore::open(const QString& path)
{
    auto writer = openSqliteFile(path, layout);
    if (!writer)
        return domain::failure(writer.error());
    auto reader = openForReading(path);
    if (!reader)
        return domain::failure(reader.error());
    auto epoch = guarded(QLatin1String("epoch"), [&] { return epochOf(**writer); });
    if (!epoch)
        return domain::failure(epoch.error());
    return std::unique_ptr<TopicStore>(new TopicStore(std::move(*writer), std::move(*reader), std::move(*epoch)));
}

domain::Result<TopicWrite> TopicStore::create(const domain::TopicId& id, const TopicFields& fields,
                                              const Signature& signature)
{
    return write(QLatin1String("create"), [&](TopicRows& rows) -> TopicWrite {
        if (auto current = rows.find(id)) {
            const bool same = rows.firstWrite(id) == digest(fields);
            return {same ? WriteOutcome::Replayed : WriteOutcome::Stale, std::move(*current)};
        }
        TopicRecord topic{id, 1, nextSequence(rows), signature, fields, {}};
        rows.insert(topic);
        rows.setFirstWrite(id, digest(fields));
        return {WriteOutcome::Created, std::move(topic)};
    });
}

domain::Result<TopicWrite> TopicStore::update(const domain::TopicId& id, std::int64_t revision, const TopicFields& fields,
                                              const Signature& signature)
{
    return write(QLatin1String("update"), [&](TopicRows& rows) -> TopicWrite {
        auto current = rows.find(id);
        if (!current)
            return {};
        if (current->revision != revision)
            return {WriteOutcome::Stale, std::move(*current)};
        TopicRecord topic = successor(std::move(*current), fields, signature, rows);
        rows.replace(topic);
        return {WriteOutcome::Updated, std::move(topic)};
    });
}

domain::Result<TopicWrite> TopicStore::remove(const domain::TopicId& id, std::int64_t revision,
                                              std::optional<std::size_t> comments, const Signature& signature)
{
    return write(QLatin1String("remove"), [&](TopicRows& rows) -> TopicWrite {
        auto current = rows.find(id);
        if (!current)
            return {};
        // A tombstone has nothing left to delete: whoever names its revision gets told what it is.
        if (current->revision != revision || !current->fields)
            return {WriteOutcome::Stale, std::move(*current)};
        if (comments && *comments != current->comments.size())
            return {WriteOutcome::Stale, std::move(*current)};
        TopicRecord topic = successor(std::move(*current), std::nullopt, signature, rows);
        rows.eraseComments(id);
        rows.setFirstWrite(id, {}); // a digest of short texts can be guessed back
        rows.replace(topic);
        return {WriteOutcome::Updated, std::move(topic)};
    });
}

domain::Result<CommentWrite> TopicStore::comment(const domain::TopicId& topicId, const CommentRecord& comment)
{
    return write(QLatin1String("comment"), [&](TopicRows& rows) -> CommentWrite {
        auto topic = rows.find(topicId);
        if (!topic)
            return {};
        if (!topic->fields)
            return {WriteOutcome::Gone, {}, 0, std::move(*topic)};
        if (const auto known = rows.findComment(topicId, comment.id))
            return {known->fields == comment.fields ? WriteOutcome::Replayed : WriteOutcome::Stale, *known, 0, {}};
        const std::int64_t sequence = nextSequence(rows);
        rows.insertComment(topicId, comment);
        rows.moveTo(topicId, sequence);
        return {WriteOutcome::Created, comment, sequence, {}};
    });
}

domain::Result<std::optional<TopicRecord>> TopicStore::find(const domain::TopicId& id)
{
    const std::lock_guard lock(m_reading);
    return guarded(QLatin1String("find"), [&] {
        SQLite::Transaction snapshot(*m_reader);
        return TopicRows(*m_reader).find(id);
    });
}

domain::Result<TopicPage> TopicStore::list(const domain::TopicId& after, int limit)
{
    const std::lock_guard lock(m_reading);
    return guarded(QLatin1String("list"), [&] {
        SQLite::Transaction snapshot(*m_reader);
        TopicRows rows(*m_reader);
        return pageOf(rows.livingAfter(after, limit), rows,
                      [](TopicRows& all, const TopicRecord& last) { return !all.livingAfter(last.id, 1).empty(); });
    });
}

domain::Result<TopicPage> TopicStore::changes(std::int64_t sequence, int limit)
{
    const std::lock_guard lock(m_reading);
    return guarded(QLatin1String("changes"), [&] {
        SQLite::Transaction snapshot(*m_reader);
        TopicRows rows(*m_reader);
        return pageOf(rows.changedAfter(sequence, limit), rows,
                      [](TopicRows& all, const TopicRecord& last) { return all.newestSequence() > last.sequence; });
    });
}

domain::Result<std::int64_t> TopicStore::newestSequence()
{
    const std::lock_guard lock(m_reading);
    return guarded(QLatin1String("newest"), [&] { return TopicRows(*m_reader).newestSequence(); });
}

domain::Outcome TopicStore::renewEpoch(const QString& path)
{
    const auto database = openSqliteFile(path, layout);
    if (!database)
        return domain::failure(database.error());
    return guarded(QLatin1String("epoch"), [&] {
        SQLite::Statement statement(**database, "UPDATE list SET epoch = ?");
        statement.bind(1, randomHex(epochBytes));
        statement.exec();
    });
}

} // namespace vorzimmer::topicserver
