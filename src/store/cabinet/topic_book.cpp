#include "cabinet/topic_book.h"

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
using ports::OperationKind;
using ports::OutboxOperation;
using ports::Signature;
using ports::TopicConflict;
using ports::TopicEventKind;

namespace {

Topic signedTopic(Topic topic, const Signature& by)
{
    topic.changedBy = by.name;
    topic.changedAt = by.at;
    return topic;
}

Outcome checkedTitle(const Topic& topic)
{
    if (topic.title.trimmed().isEmpty())
        return domain::failure(Fault::Invalid, QStringLiteral("a topic needs a title"), QStringLiteral("title"));
    if (topic.title.size() > domain::maxTopicTitle)
        return domain::failure(Fault::Invalid,
                               QStringLiteral("the title is longer than %1 characters").arg(domain::maxTopicTitle),
                               QStringLiteral("title"));
    return {};
}

} // namespace

Outcome TopicBook::add(const Topic& topic, const OperationId& operation)
{
    if (topic.id.isNull() || topic.deleted)
        return domain::failure(Fault::Invalid, QStringLiteral("a new topic needs an id and is not deleted"));
    if (auto checked = checkedTitle(topic); !checked)
        return checked;
    const auto added = m_papers.topics.add(topic);
    if (!added)
        return domain::failure(added.error());
    if (!*added)
        return {};
    return m_papers.outbox.add(operation, OperationKind::CreateTopic, topic, {});
}

Outcome TopicBook::edit(const Topic& wanted, TopicFields fields, const OperationId& operation, const Signature& by,
                        const Pen& pen)
{
    const auto found = living(wanted.id);
    if (!found)
        return domain::failure(found.error());
    const TopicStanding& topic = *found;
    const TopicFields changed = fields & differing(topic.local, wanted);
    if (!changed)
        return {};
    if (changed.testFlag(TopicField::Title)) {
        if (auto checked = checkedTitle(wanted); !checked)
            return checked;
    }
    const Topic edited = signedTopic(withFields(topic.local, wanted, changed), by);
    auto done = m_papers.topics.save(edited);
    if (done)
        done = m_papers.events.addChanges(topic.local, edited, changed, by, true);
    if (done)
        done = m_papers.decisions.lapse(edited.id, changed | TopicField::Deletion);
    const TopicFields disputed = topic.conflictFields();
    if (!done || disputed.testFlag(TopicField::Deletion))
        return done;
    if (const TopicFields free = changed & ~disputed; free)
        done = m_papers.outbox.addUpdate(operation, edited, free);
    if (done && (changed & disputed)) {
        done = endEqualConflicts(topic, edited, changed & disputed, by);
        if (done)
            done = queueDifference(m_papers, edited.id, pen.freshOperation(), pen);
    }
    return done;
}

Outcome TopicBook::endEqualConflicts(const TopicStanding& topic, const Topic& edited, TopicFields fields,
                                     const Signature& by)
{
    for (const TopicConflict& conflict : topic.conflicts) {
        if (!fields.testFlag(conflict.field) || (differing(edited, conflict.theirs) & conflict.field))
            continue;
        auto done = m_papers.conflicts.remove(edited.id, conflict.field);
        if (done)
            done = m_papers.events.add(edited.id,
                                       {TopicEventKind::ConflictDecided, by, true, conflict.field, topic.local, edited});
        if (!done)
            return done;
    }
    return {};
}

Outcome TopicBook::remove(const TopicId& id, const OperationId& operation, const Signature& by)
{
    const auto found = existing(m_papers, id);
    if (!found)
        return domain::failure(found.error());
    const TopicStanding& topic = *found;
    if (topic.local.deleted)
        return {};
    // Whatever has certainly not left yet need not leave any more; a topic that nobody else has seen never will.
    bool mayBeThere = topic.agreedAlive();
    for (const OutboxOperation& one : topic.waiting) {
        if (m_papers.outbox.mayBeOnItsWay(one))
            mayBeThere = true;
        else if (auto left = m_papers.outbox.leave(one, {}); !left)
            return left;
    }
    if (auto deleted = deleteHere(topic, by); !deleted)
        return deleted;
    return mayBeThere ? m_papers.outbox.add(operation, OperationKind::DeleteTopic, topic.local, {}) : Outcome();
}

Outcome TopicBook::deleteHere(const TopicStanding& topic, const Signature& by)
{
    Topic gone = signedTopic(topic.local, by);
    gone.deleted = true;
    auto done = m_papers.topics.save(gone);
    if (done)
        done = m_papers.events.add(gone.id, {TopicEventKind::Deleted, by, true, TopicField::Deletion, topic.local, {}});
    for (const TopicConflict& conflict : topic.conflicts) {
        if (done)
            done = m_papers.conflicts.remove(gone.id, conflict.field);
    }
    if (done)
        done = m_papers.decisions.lapse(gone.id, editableFields | TopicField::Deletion);
    return done;
}

Outcome TopicBook::addComment(const TopicId& id, const domain::Comment& comment, const OperationId& operation,
                              const Pen& pen)
{
    const auto found = living(id);
    if (!found)
        return domain::failure(found.error());
    const TopicStanding& topic = *found;
    const auto added = m_papers.comments.add(id, comment, false);
    if (!added)
        return domain::failure(added.error());
    if (!*added)
        return {};
    if (auto noted = m_papers.events.add(
            id, {TopicEventKind::Commented, {comment.author, comment.at}, true, TopicField::Text, {}, {}});
        !noted)
        return noted;
    if (topic.conflictFields().testFlag(TopicField::Deletion))
        return {};
    if (!topic.agreed && topic.waiting.empty()) {
        if (auto created = m_papers.outbox.add(pen.freshOperation(), OperationKind::CreateTopic, topic.local, {}); !created)
            return created;
    }
    return m_papers.outbox.add(operation, OperationKind::AddComment, topic.local, {}, comment.id);
}

Outcome TopicBook::giveUp(const OperationId& id, const Signature& by)
{
    const auto operation = m_papers.outbox.operation(id);
    if (!operation)
        return domain::failure(operation.error());
    if (operation->state != ports::OperationState::Blocked)
        return domain::failure(Fault::Conflict, QStringLiteral("only what is blocked can be given up"), id.text());
    if (auto left = m_papers.outbox.leave(*operation, {}); !left)
        return left;
    const auto topic = existing(m_papers, operation->topic.id);
    if (!topic)
        return domain::failure(topic.error());
    switch (operation->kind) {
    case OperationKind::AddComment:
        return {};
    case OperationKind::UpdateTopic:
        return giveUpUpdate(*topic, operation->changed, by);
    case OperationKind::DeleteTopic:
        return giveUpDeletion(*topic, by);
    case OperationKind::CreateTopic:
        return giveUpCreation(*topic, by);
    }
    return {};
}

Outcome TopicBook::giveUpUpdate(const TopicStanding& topic, TopicFields fields, const Signature& by)
{
    if (!topic.agreed || topic.local.deleted)
        return {};
    if (!topic.agreedAlive())
        return topic.waiting.empty() ? deleteHere(topic, by) : Outcome();
    const TopicFields open = fields & ~topic.updatedFields();
    const TopicFields disputed = topic.conflictFields();
    AgreedTopic agreed = *topic.agreed;
    const TopicFields news = agreed.newsFields & open;
    agreed.remote.topic = withFields(agreed.remote.topic, agreed.news, news);
    agreed.newsFields &= ~news;
    if (auto saved = m_papers.topics.saveAgreed(agreed); !saved)
        return saved;
    if (news & disputed) { // a decision was taken back while this was on its way
        if (auto renewed = renewHalves(topic, agreed.remote.topic, news & disputed, by); !renewed)
            return renewed;
    }
    const TopicFields changed = open & ~disputed & differing(topic.local, agreed.remote.topic);
    if (!changed)
        return {};
    const Topic theirs = signedTopic(withFields(topic.local, agreed.remote.topic, changed), by);
    auto done = m_papers.topics.save(theirs);
    if (done)
        done = m_papers.events.addChanges(topic.local, theirs, changed, by, true);
    if (done)
        done = m_papers.decisions.lapse(theirs.id, changed | TopicField::Deletion);
    return done;
}

Outcome TopicBook::renewHalves(TopicStanding topic, const Topic& theirs, TopicFields fields, const Signature& by)
{
    for (TopicConflict& conflict : topic.conflicts) {
        if (!fields.testFlag(conflict.field))
            continue;
        conflict.theirs = withFields({}, theirs, scopeOf(conflict.field));
        if (auto saved = m_papers.conflicts.save(topic.local.id, conflict); !saved)
            return saved;
    }
    return endEqualConflicts(topic, topic.local, fields & editableFields, by);
}

Outcome TopicBook::giveUpDeletion(const TopicStanding& topic, const Signature& by)
{
    if (!topic.agreedAlive() || !topic.local.deleted)
        return {};
    AgreedTopic agreed = *topic.agreed;
    agreed.remote.topic = withFields(agreed.remote.topic, agreed.news, agreed.newsFields);
    agreed.newsFields = {};
    auto done = m_papers.topics.saveAgreed(agreed);
    if (done && topic.conflictFields().testFlag(TopicField::Deletion)) // the decision for it was taken back on its way
        return renewHalves(topic, agreed.remote.topic, TopicField::Deletion, by);
    Topic back = signedTopic(withFields(topic.local, agreed.remote.topic, editableFields), by);
    back.deleted = false;
    if (done)
        done = m_papers.topics.save(back);
    if (done)
        done = m_papers.events.add(back.id, {TopicEventKind::Restored, by, true, TopicField::Deletion, topic.local, back});
    return done;
}

Outcome TopicBook::giveUpCreation(const TopicStanding& topic, const Signature& by)
{
    for (const OutboxOperation& one : topic.waiting) { // has nowhere to go
        if (auto left = m_papers.outbox.leave(one, {}); !left)
            return left;
    }
    if (!topic.agreed || topic.local.deleted)
        return {};
    if (!topic.agreedAlive())
        return deleteHere(topic, by);
    TopicStanding now = topic;
    now.waiting.clear();
    return giveUpUpdate(now, editableFields, by);
}

Outcome TopicBook::startOver(const Pen& pen)
{
    const auto wanted = m_papers.topics.forAnotherList();
    if (!wanted)
        return domain::failure(wanted.error());
    auto done = m_papers.outbox.clear();
    for (const auto forget : {+[](TopicPapers& papers) { return papers.topics.forgetAgreed(); },
                              +[](TopicPapers& papers) { return papers.comments.forgetAgreed(); },
                              +[](TopicPapers& papers) { return papers.conflicts.clear(); },
                              +[](TopicPapers& papers) { return papers.decisions.clear(); },
                              +[](TopicPapers& papers) { return papers.marks.clear(); }}) {
        if (done)
            done = forget(m_papers);
    }
    for (const TopicId& id : *wanted) {
        if (done)
            done = queueDifference(m_papers, id, pen.freshOperation(), pen);
    }
    return done;
}

Outcome TopicBook::goOnWith(const QString& list, const Pen& pen)
{
    const auto before = m_papers.marks.list();
    if (!before)
        return domain::failure(before.error());
    if (*before == list)
        return {};
    Outcome done;
    if (!before->isEmpty())
        done = startOver(pen);
    return done ? m_papers.marks.setList(list) : done;
}

Result<TopicStanding> TopicBook::living(const TopicId& id)
{
    auto topic = existing(m_papers, id);
    if (topic && topic->local.deleted)
        return domain::failure(Fault::Conflict, QStringLiteral("this topic was deleted"), id.text());
    return topic;
}

} // namespace vorzimmer::store
