#include "cabinet/conflict_table.h"

#include "cabinet/topic_text.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::TopicId;
using ports::TopicConflict;

namespace {

constexpr const char* selectOf = "SELECT field, since, base, theirs FROM conflict WHERE topic = ? ORDER BY since, field";

TopicConflict readConflict(Row& row)
{
    TopicConflict conflict;
    conflict.field = row.code<domain::TopicField>();
    conflict.since = row.moment();
    readTopicText(row, conflict.base);
    readTopicText(row, conflict.theirs);
    return conflict;
}

constexpr const char* replaceConflict = "INSERT INTO conflict (topic, field, since, base, theirs) VALUES (?, ?, ?, ?, ?) ON "
                                        "CONFLICT (topic, field) DO UPDATE SET "
                                        "since = excluded.since, base = excluded.base, theirs = excluded.theirs";
constexpr const char* deleteConflict = "DELETE FROM conflict WHERE topic = ? AND field = ?";
constexpr const char* countConflicts = "SELECT count(*) FROM conflict";

constexpr const char* deleteAllConflicts = "DELETE FROM conflict";

} // namespace

Result<std::vector<TopicConflict>> ConflictTable::of(const domain::Topic& local)
{
    auto conflicts = m_database.query(selectOf).all(&readConflict, local.id);
    if (conflicts) {
        for (TopicConflict& conflict : *conflicts)
            conflict.ours = domain::withFields({}, local, scopeOf(conflict.field));
    }
    return conflicts;
}

Outcome ConflictTable::save(const TopicId& topic, const TopicConflict& conflict)
{
    const auto scope = scopeOf(conflict.field);
    return m_database.query(replaceConflict)
        .run(topic, conflict.field, conflict.since, topicText(conflict.base, scope), topicText(conflict.theirs, scope));
}

Outcome ConflictTable::remove(const TopicId& topic, domain::TopicField field)
{
    return m_database.query(deleteConflict).run(topic, field);
}

Result<int> ConflictTable::count()
{
    const auto count = m_database.query(countConflicts).first([](Row& row) { return row.number(); });
    if (!count)
        return domain::failure(count.error());
    return count->value_or(0);
}

Outcome ConflictTable::clear()
{
    return m_database.query(deleteAllConflicts).run();
}

} // namespace vorzimmer::store
