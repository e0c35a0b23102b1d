#include "cabinet/topic_catalogue.h"

#include "cabinet/topic_row.h"

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TopicId;
using ports::TopicEntry;
using ports::TopicQuery;

namespace {

#define ENTRY                                                                                                               \
    "SELECT " VORZIMMER_TOPIC_COLUMNS(                                                                                      \
        "t.") ", n.call, CASE WHEN t.agreed_revision IS NULL THEN a.id IS NOT NULL AND a.deleted = 0 "             \
              "ELSE t.deleted = 0 END, "                                                                                    \
              "(SELECT count(*) FROM outbox o WHERE o.topic = t.id), "                                                      \
              "(SELECT o.problem FROM outbox o WHERE o.topic = t.id AND CASE o.state WHEN 'blocked' THEN 1 END = 1 "        \
              "ORDER BY o.number LIMIT 1) "                                                                                 \
              "FROM topic t LEFT JOIN note n ON n.id = t.id LEFT JOIN topic_agreed a ON a.id = t.id "
#define IN_CONFLICT "EXISTS (SELECT 1 FROM conflict c WHERE c.topic = t.id)"
#define FILTERS                                                                                                             \
    "(t.deleted = 0 OR " IN_CONFLICT ") AND (? = 1 OR t.state <> 'done' OR " IN_CONFLICT ") AND (? = 0 OR " IN_CONFLICT     \
    ") AND (? = 0 OR EXISTS (SELECT 1 FROM outbox o WHERE o.topic = t.id)) "

constexpr const char* selectNewest =
    ENTRY "WHERE " FILTERS "ORDER BY COALESCE(t.changed_at, t.created_at) DESC, t.id LIMIT ?";
constexpr const char* selectMatching = ENTRY "WHERE t.id = ? AND " FILTERS;
constexpr const char* selectEntry = ENTRY "WHERE t.id = ?";

TopicEntry readEntry(Row& row)
{
    TopicEntry entry;
    entry.topic = readTopicColumns(row);
    entry.call = row.id<domain::CallId>();
    entry.onSharedList = row.flag();
    entry.waiting = row.number();
    entry.blocked = row.text();
    return entry;
}

} // namespace

Result<std::vector<TopicEntry>> TopicCatalogue::entries(const TopicQuery& query)
{
    auto entries = query.search.trimmed().isEmpty()
                       ? m_database.query(selectNewest)
                             .all(&readEntry, query.withDone, query.undecidedOnly, query.unsyncedOnly, query.limit)
                       : found(query);
    if (!entries)
        return entries;
    for (TopicEntry& entry : *entries) {
        if (auto completed = complete(entry); !completed)
            return domain::failure(completed.error());
    }
    return entries;
}

Result<std::vector<TopicEntry>> TopicCatalogue::found(const TopicQuery& query)
{
    const auto ids = m_search.find(query.search);
    if (!ids)
        return domain::failure(ids.error());
    std::vector<TopicEntry> entries;
    for (const TopicId& id : *ids) {
        if (entries.size() >= static_cast<size_t>(query.limit))
            break;
        auto entry =
            m_database.query(selectMatching).first(&readEntry, id, query.withDone, query.undecidedOnly, query.unsyncedOnly);
        if (!entry)
            return domain::failure(entry.error());
        if (*entry)
            entries.push_back(std::move(**entry));
    }
    return entries;
}

Result<TopicEntry> TopicCatalogue::entry(const TopicId& id)
{
    auto entry = m_database.query(selectEntry).first(&readEntry, id);
    if (!entry)
        return domain::failure(entry.error());
    if (!*entry)
        return domain::failure(Fault::NotFound, QStringLiteral("no such topic"), id.text());
    if (auto completed = complete(**entry); !completed)
        return domain::failure(completed.error());
    return std::move(**entry);
}

Outcome TopicCatalogue::complete(TopicEntry& entry)
{
    auto comments = m_papers.comments.of(entry.topic.id);
    if (!comments)
        return domain::failure(comments.error());
    entry.comments = std::move(*comments);
    auto conflicts = m_papers.conflicts.of(entry.topic);
    if (!conflicts)
        return domain::failure(conflicts.error());
    entry.conflicts = std::move(*conflicts);
    auto decisions = m_papers.decisions.of(entry.topic.id);
    if (!decisions)
        return domain::failure(decisions.error());
    entry.decisions = std::move(*decisions);
    return {};
}

} // namespace vorzimmer::store
