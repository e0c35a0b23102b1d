#include "topic_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace vorzimmer::topicserver {

namespace {

/// A page ends early when its texts reach this, so that no reply grows beyond reason.
constexpr std::size_t pageBytes = 4 * 1024 * 1024;

/// In the order that topicOf() reads and bindTopic() binds.
constexpr std::string_view topicColumns = "id, revision, sequence, updated_at, deleted, title, text, state, person, due, "
                                          "priority, origin, created_at, created_by, "
                                          "changed_by";

std::string selectTopics(std::string_view rest)
{
    std::string sql("SELECT ");
    return sql.append(topicColumns).append(" FROM topic ").append(rest);
}

TopicRecord topicOf(SQLite::Statement& row)
{
    TopicRecord topic;
    topic.id = domain::TopicId::parse(QString::fromUtf8(row.getColumn(0).getText()));
    topic.revision = row.getColumn(1).getInt64();
    topic.sequence = row.getColumn(2).getInt64();
    topic.changed = {row.getColumn(3).getString(), row.getColumn(14).getString()};
    if (row.getColumn(4).getInt() != 0)
        return topic;
    TopicFields fields;
    fields.title = row.getColumn(5).getString();
    fields.text = row.getColumn(6).getString();
    fields.state = row.getColumn(7).getString();
    fields.person = row.getColumn(8).getString();
    if (!row.getColumn(9).isNull())
        fields.due = row.getColumn(9).getString();
    fields.priority = row.getColumn(10).getString();
    fields.origin = row.getColumn(11).getString();
    fields.createdAt = row.getColumn(12).getString();
    fields.createdBy = row.getColumn(13).getString();
    topic.fields = std::move(fields);
    return topic;
}

/// A tombstone binds empty texts.
void bindTopic(SQLite::Statement& statement, const TopicRecord& topic)
{
    static const TopicFields nothing;
    const TopicFields& fields = topic.fields ? *topic.fields : nothing;
    statement.bind(1, topic.id.text().toStdString());
    statement.bind(2, topic.revision);
    statement.bind(3, topic.sequence);
    statement.bind(4, topic.changed.at);
    statement.bind(5, topic.fields ? 0 : 1);
    statement.bind(6, fields.title);
    statement.bind(7, fields.text);
    statement.bind(8, fields.state);
    statement.bind(9, fields.person);
    if (fields.due)
        statement.bind(10, *fields.due);
    else
        statement.bind(10);
    statement.bind(11, fields.priority);
    statement.bind(12, fields.origin);
    statement.bind(13, fields.createdAt);
    statement.bind(14, fields.createdBy);
    statement.bind(15, topic.changed.by);
}

CommentRecord commentOf(SQLite::Statement& row)
{
    return {domain::CommentId::parse(QString::fromUtf8(row.getColumn(0).getText())),
            {row.getColumn(1).getString(), row.getColumn(2).getString(), row.getColumn(3).getString()}};
}

std::size_t weight(const TopicRecord& topic)
{
    std::size_t bytes = topic.fields ? topic.fields->text.size() : 0;
    for (const CommentRecord& comment : topic.comments)
        bytes += comment.fields.text.size();
    return bytes;
}

} // namespace

std::optional<TopicRecord> TopicRows::find(const domain::TopicId& id)
{
    SQLite::Statement statement(m_database, selectTopics("WHERE id = ?"));
    statement.bind(1, id.text().toStdString());
    if (!statement.executeStep())
        return std::nullopt;
    TopicRecord topic = topicOf(statement);
    topic.comments = comments(topic.id);
    return topic;
}

std::vector<TopicRecord> TopicRows::livingAfter(const domain::TopicId& after, int limit)
{
    SQLite::Statement statement(m_database, selectTopics("WHERE id > ? AND deleted = 0 ORDER BY id LIMIT ?"));
    statement.bind(1, after.text().toStdString());
    statement.bind(2, limit);
    return page(statement);
}

std::vector<TopicRecord> TopicRows::changedAfter(std::int64_t sequence, int limit)
{
    SQLite::Statement statement(m_database, selectTopics("WHERE sequence > ? ORDER BY sequence LIMIT ?"));
    statement.bind(1, sequence);
    statement.bind(2, limit);
    return page(statement);
}

std::vector<TopicRecord> TopicRows::page(SQLite::Statement& statement)
{
    std::vector<TopicRecord> topics;
    std::size_t bytes = 0;
    while (bytes < pageBytes && statement.executeStep()) {
        TopicRecord topic = topicOf(statement);
        topic.comments = comments(topic.id);
        bytes += weight(topic);
        topics.push_back(std::move(topic));
    }
    return topics;
}

std::int64_t TopicRows::newestSequence()
{
    return m_database.execAndGet("SELECT coalesce(max(sequence), 0) FROM topic").getInt64();
}

void TopicRows::insert(const TopicRecord& topic)
{
    std::string sql("INSERT INTO topic (");
    sql.append(topicColumns).append(") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
    SQLite::Statement statement(m_database, sql);
    bindTopic(statement, topic);
    statement.exec();
}

void TopicRows::replace(const TopicRecord& topic)
{
    SQLite::Statement statement(
        m_database, "UPDATE topic SET revision = ?2, sequence = ?3, updated_at = ?4, deleted = ?5, title = ?6, "
                    "text = ?7, state = ?8, person = ?9, due = ?10, priority = ?11, origin = ?12, created_at = ?13, "
                    "created_by = ?14, changed_by = ?15 WHERE id = ?1");
    bindTopic(statement, topic);
    statement.exec();
}

std::string TopicRows::firstWrite(const domain::TopicId& id)
{
    SQLite::Statement statement(m_database, "SELECT first_write FROM topic WHERE id = ?");
    statement.bind(1, id.text().toStdString());
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string();
}

void TopicRows::setFirstWrite(const domain::TopicId& id, const std::string& digest)
{
    SQLite::Statement statement(m_database, "UPDATE topic SET first_write = ?2 WHERE id = ?1");
    statement.bind(1, id.text().toStdString());
    statement.bind(2, digest);
    statement.exec();
}

void TopicRows::moveTo(const domain::TopicId& id, std::int64_t sequence)
{
    SQLite::Statement statement(m_database, "UPDATE topic SET sequence = ?2 WHERE id = ?1");
    statement.bind(1, id.text().toStdString());
    statement.bind(2, sequence);
    statement.exec();
}

std::optional<CommentRecord> TopicRows::findComment(const domain::TopicId& topic, const domain::CommentId& id)
{
    SQLite::Statement statement(m_database, "SELECT id, author, text, at FROM comment WHERE topic = ? AND id = ?");
    statement.bind(1, topic.text().toStdString());
    statement.bind(2, id.text().toStdString());
    if (!statement.executeStep())
        return std::nullopt;
    return commentOf(statement);
}

std::vector<CommentRecord> TopicRows::comments(const domain::TopicId& topic)
{
    SQLite::Statement statement(m_database, "SELECT id, author, text, at FROM comment WHERE topic = ? ORDER BY place");
    statement.bind(1, topic.text().toStdString());
    std::vector<CommentRecord> comments;
    while (statement.executeStep())
        comments.push_back(commentOf(statement));
    return comments;
}

void TopicRows::insertComment(const domain::TopicId& topic, const CommentRecord& comment)
{
    SQLite::Statement statement(m_database, "INSERT INTO comment (topic, id, author, text, at) VALUES (?1, ?2, ?3, ?4, ?5)");
    statement.bind(1, topic.text().toStdString());
    statement.bind(2, comment.id.text().toStdString());
    statement.bind(3, comment.fields.author);
    statement.bind(4, comment.fields.text);
    statement.bind(5, comment.fields.at);
    statement.exec();
}

void TopicRows::eraseComments(const domain::TopicId& topic)
{
    SQLite::Statement statement(m_database, "DELETE FROM comment WHERE topic = ?");
    statement.bind(1, topic.text().toStdString());
    statement.exec();
}

} // namespace vorzimmer::topicserver
