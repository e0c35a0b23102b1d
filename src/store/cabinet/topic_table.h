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

/// The topics: this side's values, and what both sides last agreed on.
class TopicTable {
public:
    explicit TopicTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Result<std::optional<domain::Topic>> topic(const domain::TopicId& id);
    /// Not the deleted ones; newest first. With the revision, without comments.
    [[nodiscard]] domain::Result<std::vector<ports::RemoteTopic>> topics();
    [[nodiscard]] domain::Outcome save(const domain::Topic& topic);
    /// Whether it was new; a topic that is there already stays as it is.
    [[nodiscard]] domain::Result<bool> add(const domain::Topic& topic);

    [[nodiscard]] domain::Result<std::optional<AgreedTopic>> agreed(const domain::TopicId& id);
    [[nodiscard]] domain::Outcome saveAgreed(const AgreedTopic& agreed);
    [[nodiscard]] domain::Outcome forgetAgreed();
    /// Not the deleted ones; those that were on a list or on their way there, and whatever is not done. Oldest first.
    [[nodiscard]] domain::Result<std::vector<domain::TopicId>> forAnotherList();
    /// Those not deleted, by id.
    [[nodiscard]] domain::Result<std::vector<ports::RemoteTopic>> agreedThere();

private:
    Database& m_database;
};

} // namespace vorzimmer::store
