#include "cabinet/operation_ends.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::differing;
using domain::editableFields;
using domain::Fault;
using domain::OperationId;
using domain::Outcome;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::withFields;
using ports::OperationKind;
using ports::OutboxOperation;
using ports::RemoteTopic;
using ports::TopicConflict;

namespace {

/// What an operation said itself, so that the answer to it is no news.
TopicFields ownFields(const OutboxOperation& operation)
{
    switch (operation.kind) {
    case OperationKind::UpdateTopic:
        return operation.changed;
    case OperationKind::AddComment:
        return {};
    case OperationKind::CreateTopic:
    case OperationKind::DeleteTopic:
        break;
    }
    return editableFields | TopicField::Deletion;
}

/// A person has taken the decision back that made us send @p operation, and made the opposite one while it was on its way:
/// that is still to be sent, and this side stays as it is.
bool isReversed(const OutboxOperation& operation, const TopicStanding& topic, const RemoteTopic& agreed)
{
    const bool gone = operation.kind == OperationKind::DeleteTopic && agreed.topic.deleted;
    const bool made = operation.kind == OperationKind::CreateTopic && !agreed.topic.deleted;
    return (gone || made) && topic.local.deleted == made && !topic.conflictFields().testFlag(TopicField::Deletion) &&
           !topic.isWaiting(OperationKind::DeleteTopic);
}

/// What the other side was seen to hold, while @p operation was on its way, where that changes something else: since it took
/// ours, the other was made later, and the feed has told of it already.
AgreedTopic newerThan(const OutboxOperation& operation, const TopicStanding& topic)
{
    AgreedTopic newer;
    if (operation.kind != OperationKind::UpdateTopic || !topic.agreedAlive())
        return newer;
    newer.news = topic.agreed->news;
    newer.newsFields = topic.agreed->newsFields & operation.changed & differing(topic.agreed->news, operation.topic);
    return newer;
}

} // namespace

Outcome OperationEnds::confirm(const OperationId& id, const RemoteTopic& agreed, const Pen& pen)
{
    const auto sent = m_papers.outbox.operation(id);
    if (!sent)
        return domain::failure(sent.error());
    const OutboxOperation& operation = *sent;
    if (agreed.topic.id != operation.topic.id)
        return domain::failure(Fault::Invalid, QStringLiteral("confirmed with another topic's values"), id.text());
    if (auto removed = m_papers.outbox.remove(id); !removed)
        return removed;
    if (operation.kind == OperationKind::AddComment) {
        if (const auto known = m_papers.comments.add(operation.topic.id, operation.comment, true); !known)
            return domain::failure(known.error());
    }
    const auto found = existing(m_papers, agreed.topic.id);
    if (!found)
        return domain::failure(found.error());
    const TopicStanding& topic = *found;
    if (operation.kind == OperationKind::CreateTopic && !agreed.topic.deleted) {
        // Somebody was at it between our creating it and our hearing so, and what waits behind must not overwrite that.
        const TopicFields clash = topic.updatedFields() & differing(agreed.topic, operation.topic);
        if (clash && !topic.local.deleted) {
            if (const auto said = m_intake.takeComments(agreed); !said)
                return domain::failure(said.error());
            return setAsideFields(topic, id, agreed, clash, operation.topic, pen);
        }
    }
    if (isReversed(operation, topic, agreed)) {
        const auto saved = m_intake.saveAgreed(topic, agreed);
        return saved ? queueDifference(m_papers, agreed.topic.id, pen.freshOperation(), pen) : saved;
    }
    const AgreedTopic newer = newerThan(operation, topic);
    RemoteTopic now = agreed;
    now.topic = withFields(now.topic, newer.news, newer.newsFields);
    if (newer.newsFields)
        now.revision.clear(); // which of the two it belongs to is not known
    const auto changed = m_intake.takeKnown(topic, now, {true, ownFields(operation) & ~newer.newsFields}, pen);
    return changed ? Outcome() : domain::failure(changed.error());
}

Outcome OperationEnds::setAside(const OperationId& id, const RemoteTopic& theirs, TopicFields clash, const Pen& pen)
{
    const auto operation = m_papers.outbox.operation(id);
    if (!operation)
        return domain::failure(operation.error());
    if (theirs.topic.id != operation->topic.id)
        return domain::failure(Fault::Invalid, QStringLiteral("set aside with another topic's values"), id.text());
    if (!clash)
        return domain::failure(Fault::Invalid, QStringLiteral("nothing to set aside"), id.text());
    const auto topic = existing(m_papers, theirs.topic.id);
    if (!topic)
        return domain::failure(topic.error());
    if (const auto said = m_intake.takeComments(theirs); !said)
        return domain::failure(said.error());
    return clash.testFlag(TopicField::Deletion)
               ? setAsideTopic(*topic, theirs, pen)
               : setAsideFields(*topic, id, theirs, clash, topic->agreed ? topic->agreed->remote.topic : Topic(),
                                pen);
}

Outcome OperationEnds::setAsideTopic(const TopicStanding& topic, const RemoteTopic& theirs, const Pen& pen)
{
    Topic base = topic.agreed ? topic.agreed->remote.topic : Topic();
    base.deleted = false;
    for (const TopicConflict& conflict : topic.conflicts) {
        if (conflict.field == TopicField::Deletion)
            base = conflict.base;
        if (auto removed = m_papers.conflicts.remove(topic.local.id, conflict.field); !removed)
            return removed;
    }
    for (const OutboxOperation& one : topic.waiting) {
        if (auto left = m_papers.outbox.leave(one, {}); !left)
            return left;
    }
    if (auto saved = m_intake.saveAgreed(topic, theirs); !saved)
        return saved;
    if (topic.local.deleted != theirs.topic.deleted)
        return m_intake.openConflict(topic.local, TopicField::Deletion, base, theirs.topic, pen);
    return topic.local.deleted ? Outcome() : m_intake.reunite(topic, base, theirs, pen);
}

Outcome OperationEnds::setAsideFields(const TopicStanding& topic, const OperationId& id, const RemoteTopic& theirs,
                                      TopicFields clash, const Topic& base, const Pen& pen)
{
    for (const auto& code : codes<TopicField>) {
        if (!clash.testFlag(code.value) || !(differing(topic.local, theirs.topic) & code.value))
            continue;
        const auto known = std::find_if(topic.conflicts.begin(), topic.conflicts.end(),
                                        [&](const TopicConflict& conflict) { return conflict.field == code.value; });
        const Topic& since = known != topic.conflicts.end() ? known->base : base;
        if (auto opened = m_intake.openConflict(topic.local, code.value, since, theirs.topic, pen); !opened)
            return opened;
    }
    for (const OutboxOperation& one : topic.waiting) {
        // A creation has nothing to add to what is there already.
        const TopicFields left = one.kind == OperationKind::UpdateTopic ? one.changed & ~clash : TopicFields();
        const bool touched = one.kind == OperationKind::UpdateTopic ? left != one.changed || one.id == id : one.id == id;
        if (!touched)
            continue;
        if (auto done = m_papers.outbox.leave(one, left); !done)
            return done;
    }
    // The other side's half is agreed on as being there, so that the next operation leaves it alone.
    AgreedTopic agreed = topic.agreed.value_or(AgreedTopic{theirs, {}, {}});
    agreed.remote.topic = withFields(agreed.remote.topic, theirs.topic, clash);
    agreed.newsFields &= ~clash;
    if (auto saved = m_papers.topics.saveAgreed(agreed); !saved)
        return saved;
    const auto changed = m_intake.take(theirs, {}, pen);
    return changed ? Outcome() : domain::failure(changed.error());
}

} // namespace vorzimmer::store
