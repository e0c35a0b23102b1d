#include "cabinet/topic_intake.h"

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
using ports::RemoteTopic;
using ports::Signature;
using ports::TopicConflict;
using ports::TopicEvent;
using ports::TopicEventKind;

namespace {

/// Who did what @p remote shows, as far as the other side says; else when we learned of it.
Signature signedBy(const Topic& remote, const Pen& pen)
{
    return {remote.changedBy, remote.changedAt.isValid() ? remote.changedAt : pen.now};
}

/// @p local with @p fields of @p remote, and with whoever changed them.
Topic taken(const Topic& local, const Topic& remote, TopicFields fields, const Pen& pen)
{
    Topic topic = withFields(local, remote, fields);
    const Signature by = signedBy(remote, pen);
    topic.changedBy = by.name;
    topic.changedAt = by.at;
    return topic;
}

/// True when @p remote is what both sides hold already: most often our own, as the feed tells it.
bool isEcho(const TopicStanding& topic, const RemoteTopic& remote)
{
    if (!topic.agreedAlive() || topic.agreed->newsFields)
        return false;
    const RemoteTopic& agreed = topic.agreed->remote;
    return agreed.revision == remote.revision && agreed.remoteId == remote.remoteId &&
           !differing(agreed.topic, remote.topic) && !differing(topic.local, remote.topic);
}

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

} // namespace

Outcome TopicIntake::confirm(const OperationId& id, const RemoteTopic& agreed, const Pen& pen)
{
    const auto found = m_papers.outbox.operation(id);
    if (!found)
        return domain::failure(found.error());
    if (!*found)
        return domain::failure(Fault::NotFound, QStringLiteral("no such operation"), id.text());
    const OutboxOperation& operation = **found;
    if (agreed.topic.id != operation.topic.id)
        return domain::failure(Fault::Invalid, QStringLiteral("confirmed with another topic's values"), id.text());
    if (auto removed = m_papers.outbox.remove(id); !removed)
        return removed;
    if (operation.kind == OperationKind::AddComment) {
        if (const auto known = m_papers.comments.add(operation.topic.id, operation.comment, true); !known)
            return domain::failure(known.error());
    }
    if (operation.kind == OperationKind::CreateTopic && !agreed.topic.deleted) {
        // Somebody was at it between our creating it and our hearing so, and what waits behind must not overwrite that.
        const auto topic = standingOf(m_papers, agreed.topic.id);
        if (!topic)
            return domain::failure(topic.error());
        const TopicFields clash =
            *topic ? (*topic)->updatedFields() & differing(agreed.topic, operation.topic) : TopicFields();
        if (clash && !(*topic)->local.deleted) {
            if (const auto said = takeComments(agreed); !said)
                return domain::failure(said.error());
            return setAsideFields(**topic, id, agreed, clash, operation.topic, pen);
        }
    }
    const auto reversed = takeReversed(operation, agreed, pen);
    if (!reversed)
        return domain::failure(reversed.error());
    if (*reversed)
        return {};
    const auto newer = newerThan(operation);
    if (!newer)
        return domain::failure(newer.error());
    RemoteTopic now = agreed;
    now.topic = withFields(now.topic, newer->news, newer->newsFields);
    if (newer->newsFields)
        now.revision.clear(); // which of the two it belongs to is not known
    const auto changed = take(now, {true, ownFields(operation) & ~newer->newsFields}, pen);
    return changed ? Outcome() : domain::failure(changed.error());
}

/// A person has taken the decision back that made us send @p operation, and made the opposite one while it was on its way:
/// that is still to be sent, and this side stays as it is.
Result<bool> TopicIntake::takeReversed(const OutboxOperation& operation, const RemoteTopic& agreed, const Pen& pen)
{
    const bool gone = operation.kind == OperationKind::DeleteTopic && agreed.topic.deleted;
    const bool made = operation.kind == OperationKind::CreateTopic && !agreed.topic.deleted;
    if (!gone && !made)
        return false;
    const auto topic = standingOf(m_papers, agreed.topic.id);
    if (!topic)
        return domain::failure(topic.error());
    if (!*topic || (*topic)->local.deleted != made || (*topic)->conflictFields().testFlag(TopicField::Deletion) ||
        (*topic)->isWaiting(OperationKind::DeleteTopic))
        return false;
    auto done = saveAgreed(**topic, agreed);
    if (done)
        done = queueDifference(m_papers, agreed.topic.id, pen.freshOperation(), pen);
    return done ? Result<bool>(true) : domain::failure(done.error());
}

/// What the other side was seen to hold, while @p operation was on its way, where that changes something else: since it took
/// ours, the other was made later, and the feed has told of it already.
Result<AgreedTopic> TopicIntake::newerThan(const OutboxOperation& operation)
{
    AgreedTopic newer;
    if (operation.kind != OperationKind::UpdateTopic)
        return newer;
    const auto known = m_papers.topics.agreed(operation.topic.id);
    if (!known)
        return domain::failure(known.error());
    if (!*known || (*known)->remote.topic.deleted)
        return newer;
    newer.news = (*known)->news;
    newer.newsFields = (*known)->newsFields & operation.changed & differing((*known)->news, operation.topic);
    return newer;
}

Result<std::vector<TopicId>> TopicIntake::applyChanges(const std::vector<RemoteTopic>& changes, const QString& cursor,
                                                       const Pen& pen)
{
    std::vector<TopicId> changed;
    for (const RemoteTopic& remote : changes) {
        const auto taken = take(remote, {}, pen);
        if (!taken)
            return domain::failure(taken.error());
        if (*taken && std::find(changed.begin(), changed.end(), remote.topic.id) == changed.end())
            changed.push_back(remote.topic.id);
    }
    if (auto read = m_papers.marks.setCursor(cursor); !read)
        return domain::failure(read.error());
    return changed;
}

Result<bool> TopicIntake::take(const RemoteTopic& remote, const Source& source, const Pen& pen)
{
    const auto found = standingOf(m_papers, remote.topic.id);
    if (!found)
        return domain::failure(found.error());
    if (!*found)
        return takeNew(remote, pen);
    const TopicStanding& topic = **found;
    const auto said = takeComments(remote);
    if (!said)
        return said;
    const auto disputed = std::find_if(topic.conflicts.begin(), topic.conflicts.end(),
                                       [](const TopicConflict& conflict) { return conflict.field == TopicField::Deletion; });
    const auto changed = disputed != topic.conflicts.end() ? takeDisputed(topic, *disputed, remote, source, pen)
                         : remote.topic.deleted            ? takeTombstone(topic, remote, pen)
                         : topic.local.deleted             ? takeBack(topic, remote, pen)
                                                           : takeValues(topic, remote, source, pen);
    if (!changed)
        return changed;
    return *said || *changed;
}

Result<bool> TopicIntake::takeNew(const RemoteTopic& remote, const Pen& pen)
{
    if (auto added = m_papers.topics.addThere(remote); !added)
        return domain::failure(added.error());
    if (!remote.topic.deleted && !remote.topic.createdAt.isValid()) { // when we learned of it is all that can be told
        const Signature by{remote.topic.createdBy, pen.now};
        if (auto noted =
                m_papers.events.add(remote.topic.id, {TopicEventKind::Created, by, false, TopicField::Title, {}, {}});
            !noted)
            return domain::failure(noted.error());
    }
    if (const auto said = takeComments(remote); !said)
        return said;
    return !remote.topic.deleted;
}

Result<bool> TopicIntake::takeComments(const RemoteTopic& remote)
{
    bool any = false;
    for (const domain::Comment& comment : remote.comments) {
        const auto added = m_papers.comments.add(remote.topic.id, comment, true);
        if (!added)
            return added;
        if (!*added)
            continue;
        any = true;
        const TopicEvent event{TopicEventKind::Commented, {comment.author, comment.at}, false, TopicField::Text, {}, {}};
        if (auto noted = m_papers.events.add(remote.topic.id, event); !noted)
            return domain::failure(noted.error());
    }
    return any;
}

/// Neither does it carry values, nor does it silently take away what this side changed: what still waits becomes a conflict
/// when it is sent, what is in conflict becomes a conflict over the whole topic.
Result<bool> TopicIntake::takeTombstone(const TopicStanding& topic, const RemoteTopic& remote, const Pen& pen)
{
    if (auto saved = saveAgreed(topic, remote); !saved)
        return domain::failure(saved.error());
    if (topic.local.deleted || !topic.waiting.empty())
        return false;
    if (topic.conflicts.empty()) {
        Topic gone = topic.local;
        gone.deleted = true;
        const Signature by = signedBy(remote.topic, pen);
        gone.changedBy = by.name;
        gone.changedAt = by.at;
        auto done = m_papers.topics.save(gone);
        if (done)
            done = m_papers.events.add(gone.id, {TopicEventKind::Deleted, by, false, TopicField::Deletion, topic.local, {}});
        if (done)
            done = m_papers.decisions.lapse(gone.id, editableFields | TopicField::Deletion);
        if (!done)
            return domain::failure(done.error());
        return true;
    }
    for (const TopicConflict& conflict : topic.conflicts) {
        if (auto removed = m_papers.conflicts.remove(topic.local.id, conflict.field); !removed)
            return domain::failure(removed.error());
    }
    const Topic base = topic.agreed ? topic.agreed->remote.topic : Topic();
    if (auto opened = openConflict(topic.local, TopicField::Deletion, base, remote.topic, pen); !opened)
        return domain::failure(opened.error());
    return true;
}

/// The other side has it and here it is deleted.
Result<bool> TopicIntake::takeBack(const TopicStanding& topic, const RemoteTopic& remote, const Pen& pen)
{
    if (topic.isWaiting(OperationKind::DeleteTopic)) {
        if (auto noted = noteUntaken(topic, remote, editableFields, pen); !noted)
            return domain::failure(noted.error());
        // As agreed stays what was deleted here, so that the deletion meets the difference instead of taking it along.
        if (topic.agreedAlive() && differing(topic.agreed->remote.topic, remote.topic)) {
            AgreedTopic agreed = *topic.agreed;
            agreed.news = remote.topic;
            agreed.newsFields = differing(agreed.remote.topic, remote.topic);
            auto saved = m_papers.topics.saveAgreed(agreed);
            return saved ? Result<bool>(false) : domain::failure(saved.error());
        }
        auto saved = m_papers.topics.saveAgreed({remote, {}, {}});
        return saved ? Result<bool>(false) : domain::failure(saved.error());
    }
    Topic back = taken(topic.local, remote.topic, editableFields, pen);
    back.deleted = false;
    const Signature by = signedBy(remote.topic, pen);
    auto done = m_papers.topics.save(back);
    if (done)
        done = m_papers.topics.saveAgreed({remote, {}, {}});
    if (done)
        done = m_papers.events.add(back.id, {TopicEventKind::Restored, by, false, TopicField::Deletion, topic.local, back});
    if (done)
        done = m_papers.decisions.lapse(back.id, editableFields | TopicField::Deletion);
    if (done)
        done = queueComments(m_papers, back, pen);
    return done ? Result<bool>(true) : domain::failure(done.error());
}

Result<bool> TopicIntake::takeValues(const TopicStanding& topic, const RemoteTopic& remote, const Source& source,
                                     const Pen& pen)
{
    if (isEcho(topic, remote))
        return false;
    const TopicFields updated = topic.updatedFields();
    const TopicFields unsent = topic.isWaiting(OperationKind::CreateTopic) ? editableFields : updated;
    const TopicFields disputed = topic.conflictFields();

    if (!source.answer) {
        if (auto noted = noteUntaken(topic, remote, unsent, pen); !noted)
            return domain::failure(noted.error());
    }
    AgreedTopic agreed{remote, {}, {}};
    TopicFields news; // since we last agreed
    if (topic.agreed) {
        const RemoteTopic& before = topic.agreed->remote;
        news = differing(before.topic, remote.topic) & ~source.own;
        const TopicFields kept = news & updated;
        agreed.remote.topic = withFields(agreed.remote.topic, before.topic, kept);
        if (kept)
            agreed.remote.revision = before.revision;
        agreed.newsFields = kept;
        agreed.news = withFields({}, remote.topic, kept);
        if (source.answer) { // which does not tell what else is new over there
            const TopicFields still = topic.agreed->newsFields & updated & ~source.own & ~kept;
            agreed.newsFields |= still;
            agreed.news = withFields(agreed.news, topic.agreed->news, still);
        }
    }
    const TopicFields changed = differing(topic.local, remote.topic) & ~unsent & ~disputed;
    const Topic local = changed ? taken(topic.local, remote.topic, changed, pen) : topic.local;
    if (auto saved = saveBoth(local, agreed, bool(changed)); !saved)
        return domain::failure(saved.error());
    if (changed) {
        auto done = m_papers.events.addChanges(topic.local, local, changed, signedBy(remote.topic, pen), false);
        if (done)
            done = m_papers.decisions.lapse(local.id, changed | TopicField::Deletion);
        if (!done)
            return domain::failure(done.error());
    }
    if (topic.agreed && topic.agreed->remote.topic.deleted) {
        if (auto queued = queueComments(m_papers, topic.local, pen); !queued)
            return domain::failure(queued.error());
    }
    const TopicFields halves = disputed & news & ~updated;
    if (auto kept = updateHalves(topic, remote, halves, pen); !kept)
        return domain::failure(kept.error());
    return changed || halves;
}

Outcome TopicIntake::saveBoth(const Topic& local, const AgreedTopic& agreed, bool isChanged)
{
    RemoteTopic both = agreed.remote;
    both.topic.changedBy = local.changedBy; // who changed it last is told in the history, and agreed on by nobody
    both.topic.changedAt = local.changedAt;
    if (!agreed.newsFields && both.topic == local)
        return isChanged ? m_papers.topics.saveForBoth(both) : m_papers.topics.agree(local.id, both.revision, both.remoteId);
    auto saved = m_papers.topics.saveAgreed(agreed);
    return saved && isChanged ? m_papers.topics.save(local) : saved;
}

Outcome TopicIntake::updateHalves(const TopicStanding& topic, const RemoteTopic& remote, TopicFields fields, const Pen& pen)
{
    const Signature by = signedBy(remote.topic, pen);
    for (TopicConflict conflict : topic.conflicts) {
        if (!fields.testFlag(conflict.field))
            continue;
        const Topic before = withFields(topic.local, conflict.theirs, conflict.field);
        conflict.theirs = withFields({}, remote.topic, conflict.field);
        if (!(differing(topic.local, remote.topic) & conflict.field)) {
            auto done = m_papers.conflicts.remove(topic.local.id, conflict.field);
            if (done)
                done = m_papers.events.add(
                    topic.local.id, {TopicEventKind::ConflictDecided, by, false, conflict.field, before, remote.topic});
            if (!done)
                return done;
            continue;
        }
        auto done = m_papers.conflicts.save(topic.local.id, conflict);
        if (done)
            done = m_papers.events.addChanges(before, remote.topic, conflict.field, by, false);
        if (!done)
            return done;
    }
    return {};
}

Result<bool> TopicIntake::takeDisputed(const TopicStanding& topic, const TopicConflict& conflict, const RemoteTopic& remote,
                                       const Source& source, const Pen& pen)
{
    // While something of ours is still on its way, what is seen over there may be our own doing.
    if (!topic.waiting.empty() && !source.answer) {
        auto noted = remote.topic.deleted ? Outcome() : noteUntaken(topic, remote, editableFields, pen);
        return noted ? Result<bool>(false) : domain::failure(noted.error());
    }
    const bool isNews = !topic.agreed || topic.agreed->remote.topic.deleted != remote.topic.deleted ||
                        (!remote.topic.deleted && differing(topic.agreed->remote.topic, remote.topic));
    if (auto saved = saveAgreed(topic, remote); !saved)
        return domain::failure(saved.error());
    if (source.answer || !isNews)
        return false;
    TopicConflict disputed = conflict;
    const Topic before = conflict.theirs;
    disputed.theirs = remote.topic.deleted ? before : withFields({}, remote.topic, editableFields);
    disputed.theirs.deleted = remote.topic.deleted;
    Outcome done;
    if (topic.local.deleted != disputed.theirs.deleted) {
        done = m_papers.conflicts.save(topic.local.id, disputed);
        if (done) {
            Topic old = before;
            old.id = topic.local.id;
            done = m_papers.events.addChanges(old, disputed.theirs, differing(old, disputed.theirs),
                                              signedBy(remote.topic, pen), false);
        }
    } else {
        done = m_papers.conflicts.remove(topic.local.id, TopicField::Deletion);
        if (done)
            done = m_papers.events.add(topic.local.id, {TopicEventKind::ConflictDecided, signedBy(remote.topic, pen), false,
                                                        TopicField::Deletion, before, disputed.theirs});
        if (done && !topic.local.deleted)
            done = reunite(topic, conflict.base, remote, pen);
    }
    return done ? Result<bool>(true) : domain::failure(done.error());
}

Outcome TopicIntake::reunite(const TopicStanding& topic, const Topic& base, const RemoteTopic& remote, const Pen& pen)
{
    const TopicFields apart = differing(topic.local, remote.topic);
    const TopicFields both = apart & differing(base, topic.local) & differing(base, remote.topic);
    const TopicFields theirs = apart & ~differing(base, topic.local);
    for (const auto& code : codes<TopicField>) {
        if (!both.testFlag(code.value))
            continue;
        if (auto opened = openConflict(topic.local, code.value, base, remote.topic, pen); !opened)
            return opened;
    }
    if (theirs) {
        const Topic local = taken(topic.local, remote.topic, theirs, pen);
        auto done = m_papers.topics.save(local);
        if (done)
            done = m_papers.events.addChanges(topic.local, local, theirs, signedBy(remote.topic, pen), false);
        if (!done)
            return done;
    }
    return queueDifference(m_papers, topic.local.id, pen.freshOperation(), pen);
}

Outcome TopicIntake::setAside(const OperationId& id, const RemoteTopic& theirs, TopicFields clash, const Pen& pen)
{
    const auto operation = m_papers.outbox.operation(id);
    if (!operation)
        return domain::failure(operation.error());
    if (!*operation)
        return domain::failure(Fault::NotFound, QStringLiteral("no such operation"), id.text());
    if (theirs.topic.id != (*operation)->topic.id)
        return domain::failure(Fault::Invalid, QStringLiteral("set aside with another topic's values"), id.text());
    if (!clash)
        return domain::failure(Fault::Invalid, QStringLiteral("nothing to set aside"), id.text());
    const auto topic = standingOf(m_papers, theirs.topic.id);
    if (!topic)
        return domain::failure(topic.error());
    if (!*topic)
        return domain::failure(Fault::NotFound, QStringLiteral("no such topic"), theirs.topic.id.text());
    if (const auto said = takeComments(theirs); !said)
        return domain::failure(said.error());
    return clash.testFlag(TopicField::Deletion)
               ? setAsideTopic(**topic, theirs, pen)
               : setAsideFields(**topic, id, theirs, clash, (*topic)->agreed ? (*topic)->agreed->remote.topic : Topic(),
                                pen);
}

Outcome TopicIntake::setAsideTopic(const TopicStanding& topic, const RemoteTopic& theirs, const Pen& pen)
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
    if (auto saved = saveAgreed(topic, theirs); !saved)
        return saved;
    if (topic.local.deleted != theirs.topic.deleted)
        return openConflict(topic.local, TopicField::Deletion, base, theirs.topic, pen);
    return topic.local.deleted ? Outcome() : reunite(topic, base, theirs, pen);
}

Outcome TopicIntake::setAsideFields(const TopicStanding& topic, const OperationId& id, const RemoteTopic& theirs,
                                    TopicFields clash, const Topic& base, const Pen& pen)
{
    for (const auto& code : codes<TopicField>) {
        if (!clash.testFlag(code.value) || !(differing(topic.local, theirs.topic) & code.value))
            continue;
        const auto known = std::find_if(topic.conflicts.begin(), topic.conflicts.end(),
                                        [&](const TopicConflict& conflict) { return conflict.field == code.value; });
        const Topic& since = known != topic.conflicts.end() ? known->base : base;
        if (auto opened = openConflict(topic.local, code.value, since, theirs.topic, pen); !opened)
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
    const auto changed = take(theirs, {}, pen);
    return changed ? Outcome() : domain::failure(changed.error());
}

Outcome TopicIntake::openConflict(const Topic& local, TopicField field, const Topic& base, const Topic& theirs,
                                  const Pen& pen)
{
    Topic half = theirs;
    if (theirs.deleted && field == TopicField::Deletion)
        half = withFields(base, theirs, TopicField::Deletion); // a tombstone carries no values
    auto done = m_papers.conflicts.save(local.id, {field, base, {}, half, pen.now});
    if (done)
        done =
            m_papers.events.add(local.id, {TopicEventKind::ConflictFound, signedBy(theirs, pen), false, field, local, half});
    if (done)
        done = m_papers.decisions.lapse(local.id, field);
    return done;
}

/// What is not taken over because a change of ours waits stands in the history at least: they may change it again before
/// the two meet.
Outcome TopicIntake::noteUntaken(const TopicStanding& topic, const RemoteTopic& remote, TopicFields fields, const Pen& pen)
{
    Topic known = topic.local;
    if (topic.agreed)
        known = withFields(withFields(known, topic.agreed->remote.topic, editableFields), topic.agreed->news,
                           topic.agreed->newsFields);
    const TopicFields heard = fields & differing(known, remote.topic) & differing(topic.local, remote.topic);
    return m_papers.events.addChanges(known, remote.topic, heard, signedBy(remote.topic, pen), false);
}

/// A tombstone keeps the values that were last agreed on; the comments are to be sent again should the topic come back.
Outcome TopicIntake::saveAgreed(const TopicStanding& topic, const RemoteTopic& remote)
{
    if (remote.topic.deleted) {
        if (auto gone = m_papers.comments.goneThere(topic.local.id); !gone)
            return gone;
    }
    if (!remote.topic.deleted || !topic.agreed)
        return m_papers.topics.saveAgreed({remote, {}, {}});
    AgreedTopic tombstone = *topic.agreed;
    tombstone.remote.topic.deleted = true;
    tombstone.remote.revision = remote.revision;
    if (!remote.remoteId.isEmpty())
        tombstone.remote.remoteId = remote.remoteId;
    return m_papers.topics.saveAgreed(tombstone);
}

} // namespace vorzimmer::store
