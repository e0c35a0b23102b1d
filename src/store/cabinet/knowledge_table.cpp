#include "cabinet/knowledge_table.h"

#include "cabinet/list_text.h"

namespace vorzimmer::store {

using domain::Knowledge;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* selectKnowledge = "SELECT version, saved_at, saved_by, entries FROM knowledge WHERE one = 1";
constexpr const char* replaceKnowledge =
    "INSERT INTO knowledge (one, version, saved_at, saved_by, entries) VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET "
    "version = excluded.version, saved_at = excluded.saved_at, saved_by = excluded.saved_by, entries = excluded.entries";

Knowledge readKnowledge(Row& row)
{
    Knowledge knowledge;
    knowledge.version = row.number();
    knowledge.savedAt = row.moment();
    knowledge.savedBy = row.text();
    if (auto entries = listFrom<std::vector<domain::KnowledgeEntry>>(row.text()))
        knowledge.entries = std::move(*entries);
    else
        row.spoil();
    return knowledge;
}

} // namespace

Result<Knowledge> KnowledgeTable::knowledge()
{
    auto found = m_database.query(selectKnowledge).first(&readKnowledge);
    if (!found)
        return domain::failure(found.error());
    return found->value_or(Knowledge());
}

Outcome KnowledgeTable::replace(const Knowledge& knowledge)
{
    return m_database.query(replaceKnowledge).run(knowledge.version, knowledge.savedAt, knowledge.savedBy, listText(knowledge.entries));
}

} // namespace vorzimmer::store
