#pragma once

#include "topic_record.h"

#include <optional>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace vorzimmer::topicserver {

/// The statements on one list's tables, each beside the mapping of its columns. They throw SQLite::Exception and belong
/// inside guarded(); transactions are the caller's business.
class TopicRows {
public:
    explicit TopicRows(SQLite::Database& database) : m_database(database) {}

    [[nodiscard]] std::optional<TopicRecord> find(const domain::TopicId& id);
    [[nodiscard]] std::vector<TopicRecord> livingAfter(const domain::TopicId& after, int limit);
    [[nodiscard]] std::vector<TopicRecord> changedAfter(std::int64_t sequence, int limit);
    [[nodiscard]] std::int64_t newestSequence();

    void insert(const TopicRecord& topic);
    /// Overwrites the row of the same id.
    void replace(const TopicRecord& topic);
    /// Digest of the fields a living topic was created with.
    [[nodiscard]] std::string firstWrite(const domain::TopicId& id);
    void setFirstWrite(const domain::TopicId& id, const std::string& digest);
    /// Gives the topic another place in the list's history.
    void moveTo(const domain::TopicId& id, std::int64_t sequence);

    [[nodiscard]] std::optional<CommentRecord> findComment(const domain::TopicId& topic, const domain::CommentId& id);
    [[nodiscard]] std::vector<CommentRecord> comments(const domain::TopicId& topic);
    void insertComment(const domain::TopicId& topic, const CommentRecord& comment);
    void eraseComments(const domain::TopicId& topic);

private:
    [[nodiscard]] std::vector<TopicRecord> page(SQLite::Statement& statement);

    SQLite::Database& m_database;
};

} // namespace vorzimmer::topicserver
