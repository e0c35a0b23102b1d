#include "cabinet/decision_table.h"

#include "cabinet/conflict_table.h"
#include "cabinet/topic_text.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::TopicId;
using ports::ConflictDecision;

namespace {

constexpr const char* selectOf = "SELECT field, choice, decided_at, decided_by, since, base, ours, theirs "
                                 "FROM decision WHERE topic = ? ORDER BY decided_at DESC, field";

ConflictDecision readDecision(Row& row)
{
    ConflictDecision decision;
    decision.conflict.field = row.code<domain::TopicField>();
    decision.choice = row.code<ports::ConflictChoice>();
    decision.decidedAt = row.moment();
    decision.decidedBy = row.text();
    decision.conflict.since = row.moment();
    readTopicText(row, decision.conflict.base);
    readTopicText(row, decision.conflict.ours);
    readTopicText(row, decision.conflict.theirs);
    return decision;
}

constexpr const char* replaceDecision =
    "INSERT INTO decision (topic, field, choice, decided_at, decided_by, since, base, ours, theirs) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (topic, field) DO UPDATE SET "
    "choice = excluded.choice, decided_at = excluded.decided_at, decided_by = excluded.decided_by, since = excluded.since, "
    "base = excluded.base, ours = excluded.ours, theirs = excluded.theirs";
constexpr const char* selectAny = "SELECT 1 FROM decision WHERE topic = ? LIMIT 1";
constexpr const char* deleteDecision = "DELETE FROM decision WHERE topic = ? AND field = ?";

constexpr const char* deleteAllDecisions = "DELETE FROM decision";

} // namespace

Result<std::vector<ConflictDecision>> DecisionTable::of(const TopicId& topic)
{
    return m_database.query(selectOf).all(&readDecision, topic);
}

Outcome DecisionTable::save(const TopicId& topic, const ConflictDecision& decision)
{
    const ports::TopicConflict& conflict = decision.conflict;
    const auto scope = scopeOf(conflict.field);
    return m_database.query(replaceDecision)
        .run(topic, conflict.field, decision.choice, decision.decidedAt, decision.decidedBy, conflict.since,
             topicText(conflict.base, scope), topicText(conflict.ours, scope), topicText(conflict.theirs, scope));
}

Outcome DecisionTable::lapse(const TopicId& topic, domain::TopicFields fields)
{
    const auto any = m_database.query(selectAny).any(topic);
    if (!any)
        return domain::failure(any.error());
    if (!*any)
        return {};
    for (const auto& code : codes<domain::TopicField>) {
        if (!fields.testFlag(code.value))
            continue;
        if (auto lapsed = m_database.query(deleteDecision).run(topic, code.value); !lapsed)
            return lapsed;
    }
    return {};
}

Outcome DecisionTable::clear()
{
    return m_database.query(deleteAllDecisions).run();
}

} // namespace vorzimmer::store
