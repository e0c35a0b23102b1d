#include "cabinet/comment_table.h"

namespace vorzimmer::store {

using domain::Comment;
using domain::Result;
using domain::TopicId;

namespace {

constexpr const char* selectOf = "SELECT id, author, text, at FROM comment WHERE topic = ? ORDER BY at, id";
constexpr const char* selectAgreedOf =
    "SELECT id, author, text, at FROM comment WHERE topic = ? AND agreed = 1 ORDER BY at, id";

constexpr const char* selectLeft = "SELECT c.id FROM comment c WHERE c.topic = ? AND c.agreed = 0 "
                                   "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.comment = c.id) ORDER BY c.at, c.id";

Comment readComment(Row& row)
{
    Comment comment;
    comment.id = row.id<domain::CommentId>();
    comment.author = row.text();
    comment.text = row.text();
    comment.at = row.moment();
    return comment;
}

constexpr const char* insertComment =
    "INSERT INTO comment (id, topic, author, text, at, agreed) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
constexpr const char* updateAgreed = "UPDATE comment SET agreed = 1 WHERE id = ? AND agreed = 0";
constexpr const char* updateForgotten = "UPDATE comment SET agreed = 0 WHERE agreed = 1";
constexpr const char* updateGone = "UPDATE comment SET agreed = 0 WHERE topic = ?";

} // namespace

Result<std::vector<Comment>> CommentTable::of(const TopicId& topic)
{
    return m_database.query(selectOf).all(&readComment, topic);
}

Result<std::vector<Comment>> CommentTable::agreedOf(const TopicId& topic)
{
    return m_database.query(selectAgreedOf).all(&readComment, topic);
}

Result<std::vector<domain::CommentId>> CommentTable::left(const TopicId& topic)
{
    return m_database.query(selectLeft).all([](Row& row) { return row.id<domain::CommentId>(); }, topic);
}

domain::Outcome CommentTable::forgetAgreed()
{
    return m_database.query(updateForgotten).run();
}

Result<bool> CommentTable::add(const TopicId& topic, const Comment& comment, bool agreed)
{
    const auto added =
        m_database.query(insertComment).change(comment.id, topic, comment.author, comment.text, comment.at, agreed);
    if (!added)
        return domain::failure(added.error());
    if (*added == 0 && agreed) {
        if (auto known = m_database.query(updateAgreed).run(comment.id); !known)
            return domain::failure(known.error());
    }
    return *added > 0;
}

domain::Outcome CommentTable::goneThere(const TopicId& topic)
{
    return m_database.query(updateGone).run(topic);
}

} // namespace vorzimmer::store
