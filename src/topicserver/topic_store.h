#pragma once

#include "shared_commit.h"
#include "topic_record.h"

#include "vorzimmer/domain/result.h"

#include <QString>

#include <memory>
#include <mutex>
#include <type_traits>

namespace SQLite {
class Database;
}

namespace vorzimmer::topicserver {

class TopicRows;

/// How a write ended. Only Created and Updated wrote anything.
enum class WriteOutcome {
    Created,
    Updated,
    Replayed, ///< this very write had been done before
    Stale,    ///< somebody else was first
    Missing,  ///< there is no such topic
    Gone,     ///< the topic was deleted
};

struct TopicWrite {
    WriteOutcome outcome = WriteOutcome::Missing;
    TopicRecord current; ///< as it is now; nothing when Missing
};

struct CommentWrite {
    WriteOutcome outcome = WriteOutcome::Missing;
    CommentRecord comment;     ///< as stored; nothing when Missing or Gone
    std::int64_t sequence = 0; ///< of the change, when Created
    TopicRecord topic;         ///< the tombstone, when Gone
};

struct TopicPage {
    std::vector<TopicRecord> topics;
    bool more = false;
    std::int64_t sequence = 0; ///< the list's newest change when the page was read
};

/// One tenant's list in one file of its own. Safe to use from any number of threads; a write returns after it is on the
/// disk, and changes are numbered in the order in which they were committed.
class TopicStore {
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<TopicStore>> open(const QString& path);
    ~TopicStore();
    TopicStore(const TopicStore&) = delete;
    TopicStore& operator=(const TopicStore&) = delete;

    /// Names this life of the list; a list restored from a backup has another one.
    [[nodiscard]] const std::string& epoch() const { return m_epoch; }

    /// Replayed when the topic was created with these very fields, by whomever, whatever became of them since.
    [[nodiscard]] domain::Result<TopicWrite> create(const domain::TopicId& id, const TopicFields& fields,
                                                    const Signature& signature);
    /// Replaces what has @p revision; brings a tombstone of that revision back.
    [[nodiscard]] domain::Result<TopicWrite> update(const domain::TopicId& id, std::int64_t revision,
                                                    const TopicFields& fields, const Signature& signature);
    /// Erases fields and comments of what has @p revision and leaves a tombstone. Stale as well when it does not have
    /// @p comments of them: they are only ever added, so one more is one that whoever deletes has not read.
    [[nodiscard]] domain::Result<TopicWrite> remove(const domain::TopicId& id, std::int64_t revision,
                                                    std::optional<std::size_t> comments, const Signature& signature);
    [[nodiscard]] domain::Result<CommentWrite> comment(const domain::TopicId& topic, const CommentRecord& comment);

    [[nodiscard]] domain::Result<std::optional<TopicRecord>> find(const domain::TopicId& id);
    /// Living topics in the order of their ids, after @p after (null id = from the first).
    [[nodiscard]] domain::Result<TopicPage> list(const domain::TopicId& after, int limit);
    /// Topics and tombstones changed after @p sequence, in the order of their last change.
    [[nodiscard]] domain::Result<TopicPage> changes(std::int64_t sequence, int limit);
    [[nodiscard]] domain::Result<std::int64_t> newestSequence();

    /// Gives the closed list at @p path another life, so that readers who know a later state start afresh.
    [[nodiscard]] static domain::Outcome renewEpoch(const QString& path);

private:
    TopicStore(std::unique_ptr<SQLite::Database> writer, std::unique_ptr<SQLite::Database> reader, std::string epoch);

    /// What @p work, given the rows, returns, once it is on the disk.
    template <class Work>
    [[nodiscard]] auto write(QLatin1String where, const Work& work)
        -> domain::Result<std::invoke_result_t<Work, TopicRows&>>;

    const std::string m_epoch;
    const std::unique_ptr<SQLite::Database> m_writer;
    SharedCommit m_commits;
    std::mutex m_reading;
    const std::unique_ptr<SQLite::Database> m_reader;
};

} // namespace vorzimmer::topicserver
