#include "cabinet/topic_book.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Comment;
using domain::Fault;
using domain::OperationId;
using domain::Outcome;
using domain::Result;
using domain::Topic;
using domain::TopicId;
using ports::OperationKind;
using ports::RemoteTopic;
using ports::TopicField;
using ports::TopicFields;

namespace {

/// @p local with every field of @p remote that is not @p unsent.
Topic merged(const Topic& local, const Topic& remote, TopicFields unsent)
{
    Topic topic = local;
    const auto take = [unsent](TopicField field, auto& mine, const auto& theirs) {
        if (!unsent.testFlag(field))
            mine = theirs;
    };
    take(TopicField::Title, topic.title, remote.title);
    take(TopicField::Text, topic.text, remote.text);
    take(TopicField::State, topic.state, remote.state);
    take(TopicField::Person, topic.person, remote.person);
    take(TopicField::Due, topic.due, remote.due);
    take(TopicField::Priority, topic.priority, remote.priority);
    return topic;
}

} // namespace

Outcome TopicBook::addComment(const TopicId& topic, const Comment& comment, const OperationId& operation,
                              const OperationId& creation)
{
    if (const auto found = living(topic); !found)
        return domain::failure(found.error());
    const auto agreed = m_topics.agreed(topic);
    if (!agreed)
        return domain::failure(agreed.error());
    const auto onItsWay = m_outbox.hasAny(topic);
    if (!onItsWay)
        return domain::failure(onItsWay.error());
    if (!*agreed && !*onItsWay) {
        if (auto created = m_outbox.add(creation, OperationKind::CreateTopic, topic, {}); !created)
            return created;
    }
    const auto added = m_comments.add(topic, comment, false);
    if (!added)
        return domain::failure(added.error());
    if (!*added)
        return {};
    return m_outbox.add(operation, OperationKind::AddComment, topic, {}, comment.id);
}

Outcome TopicBook::setState(const TopicId& id, domain::TopicState state, const OperationId& operation)
{
    auto topic = living(id);
    if (!topic)
        return domain::failure(topic.error());
    if (topic->state == state)
        return {};
    topic->state = state;
    if (auto saved = m_topics.save(*topic); !saved)
        return saved;
    return m_outbox.addUpdate(operation, id, TopicField::State);
}

Result<std::vector<RemoteTopic>> TopicBook::topics()
{
    auto topics = m_topics.topics();
    if (!topics)
        return topics;
    for (RemoteTopic& topic : *topics) {
        auto comments = m_comments.of(topic.topic.id);
        if (!comments)
            return domain::failure(comments.error());
        topic.comments = std::move(*comments);
    }
    return topics;
}

Result<std::optional<RemoteTopic>> TopicBook::agreed(const TopicId& id)
{
    auto agreed = m_topics.agreed(id);
    if (!agreed || !*agreed)
        return agreed;
    auto comments = m_comments.agreedOf(id);
    if (!comments)
        return domain::failure(comments.error());
    (*agreed)->comments = std::move(*comments);
    return agreed;
}

Outcome TopicBook::confirm(const OperationId& id, const RemoteTopic& agreed)
{
    const auto operation = m_outbox.operation(id);
    if (!operation)
        return domain::failure(operation.error());
    if (!*operation)
        return domain::failure(Fault::NotFound, QStringLiteral("no such operation"), id.text());
    const TopicId topic = (*operation)->topic.id;
    if (agreed.topic.id != topic)
        return domain::failure(Fault::Invalid, QStringLiteral("confirmed with another topic's values"), id.text());
    if (auto removed = m_outbox.remove(id); !removed)
        return removed;
    if ((*operation)->kind == OperationKind::AddComment) {
        if (const auto known = m_comments.add(topic, (*operation)->comment, true); !known)
            return domain::failure(known.error());
    }
    if (const auto taken = takeOver(agreed); !taken)
        return domain::failure(taken.error());
    return {};
}

Result<std::vector<TopicId>> TopicBook::applyChanges(const std::vector<RemoteTopic>& changes, const QString& cursor)
{
    std::vector<TopicId> changed;
    for (const RemoteTopic& remote : changes) {
        const auto taken = takeOver(remote);
        if (!taken)
            return domain::failure(taken.error());
        if (*taken && std::find(changed.begin(), changed.end(), remote.topic.id) == changed.end())
            changed.push_back(remote.topic.id);
    }
    if (auto read = m_marks.setCursor(cursor); !read)
        return domain::failure(read.error());
    return changed;
}

Result<Topic> TopicBook::living(const TopicId& id)
{
    auto topic = m_topics.topic(id);
    if (!topic)
        return domain::failure(topic.error());
    if (!*topic)
        return domain::failure(Fault::NotFound, QStringLiteral("no such topic"), id.text());
    if ((*topic)->deleted)
        return domain::failure(Fault::Conflict, QStringLiteral("the other side deleted this topic"), id.text());
    return std::move(**topic);
}

Result<bool> TopicBook::takeOver(const RemoteTopic& remote)
{
    auto changed = takeOverValues(remote.topic);
    if (!changed)
        return changed;
    for (const Comment& comment : remote.comments) {
        const auto added = m_comments.add(remote.topic.id, comment, true);
        if (!added)
            return added;
        *changed = *changed || *added;
    }
    if (auto saved = saveAgreed(remote); !saved)
        return domain::failure(saved.error());
    return changed;
}

Result<bool> TopicBook::takeOverValues(const Topic& remote)
{
    const auto local = m_topics.topic(remote.id);
    if (!local)
        return domain::failure(local.error());
    if (!*local) {
        if (auto added = m_topics.add(remote); !added)
            return domain::failure(added.error());
        return !remote.deleted;
    }
    const auto waiting = m_outbox.hasAny(remote.id);
    if (!waiting)
        return waiting;
    const auto unsent = m_outbox.unsentFields(remote.id);
    if (!unsent)
        return domain::failure(unsent.error());
    // A tombstone carries no values. Nor does it silently take away what still waits to be sent: that becomes a conflict
    // when it is sent.
    Topic topic = remote.deleted ? **local : merged(**local, remote, *unsent);
    topic.deleted = remote.deleted && !*waiting;
    if (topic == **local)
        return false;
    if (auto saved = m_topics.save(topic); !saved)
        return domain::failure(saved.error());
    return true;
}

Outcome TopicBook::saveAgreed(const RemoteTopic& remote)
{
    if (!remote.topic.deleted)
        return m_topics.saveAgreed(remote);
    const auto before = m_topics.agreed(remote.topic.id);
    if (!before)
        return domain::failure(before.error());
    RemoteTopic tombstone = before->value_or(remote);
    tombstone.topic.deleted = true;
    tombstone.revision = remote.revision;
    return m_topics.saveAgreed(tombstone);
}

} // namespace vorzimmer::store
