#include "cabinet/topic_papers.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using ports::OperationKind;
using ports::OutboxOperation;

TopicFields TopicStanding::conflictFields() const
{
    TopicFields fields;
    for (const ports::TopicConflict& conflict : conflicts)
        fields |= conflict.field;
    return fields;
}

bool TopicStanding::isWaiting(OperationKind kind) const
{
    return std::any_of(waiting.begin(), waiting.end(), [kind](const OutboxOperation& one) { return one.kind == kind; });
}

TopicFields TopicStanding::updatedFields() const
{
    TopicFields fields;
    for (const OutboxOperation& one : waiting) {
        if (one.kind == OperationKind::UpdateTopic)
            fields |= one.changed;
    }
    return fields;
}

domain::Topic TopicStanding::expectedThere() const
{
    domain::Topic there = agreed ? agreed->remote.topic : domain::Topic();
    for (const OutboxOperation& one : waiting) {
        if (one.kind == OperationKind::UpdateTopic)
            there = domain::withFields(there, one.topic, one.changed);
    }
    return there;
}

Result<std::optional<TopicStanding>> standingOf(TopicPapers& papers, const TopicId& id)
{
    auto filed = papers.topics.topic(id);
    if (!filed)
        return domain::failure(filed.error());
    if (!*filed)
        return std::optional<TopicStanding>();
    TopicStanding topic{std::move((*filed)->local), std::move((*filed)->agreed), (*filed)->isParted, {}, {}};
    if ((*filed)->hasWaiting) {
        auto waiting = papers.outbox.of(id);
        if (!waiting)
            return domain::failure(waiting.error());
        topic.waiting = std::move(*waiting);
    }
    if ((*filed)->hasConflicts) {
        auto conflicts = papers.conflicts.of(topic.local);
        if (!conflicts)
            return domain::failure(conflicts.error());
        topic.conflicts = std::move(*conflicts);
    }
    return std::optional(std::move(topic));
}

Result<TopicStanding> existing(TopicPapers& papers, const TopicId& id)
{
    auto topic = standingOf(papers, id);
    if (!topic)
        return domain::failure(topic.error());
    if (!*topic)
        return domain::failure(domain::Fault::NotFound, QStringLiteral("no such topic"), id.text());
    return std::move(**topic);
}

Outcome queueDifference(TopicPapers& papers, const TopicId& id, const domain::OperationId& operation, const Pen& pen)
{
    const auto found = standingOf(papers, id);
    if (!found)
        return domain::failure(found.error());
    if (!*found)
        return {};
    const TopicStanding& topic = **found;
    const TopicFields conflicts = topic.conflictFields();
    if (conflicts.testFlag(TopicField::Deletion))
        return {};
    if (topic.local.deleted) {
        if (!topic.agreedAlive() || topic.isWaiting(OperationKind::DeleteTopic))
            return {};
        return papers.outbox.add(operation, OperationKind::DeleteTopic, topic.local, {});
    }
    if (topic.agreedAlive()) {
        const TopicFields open = domain::differing(topic.local, topic.expectedThere()) & ~conflicts;
        if (open) {
            if (auto added = papers.outbox.addUpdate(operation, topic.local, open); !added)
                return added;
        }
    } else if (!topic.isWaiting(OperationKind::CreateTopic)) {
        if (auto added = papers.outbox.add(operation, OperationKind::CreateTopic, topic.local, {}); !added)
            return added;
    }
    return queueComments(papers, topic.local, pen);
}

Outcome queueComments(TopicPapers& papers, const domain::Topic& topic, const Pen& pen)
{
    const auto comments = papers.comments.left(topic.id);
    if (!comments)
        return domain::failure(comments.error());
    for (const domain::CommentId& comment : *comments) {
        if (auto added = papers.outbox.add(pen.freshOperation(), OperationKind::AddComment, topic, {}, comment); !added)
            return added;
    }
    return {};
}

} // namespace vorzimmer::store
