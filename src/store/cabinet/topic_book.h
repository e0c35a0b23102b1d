#pragma once

#include "cabinet/comment_table.h"
#include "cabinet/mark_table.h"
#include "cabinet/outbox_table.h"
#include "cabinet/topic_table.h"

#include <vector>

namespace vorzimmer::store {

/// What happens to the shared list on this side: own changes go into the outbox, the other side's come in without touching
/// what waits there. Every method writes more than once: run it in a transaction.
class TopicBook {
public:
    TopicBook(TopicTable& topics, CommentTable& comments, OutboxTable& outbox, MarkTable& marks)
        : m_topics(topics), m_comments(comments), m_outbox(outbox), m_marks(marks)
    {
    }

    /// @p creation names the operation that puts the topic on the list first, should it never have been there.
    [[nodiscard]] domain::Outcome addComment(const domain::TopicId& topic, const domain::Comment& comment,
                                             const domain::OperationId& operation, const domain::OperationId& creation);
    [[nodiscard]] domain::Outcome setState(const domain::TopicId& topic, domain::TopicState state,
                                           const domain::OperationId& operation);
    [[nodiscard]] domain::Result<std::vector<ports::RemoteTopic>> topics();

    [[nodiscard]] domain::Result<std::optional<ports::RemoteTopic>> agreed(const domain::TopicId& id);
    [[nodiscard]] domain::Outcome confirm(const domain::OperationId& id, const ports::RemoteTopic& agreed);
    [[nodiscard]] domain::Result<std::vector<domain::TopicId>> applyChanges(const std::vector<ports::RemoteTopic>& changes,
                                                                            const QString& cursor);

private:
    [[nodiscard]] domain::Result<domain::Topic> living(const domain::TopicId& id);
    /// Whether anything changed here.
    [[nodiscard]] domain::Result<bool> takeOver(const ports::RemoteTopic& remote);
    [[nodiscard]] domain::Result<bool> takeOverValues(const domain::Topic& remote);
    [[nodiscard]] domain::Outcome saveAgreed(const ports::RemoteTopic& remote);

    TopicTable& m_topics;
    CommentTable& m_comments;
    OutboxTable& m_outbox;
    MarkTable& m_marks;
};

} // namespace vorzimmer::store
