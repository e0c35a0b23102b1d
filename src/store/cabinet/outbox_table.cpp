#include "cabinet/outbox_table.h"

#include "cabinet/topic_row.h"
#include "cabinet/topic_text.h"

namespace vorzimmer::store {

using domain::OperationId;
using domain::Outcome;
using domain::Result;
using domain::TopicFields;
using domain::TopicId;
using ports::OperationKind;
using ports::OperationState;
using ports::OutboxOperation;
using ports::OutboxSummary;

namespace {

#define OPERATION                                                                                                           \
    "SELECT o.id, o.kind, o.state, o.changed, o.attempt, o.next_try, o.problem, " VORZIMMER_TOPIC_COLUMNS(                  \
        "t.") ", "                                                                                                          \
              "c.id, c.author, c.text, c.at, o.content FROM outbox o JOIN topic t ON t.id = o.topic LEFT JOIN comment c "   \
              "ON c.id = "                                                                                                  \
              "o.comment "

constexpr const char* selectNext =
    OPERATION "WHERE o.sendable = 1 AND (o.next_try IS NULL OR o.next_try <= ?) "
              "AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.topic = o.topic AND e.number < o.number) "
              "ORDER BY o.number LIMIT 1";
constexpr const char* selectOne = OPERATION "WHERE o.id = ?";
constexpr const char* selectAll = OPERATION "ORDER BY o.number";
constexpr const char* selectOf = OPERATION "WHERE o.topic = ? ORDER BY o.number";

OutboxOperation readOperation(Row& row)
{
    OutboxOperation operation;
    operation.id = row.id<OperationId>();
    operation.kind = row.code<OperationKind>();
    operation.state = row.code<OperationState>();
    operation.changed = TopicFields::fromInt(row.number());
    operation.attempt = row.number();
    operation.nextTry = row.moment();
    operation.problem = row.text();
    operation.topic = readTopicColumns(row);
    operation.comment.id = row.id<domain::CommentId>();
    operation.comment.author = row.text();
    operation.comment.text = row.text();
    operation.comment.at = row.moment();
    readTopicText(row, operation.topic); // as it was when the operation was written down
    return operation;
}

constexpr const char* insertOperation =
    "INSERT INTO outbox (id, kind, state, topic, changed, comment, attempt, next_try, problem, content) "
    "VALUES (?, ?, 'new', ?, ?, ?, 0, NULL, '', ?) ON CONFLICT (id) DO NOTHING";

constexpr const char* selectFoldable =
    "SELECT id, kind, changed FROM outbox WHERE topic = ? AND kind IN ('create-topic', 'update-topic') AND state = 'new' "
    "AND number > ? AND id <> ? ORDER BY number DESC LIMIT 1";
constexpr const char* updateContent = "UPDATE outbox SET changed = ?, content = ? WHERE id = ?";
constexpr const char* selectLast = "SELECT number FROM outbox ORDER BY number DESC LIMIT 1";

struct Foldable {
    OperationId id;
    OperationKind kind;
    TopicFields changed;
};

Foldable readFoldable(Row& row)
{
    const auto id = row.id<OperationId>();
    const auto kind = row.code<OperationKind>();
    return {id, kind, TopicFields::fromInt(row.number())};
}

constexpr const char* updateInFlight = "UPDATE outbox SET state = 'in-flight', attempt = attempt + 1 WHERE id = ?";
constexpr const char* updatePostponed = "UPDATE outbox SET state = ?, next_try = ?, problem = ? WHERE id = ?";
constexpr const char* selectInFlight = "SELECT 1 FROM outbox WHERE state = 'in-flight' LIMIT 1";
constexpr const char* updateRevived = "UPDATE outbox SET state = 'unknown', next_try = NULL WHERE state = 'in-flight'";
constexpr const char* deleteOne = "DELETE FROM outbox WHERE id = ?";

constexpr const char* updateLeft =
    "UPDATE outbox SET changed = ?, state = CASE WHEN state = 'in-flight' THEN 'new' ELSE state END WHERE id = ?";
constexpr const char* updateRetried =
    "UPDATE outbox SET state = 'new', next_try = NULL, problem = '' WHERE id = ? AND state = 'blocked'";

constexpr const char* selectWaiting = "SELECT count(*) FROM outbox WHERE state IN ('new', 'in-flight', 'unknown')";
constexpr const char* selectBlocked = "SELECT count(*) FROM outbox WHERE state = 'blocked'";
/// Of those whose turn it is: what waits behind another operation has no time of its own.
constexpr const char* selectAtOnce =
    "SELECT 1 FROM outbox o WHERE o.sendable = 1 AND o.next_try IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.topic = o.topic AND e.number < o.number) LIMIT 1";
constexpr const char* selectEarliest =
    "SELECT o.next_try FROM outbox o WHERE o.sendable = 1 "
    "AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.topic = o.topic AND e.number < o.number) "
    "ORDER BY o.next_try NULLS FIRST LIMIT 1";
constexpr const char* selectBlockedProblem =
    "SELECT problem FROM outbox WHERE state = 'blocked' AND problem <> '' ORDER BY number LIMIT 1";
constexpr const char* selectWaitingProblem =
    "SELECT problem FROM outbox WHERE state IN ('new', 'in-flight', 'unknown') AND problem <> '' ORDER BY number LIMIT 1";

Outcome foundOne(const Result<int>& touched, const OperationId& id)
{
    if (!touched)
        return domain::failure(touched.error());
    if (*touched == 0)
        return domain::failure(domain::Fault::NotFound, QStringLiteral("no such operation"), id.text());
    return {};
}

constexpr const char* deleteAllOperations = "DELETE FROM outbox";

} // namespace

Outcome OutboxTable::add(const OperationId& id, OperationKind kind, const domain::Topic& topic, TopicFields changed,
                         const domain::CommentId& comment)
{
    if (auto known = knowFloor(); !known)
        return known;
    const bool hasContent = kind == OperationKind::CreateTopic || kind == OperationKind::UpdateTopic;
    return m_database.query(insertOperation)
        .run(id, kind, topic.id, changed.toInt(), comment,
             hasContent ? topicText(topic, domain::editableFields) : std::string());
}

Outcome OutboxTable::addUpdate(const OperationId& id, const domain::Topic& topic, TopicFields changed)
{
    if (auto known = knowFloor(); !known)
        return known;
    const auto open = m_database.query(selectFoldable).first(&readFoldable, topic.id, *m_floor, KeyPart{m_handedOut});
    if (!open)
        return domain::failure(open.error());
    if (!*open)
        return add(id, OperationKind::UpdateTopic, topic, changed);
    const TopicFields all = (*open)->kind == OperationKind::UpdateTopic ? (*open)->changed | changed : (*open)->changed;
    return m_database.query(updateContent).run(all.toInt(), topicText(topic, domain::editableFields), (*open)->id);
}

/// What was there before this file was opened may have been handed out to somebody who still holds it.
Outcome OutboxTable::knowFloor()
{
    if (m_floor)
        return {};
    const auto last = m_database.query(selectLast).first([](Row& row) { return row.bigNumber(); });
    if (!last)
        return domain::failure(last.error());
    m_floor = last->value_or(0);
    return {};
}

bool OutboxTable::mayBeOnItsWay(const OutboxOperation& operation) const
{
    return operation.state == OperationState::InFlight || operation.state == OperationState::Unknown ||
           operation.id == m_handedOut;
}

Result<std::optional<OutboxOperation>> OutboxTable::next(const QDateTime& now)
{
    auto next = m_database.query(selectNext).first(&readOperation, now);
    if (next && *next)
        m_handedOut = (*next)->id;
    return next;
}

Result<OutboxOperation> OutboxTable::operation(const OperationId& id)
{
    auto found = m_database.query(selectOne).first(&readOperation, id);
    if (!found)
        return domain::failure(found.error());
    if (!*found)
        return domain::failure(domain::Fault::NotFound, QStringLiteral("no such operation"), id.text());
    return std::move(**found);
}

Outcome OutboxTable::markInFlight(const OperationId& id)
{
    return foundOne(m_database.query(updateInFlight).change(id), id);
}

Outcome OutboxTable::postpone(const OperationId& id, OperationState state, const QDateTime& nextTry, const QString& problem)
{
    auto postponed = foundOne(m_database.query(updatePostponed).change(state, nextTry, problem, id), id);
    if (postponed && m_handedOut == id)
        m_handedOut = {};
    return postponed;
}

/// Most often there are none, and then nothing is written.
Outcome OutboxTable::reviveInFlight()
{
    const auto any = m_database.query(selectInFlight).any();
    if (!any)
        return domain::failure(any.error());
    if (!*any)
        return {};
    return m_database.query(updateRevived).run();
}

Outcome OutboxTable::remove(const OperationId& id)
{
    return m_database.query(deleteOne).run(id);
}

Outcome OutboxTable::leave(const OutboxOperation& operation, TopicFields fields)
{
    if (m_handedOut == operation.id)
        m_handedOut = {};
    return fields ? m_database.query(updateLeft).run(fields.toInt(), operation.id) : remove(operation.id);
}

Outcome OutboxTable::retry(const OperationId& id)
{
    const auto found = operation(id);
    if (!found)
        return domain::failure(found.error());
    return m_database.query(updateRetried).run(id);
}

Result<std::vector<OutboxOperation>> OutboxTable::all()
{
    return m_database.query(selectAll).all(&readOperation);
}

Result<std::vector<OutboxOperation>> OutboxTable::of(const TopicId& topic)
{
    return m_database.query(selectOf).all(&readOperation, topic);
}

/// Only when none may be sent at once are all of them put in order.
Result<QDateTime> OutboxTable::earliestTry()
{
    const auto atOnce = m_database.query(selectAtOnce).any();
    if (!atOnce)
        return domain::failure(atOnce.error());
    if (*atOnce)
        return QDateTime();
    const auto earliest = m_database.query(selectEarliest).first([](Row& row) { return row.moment(); });
    if (!earliest)
        return domain::failure(earliest.error());
    return earliest->value_or(QDateTime());
}

Result<OutboxSummary> OutboxTable::summary()
{
    const auto count = [](Row& row) { return row.number(); };
    const auto problem = [](Row& row) { return row.text(); };
    const auto waiting = m_database.query(selectWaiting).first(count);
    if (!waiting)
        return domain::failure(waiting.error());
    const auto blocked = m_database.query(selectBlocked).first(count);
    if (!blocked)
        return domain::failure(blocked.error());
    const auto earliest = earliestTry();
    if (!earliest)
        return domain::failure(earliest.error());
    auto firstProblem = m_database.query(selectBlockedProblem).first(problem);
    if (firstProblem && !*firstProblem)
        firstProblem = m_database.query(selectWaitingProblem).first(problem);
    if (!firstProblem)
        return domain::failure(firstProblem.error());
    return OutboxSummary{waiting->value_or(0), blocked->value_or(0), 0, *earliest, firstProblem->value_or(QString())};
}

Outcome OutboxTable::clear()
{
    m_handedOut = {};
    return m_database.query(deleteAllOperations).run();
}

} // namespace vorzimmer::store
