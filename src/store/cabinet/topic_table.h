#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_ledger.h"

#include <vector>

namespace vorzimmer::store {

/// What both sides last agreed on, and what the other side was seen to hold instead where a change of ours still waits.
struct AgreedTopic {
    ports::RemoteTopic remote; ///< without comments
    domain::TopicFields newsFields;
    domain::Topic news; ///< only newsFields count
};

/// A topic's row, and whether other tables have something about it.
struct FiledTopic {
    domain::Topic local;
    std::optional<AgreedTopic> agreed;
    bool isParted = false;     ///< what is agreed on has a row of its own
    bool hasWaiting = false;   ///< in the outbox
    bool hasConflicts = false;
};

/// The topics: this side's values, and what both sides last agreed on. As long as the two are the same they are one row;
/// what this side changes parts them.
class TopicTable {
public:
    explicit TopicTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Result<std::optional<FiledTopic>> topic(const domain::TopicId& id);
    /// Not the deleted ones; newest first. With the revision, without comments.
    [[nodiscard]] domain::Result<std::vector<ports::RemoteTopic>> topics();
    [[nodiscard]] domain::Outcome save(const domain::Topic& topic);
    /// Made on this side, which begins its history. Whether it was new; a topic that is there already stays as it is.
    [[nodiscard]] domain::Result<bool> add(const domain::Topic& topic);
    /// Made on the other side and not on file here: both hold just this. Begins its history where @p remote tells when.
    [[nodiscard]] domain::Outcome addThere(const ports::RemoteTopic& remote);

    [[nodiscard]] domain::Result<std::optional<AgreedTopic>> agreed(const domain::TopicId& id);
    [[nodiscard]] domain::Outcome saveAgreed(const AgreedTopic& agreed);
    /// Of a topic that is on file and not deleted: both sides hold just this. @p isParted as topic() said.
    [[nodiscard]] domain::Outcome saveForBoth(const ports::RemoteTopic& remote, bool isParted);
    /// The other side holds the topic just as this one does. @p isParted as topic() said.
    [[nodiscard]] domain::Outcome agree(const domain::TopicId& id, const QString& revision, const QString& remoteId,
                                        bool isParted);
    [[nodiscard]] domain::Outcome forgetAgreed();
    /// Not the deleted ones; those that were on a list or on their way there, and whatever is not done. Oldest first.
    [[nodiscard]] domain::Result<std::vector<domain::TopicId>> forAnotherList();
    /// Those not deleted, by id.
    [[nodiscard]] domain::Result<std::vector<ports::RemoteTopic>> agreedThere();

private:
    [[nodiscard]] domain::Outcome join(const domain::TopicId& id, bool isParted);

    Database& m_database;
};

} // namespace vorzimmer::store
