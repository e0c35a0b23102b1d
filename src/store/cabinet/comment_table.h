#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/topic.h"

#include <vector>

namespace vorzimmer::store {

/// Remarks on topics. A comment never changes; it is only added, and one day known to the other side too.
class CommentTable {
public:
    explicit CommentTable(Database& database) : m_database(database) {}

    /// Oldest first.
    [[nodiscard]] domain::Result<std::vector<domain::Comment>> of(const domain::TopicId& topic);
    /// Those that the other side has, oldest first.
    [[nodiscard]] domain::Result<std::vector<domain::Comment>> agreedOf(const domain::TopicId& topic);
    /// Those that the other side does not have and that no operation takes there, oldest first.
    [[nodiscard]] domain::Result<std::vector<domain::CommentId>> left(const domain::TopicId& topic);
    /// Whether it was new here. Its own side's knowledge is never taken back: @p agreed only ever becomes true.
    [[nodiscard]] domain::Result<bool> add(const domain::TopicId& topic, const domain::Comment& comment, bool agreed);
    [[nodiscard]] domain::Outcome forgetAgreed();

private:
    Database& m_database;
};

} // namespace vorzimmer::store
