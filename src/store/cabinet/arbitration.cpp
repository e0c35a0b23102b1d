#include "cabinet/arbitration.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::differing;
using domain::editableFields;
using domain::Fault;
using domain::OperationId;
using domain::Outcome;
using domain::Result;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using domain::withFields;
using ports::ConflictChoice;
using ports::OperationKind;
using ports::OutboxOperation;
using ports::Signature;
using ports::TopicConflict;
using ports::TopicEventKind;

namespace {

Result<Topic> decided(const Topic& local, const TopicConflict& conflict, ConflictChoice choice)
{
    if (choice == ConflictChoice::Ours)
        return local;
    if (choice == ConflictChoice::Theirs) {
        const bool theyDeleted = conflict.field == TopicField::Deletion && conflict.theirs.deleted;
        return withFields(local, conflict.theirs, theyDeleted ? TopicField::Deletion : scopeOf(conflict.field));
    }
    Topic both = local;
    if (conflict.field == TopicField::Title)
        both.title = local.title + QStringLiteral(" / ") + conflict.theirs.title;
    else if (conflict.field == TopicField::Text)
        both.text = local.text + QStringLiteral("\n\n") + conflict.theirs.text;
    else
        return domain::failure(Fault::Invalid, QStringLiteral("this field cannot hold both"), names(conflict.field));
    if (both.title.size() > domain::maxTopicTitle)
        return domain::failure(Fault::Invalid, QStringLiteral("both together are longer than a title can be"),
                               names(conflict.field));
    return both;
}

} // namespace

Outcome Arbitration::decide(const TopicId& id, TopicField field, ConflictChoice choice, const OperationId& operation,
                            const Signature& by, const Pen& pen)
{
    const auto topic = existing(m_papers, id);
    if (!topic)
        return domain::failure(topic.error());
    const auto conflict = std::find_if(topic->conflicts.begin(), topic->conflicts.end(),
                                       [field](const TopicConflict& one) { return one.field == field; });
    if (conflict == topic->conflicts.end())
        return domain::failure(Fault::NotFound, QStringLiteral("no such conflict"), id.text());
    auto after = decided(topic->local, *conflict, choice);
    if (!after)
        return domain::failure(after.error());
    if (!(*after == topic->local)) {
        after->changedBy = by.name;
        after->changedAt = by.at;
        if (auto saved = m_papers.topics.save(*after); !saved)
            return saved;
    }
    auto done = m_papers.conflicts.remove(id, field);
    if (done)
        done = m_papers.decisions.save(id, {*conflict, choice, by.at, by.name});
    if (done)
        done = m_papers.events.add(id, {TopicEventKind::ConflictDecided, by, true, field, topic->local, *after});
    if (done)
        done = queueDifference(m_papers, id, operation, pen);
    return done;
}

Outcome Arbitration::undo(const TopicId& id, TopicField field, const Signature& by)
{
    const auto topic = existing(m_papers, id);
    if (!topic)
        return domain::failure(topic.error());
    const auto decisions = m_papers.decisions.of(id);
    if (!decisions)
        return domain::failure(decisions.error());
    const auto decision = std::find_if(decisions->begin(), decisions->end(),
                                       [field](const ports::ConflictDecision& one) { return one.conflict.field == field; });
    if (decision == decisions->end())
        return domain::failure(Fault::NotFound, QStringLiteral("no such decision"), id.text());
    TopicConflict conflict = decision->conflict;
    Topic before = withFields(topic->local, conflict.ours, scopeOf(field));
    before.changedBy = by.name;
    before.changedAt = by.at;
    auto done = m_papers.topics.save(before);
    if (done)
        done = recall(*topic, field, conflict);
    const bool apart = field == TopicField::Deletion || (differing(before, conflict.theirs) & field);
    if (done && apart)
        done = m_papers.conflicts.save(id, conflict);
    if (done)
        done = m_papers.decisions.lapse(id, field);
    if (done)
        done = m_papers.events.add(id, {TopicEventKind::DecisionUndone, by, true, field, topic->local, before});
    return done;
}

Outcome Arbitration::recall(const TopicStanding& topic, TopicField field, TopicConflict& conflict)
{
    const bool wholeTopic = field == TopicField::Deletion;
    bool onItsWay = false;
    for (const OutboxOperation& one : topic.waiting) {
        if (!wholeTopic && (one.kind != OperationKind::UpdateTopic || !one.changed.testFlag(field)))
            continue;
        if (m_papers.outbox.mayBeOnItsWay(one)) {
            onItsWay = true;
            continue;
        }
        if (auto done = m_papers.outbox.leave(one, wholeTopic ? TopicFields() : one.changed & ~TopicFields(field)); !done)
            return done;
    }
    if (onItsWay) // what the feed has told of may be our own doing; if not, they meet when the answer is there
        return {};
    if (wholeTopic)
        return renew(topic, conflict);
    if (!topic.agreed || !topic.agreed->newsFields.testFlag(field))
        return {};
    // They have changed it once more while the decision waited to be sent.
    AgreedTopic agreed = *topic.agreed;
    agreed.remote.topic = withFields(agreed.remote.topic, agreed.news, field);
    agreed.newsFields &= ~TopicFields(field);
    conflict.theirs = withFields({}, agreed.news, field);
    return m_papers.topics.saveAgreed(agreed);
}

/// They have changed it once more while the deletion waited to be sent, and the feed has told of that already.
Outcome Arbitration::renew(const TopicStanding& topic, TopicConflict& conflict)
{
    if (!topic.agreedAlive() || conflict.theirs.deleted)
        return {};
    AgreedTopic agreed = *topic.agreed;
    agreed.remote.topic = withFields(agreed.remote.topic, agreed.news, agreed.newsFields);
    agreed.newsFields = {};
    conflict.theirs = withFields({}, agreed.remote.topic, editableFields);
    return m_papers.topics.saveAgreed(agreed);
}

} // namespace vorzimmer::store
