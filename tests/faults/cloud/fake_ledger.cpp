#include "fake_ledger.h"

#include <algorithm>
#include <set>
#include <utility>

namespace vorzimmer::testing {

using domain::Comment;
using domain::differing;
using domain::failure;
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
using ports::OperationState;
using ports::OutboxOperation;
using ports::OutboxSummary;
using ports::RemoteTopic;

namespace {

/// What an admitted call returns when it is the one to fail.
auto broken()
{
    return failure(Fault::StorageFull, QStringLiteral("no room (as the test wishes)"));
}

bool unite(std::vector<Comment>& comments, const std::vector<Comment>& more)
{
    bool grew = false;
    for (const Comment& one : more) {
        if (std::none_of(comments.cbegin(), comments.cend(), [&one](const Comment& known) { return known.id == one.id; })) {
            comments.push_back(one);
            grew = true;
        }
    }
    return grew;
}

const TopicFields everyField =
    TopicField::Title | TopicField::Text | TopicField::State | TopicField::Person | TopicField::Due | TopicField::Priority;

} // namespace

void FakeLedger::append(OutboxOperation operation)
{
    operation.id = OperationId(QUuid::createUuid());
    m_operations.push_back(std::move(operation));
}

void FakeLedger::createTopic(const Topic& topic)
{
    const std::lock_guard lock(m_mutex);
    m_entries[topic.id].topic = topic;
    OutboxOperation operation;
    operation.topic = topic;
    append(operation);
}

void FakeLedger::file(const Topic& topic)
{
    const std::lock_guard lock(m_mutex);
    m_entries[topic.id].topic = topic;
}

void FakeLedger::edit(const TopicId& id, const Topic& values, TopicFields changed)
{
    const std::lock_guard lock(m_mutex);
    Topic& topic = m_entries.at(id).topic;
    topic = withFields(topic, values, changed);
    OutboxOperation operation;
    operation.kind = OperationKind::UpdateTopic;
    operation.topic = topic;
    operation.changed = changed;
    append(operation);
}

void FakeLedger::comment(const TopicId& topic, const Comment& comment)
{
    const std::lock_guard lock(m_mutex);
    m_entries.at(topic).comments.push_back(comment);
    OutboxOperation operation;
    operation.kind = OperationKind::AddComment;
    operation.topic.id = topic;
    operation.comment = comment;
    append(operation);
}

void FakeLedger::remove(const TopicId& id)
{
    const std::lock_guard lock(m_mutex);
    m_entries.at(id).topic.deleted = true;
    OutboxOperation operation;
    operation.kind = OperationKind::DeleteTopic;
    operation.topic = m_entries.at(id).topic;
    append(operation);
}

void FakeLedger::keepOurs(const TopicId& id)
{
    const std::lock_guard lock(m_mutex);
    Entry& entry = m_entries.at(id);
    OutboxOperation operation;
    operation.topic = entry.topic;
    operation.changed = entry.disputed;
    operation.kind = OperationKind::UpdateTopic;
    if (entry.disputed.testFlag(TopicField::Deletion))
        operation.kind = entry.topic.deleted ? OperationKind::DeleteTopic : OperationKind::CreateTopic;
    entry.disputed = {};
    append(operation);
}

void FakeLedger::setNextTry(const QDateTime& at)
{
    const std::lock_guard lock(m_mutex);
    for (OutboxOperation& operation : m_operations)
        operation.nextTry = at;
}

std::map<TopicId, FakeLedger::Entry> FakeLedger::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

std::vector<OutboxOperation> FakeLedger::operations() const
{
    const std::lock_guard lock(m_mutex);
    return m_operations;
}

QString FakeLedger::storedCursor() const
{
    const std::lock_guard lock(m_mutex);
    return m_cursor;
}

std::vector<QByteArray> FakeLedger::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

int FakeLedger::callCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_calls.size());
}

void FakeLedger::failCall(int number)
{
    const std::lock_guard lock(m_mutex);
    m_failIn = number;
}

bool FakeLedger::wasCalledFromTwoThreads() const
{
    const std::lock_guard lock(m_mutex);
    return m_twoThreads;
}

bool FakeLedger::admit(const char* name)
{
    m_calls.emplace_back(name);
    const auto here = std::this_thread::get_id();
    m_twoThreads = m_twoThreads || m_thread.value_or(here) != here;
    m_thread = here;
    if (m_failIn < 0)
        return true;
    return m_failIn-- != 0;
}

OutboxOperation* FakeLedger::operation(const OperationId& id)
{
    const auto found =
        std::find_if(m_operations.begin(), m_operations.end(), [&id](const OutboxOperation& o) { return o.id == id; });
    return found == m_operations.end() ? nullptr : &*found;
}

Outcome FakeLedger::together(const std::function<void()>& many)
{
    many();
    return {};
}

Result<std::optional<OutboxOperation>> FakeLedger::nextOperation(const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("nextOperation"))
        return broken();
    std::set<TopicId> taken;
    for (const OutboxOperation& one : m_operations) {
        if (!taken.insert(one.topic.id).second)
            continue;
        const bool sendable = one.state == OperationState::New || one.state == OperationState::Unknown;
        if (sendable && !(one.nextTry > now))
            return std::optional(one);
    }
    return std::optional<OutboxOperation>();
}

Outcome FakeLedger::markInFlight(const OperationId& id)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("markInFlight"))
        return broken();
    OutboxOperation* found = operation(id);
    if (!found)
        return failure(Fault::NotFound, QStringLiteral("no such operation"));
    found->state = OperationState::InFlight;
    ++found->attempt;
    return {};
}

Outcome FakeLedger::reviveInFlight()
{
    const std::lock_guard lock(m_mutex);
    if (!admit("reviveInFlight"))
        return broken();
    for (OutboxOperation& one : m_operations) {
        if (one.state == OperationState::InFlight)
            one.state = OperationState::Unknown;
    }
    return {};
}

Outcome FakeLedger::confirm(const OperationId& id, const RemoteTopic& agreed)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("confirm"))
        return broken();
    if (!operation(id))
        return failure(Fault::NotFound, QStringLiteral("no such operation"));
    m_entries[agreed.topic.id].agreed = agreed;
    std::erase_if(m_operations, [&id](const OutboxOperation& one) { return one.id == id; });
    return {};
}

Outcome FakeLedger::postpone(const OperationId& id, OperationState state, const QDateTime& nextTry, const QString& problem)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("postpone"))
        return broken();
    OutboxOperation* found = operation(id);
    if (!found)
        return failure(Fault::NotFound, QStringLiteral("no such operation"));
    found->state = state;
    found->nextTry = nextTry;
    found->problem = problem;
    return {};
}

Outcome FakeLedger::block(const OperationId& id, const QString& problem)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("block"))
        return broken();
    OutboxOperation* found = operation(id);
    if (!found)
        return failure(Fault::NotFound, QStringLiteral("no such operation"));
    found->state = OperationState::Blocked;
    found->problem = problem;
    return {};
}

Outcome FakeLedger::setAside(const OperationId& id, const RemoteTopic& theirs, TopicFields clash)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("setAside"))
        return broken();
    if (!operation(id))
        return failure(Fault::NotFound, QStringLiteral("no such operation"));
    const TopicId topic = theirs.topic.id;
    Entry& entry = m_entries.at(topic);
    entry.disputed |= clash;
    entry.theirs = theirs;
    if (clash.testFlag(TopicField::Deletion)) {
        std::erase_if(m_operations, [&topic](const OutboxOperation& one) { return one.topic.id == topic; });
        entry.agreed = theirs;
        return {};
    }
    for (OutboxOperation& one : m_operations) {
        if (one.topic.id == topic && one.kind == OperationKind::UpdateTopic)
            one.changed &= ~clash;
    }
    std::erase_if(m_operations, [&](const OutboxOperation& one) {
        const bool spent =
            one.kind == OperationKind::UpdateTopic ? !one.changed : one.kind == OperationKind::CreateTopic && one.id == id;
        return one.topic.id == topic && spent;
    });
    if (entry.agreed)
        entry.agreed->topic = withFields(entry.agreed->topic, theirs.topic, clash);
    applyOne(theirs);
    return {};
}

Result<std::vector<RemoteTopic>> FakeLedger::agreedTopics()
{
    const std::lock_guard lock(m_mutex);
    if (!admit("agreedTopics"))
        return broken();
    std::vector<RemoteTopic> all;
    for (const auto& [id, entry] : m_entries) {
        if (entry.agreed && !entry.agreed->topic.deleted)
            all.push_back(*entry.agreed);
    }
    return all;
}

Result<std::optional<RemoteTopic>> FakeLedger::agreed(const TopicId& id)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("agreed"))
        return broken();
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::nullopt : found->second.agreed;
}

Result<QString> FakeLedger::cursor()
{
    const std::lock_guard lock(m_mutex);
    if (!admit("cursor"))
        return broken();
    return m_cursor;
}

TopicFields FakeLedger::waitingFields(const TopicId& id) const
{
    TopicFields fields;
    for (const OutboxOperation& one : m_operations) {
        if (one.topic.id == id && one.kind == OperationKind::UpdateTopic)
            fields |= one.changed;
    }
    return fields;
}

bool FakeLedger::waitsForDeletion(const TopicId& id) const
{
    return std::any_of(m_operations.cbegin(), m_operations.cend(), [&id](const OutboxOperation& one) {
        return one.topic.id == id && one.kind == OperationKind::DeleteTopic;
    });
}

bool FakeLedger::applyTombstone(Entry& entry, const RemoteTopic& change)
{
    entry.agreed = change;
    const bool waits = std::any_of(m_operations.cbegin(), m_operations.cend(),
                                   [&change](const OutboxOperation& one) { return one.topic.id == change.topic.id; });
    if (waits || entry.disputed)
        return false;
    return !std::exchange(entry.topic.deleted, true);
}

bool FakeLedger::applyOne(const RemoteTopic& change)
{
    const auto [place, isNew] = m_entries.try_emplace(change.topic.id);
    Entry& entry = place->second;
    if (change.topic.deleted && !isNew)
        return applyTombstone(entry, change);
    if (entry.topic.deleted && waitsForDeletion(change.topic.id))
        return false; // it meets the difference
    if (entry.disputed.testFlag(TopicField::Deletion)) {
        entry.agreed = change;
        return false;
    }
    if (isNew || !entry.agreed) {
        const bool differs = isNew || !(entry.topic == change.topic);
        const TopicFields ours = waitingFields(change.topic.id) | entry.disputed;
        entry.topic = isNew ? change.topic : withFields(change.topic, entry.topic, ours);
        entry.agreed = change;
        return unite(entry.comments, change.comments) || differs;
    }
    const TopicFields waiting = waitingFields(change.topic.id);
    const TopicFields kept = waiting & differing(entry.agreed->topic, change.topic);
    const Topic before = entry.topic;
    entry.topic = withFields(entry.topic, change.topic, everyField & ~waiting & ~entry.disputed);
    entry.topic.deleted = change.topic.deleted;
    RemoteTopic agreed = change;
    agreed.topic = withFields(agreed.topic, entry.agreed->topic, kept);
    if (kept)
        agreed.revision = entry.agreed->revision;
    entry.agreed = agreed;
    const bool grew = unite(entry.comments, change.comments);
    return grew || !(before == entry.topic);
}

Result<std::vector<TopicId>> FakeLedger::applyChanges(const std::vector<RemoteTopic>& changes, const QString& cursor)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("applyChanges"))
        return broken();
    std::vector<TopicId> changed;
    for (const RemoteTopic& change : changes) {
        if (applyOne(change))
            changed.push_back(change.topic.id);
    }
    m_cursor = cursor;
    return changed;
}

Result<OutboxSummary> FakeLedger::outbox()
{
    const std::lock_guard lock(m_mutex);
    if (!admit("outbox"))
        return broken();
    OutboxSummary summary;
    QString waitingProblem;
    bool atOnce = false;
    for (const auto& [id, entry] : m_entries)
        summary.conflicts += entry.disputed ? 1 : 0;
    for (const OutboxOperation& one : m_operations) {
        if (one.state == OperationState::Blocked) {
            ++summary.blocked;
            if (summary.firstProblem.isEmpty())
                summary.firstProblem = one.problem;
            continue;
        }
        ++summary.waiting;
        if (waitingProblem.isEmpty())
            waitingProblem = one.problem;
        atOnce = atOnce || !one.nextTry.isValid();
        if (!summary.earliestTry.isValid() || one.nextTry < summary.earliestTry)
            summary.earliestTry = one.nextTry;
    }
    if (atOnce)
        summary.earliestTry = QDateTime();
    if (summary.firstProblem.isEmpty())
        summary.firstProblem = waitingProblem;
    return summary;
}

Result<QDateTime> FakeLedger::lastSync()
{
    const std::lock_guard lock(m_mutex);
    if (!admit("lastSync"))
        return broken();
    return m_lastSync;
}

Outcome FakeLedger::setLastSync(const QDateTime& at)
{
    const std::lock_guard lock(m_mutex);
    if (!admit("setLastSync"))
        return broken();
    m_lastSync = at;
    return {};
}

} // namespace vorzimmer::testing
