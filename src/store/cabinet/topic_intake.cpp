#include "cabinet/topic_intake.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::differing;
using domain::editableFields;
using domain::Outcome;
using domain::Result;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using domain::withFields;
using ports::OperationKind;
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

/// @p local with @p fields of @p remote, and with whoever changed them. What was first heard of as deleted learns here when, by
/// whom and where it was made.
Topic taken(const Topic& local, const Topic& remote, TopicFields fields, const Pen& pen)
{
    Topic topic = withFields(local, remote, fields);
    if (!topic.createdAt.isValid()) {
        topic.createdAt = remote.createdAt;
        topic.createdBy = remote.createdBy;
        topic.origin = remote.origin;
    }
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

} // namespace

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
    return *found ? takeKnown(**found, remote, source, pen) : takeNew(remote, pen);
}

Result<bool> TopicIntake::takeKnown(const TopicStanding& topic, const RemoteTopic& remote, const Source& source,
                                    const Pen& pen)
{
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
    if (topic.agreedAlive() && !remote.topic.title.isEmpty()) {
        // Some lists keep what was deleted, and with it words that nobody here has read.
        const TopicFields words = (TopicField::Title | TopicFields(TopicField::Text) | TopicField::Person) &
                                  differing(topic.agreed->remote.topic, remote.topic);
        if (auto noted = noteUntaken(topic, remote, words, pen); !noted)
            return domain::failure(noted.error());
    }
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
    if (auto saved = saveBoth(topic, local, agreed); !saved)
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

Outcome TopicIntake::saveBoth(const TopicStanding& before, const Topic& local, const AgreedTopic& agreed)
{
    RemoteTopic both = agreed.remote;
    both.topic.changedBy = local.changedBy; // who changed it last is told in the history, and agreed on by nobody
    both.topic.changedAt = local.changedAt;
    const bool isChanged = local != before.local;
    const bool isBorn = before.local.createdAt == local.createdAt; // what saves both at once leaves that as it was
    if (!agreed.newsFields && isBorn && both.topic == local)
        return isChanged ? m_papers.topics.saveForBoth(both, before.isParted)
                         : m_papers.topics.agree(local.id, both.revision, both.remoteId, before.isParted);
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
    if (!fields)
        return {};
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
