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
    /// Whether it was new here. What is known to be there stays so: @p agreed only ever becomes true, until goneThere() or
    /// forgetAgreed().
    [[nodiscard]] domain::Result<bool> add(const domain::TopicId& topic, const domain::Comment& comment, bool agreed);
    /// The other side has none of them any more.
    [[nodiscard]] domain::Outcome forgetAgreed();
    /// The other side deleted the topic, and its comments with it.
    [[nodiscard]] domain::Outcome goneThere(const domain::TopicId& topic);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
