#include "cabinet/review_table.h"

#include "cabinet/note_row.h"

namespace vorzimmer::store {

using domain::NoteId;
using domain::Outcome;
using domain::Result;
using ports::ReviewEntry;
using ports::ReviewQuery;

namespace {

#define REVIEW                                                                                                              \
    "SELECT " VORZIMMER_NOTE_COLUMNS("n.") ", n.finished_at, t.state, s.note IS NOT NULL, "                                 \
                                           "t.agreed_revision IS NOT NULL OR a.id IS NOT NULL "                             \
                                           "FROM note n JOIN topic t ON t.id = n.id LEFT JOIN note_seen s ON s.note = "     \
                                           "n.id LEFT JOIN topic_agreed a ON a.id = n.id "
#define FILTERS "(? = 0 OR s.note IS NULL) AND (? = 0 OR t.state <> 'done')"

constexpr const char* selectNewest = REVIEW "WHERE " FILTERS " ORDER BY n.finished_at DESC, n.number DESC LIMIT ?";
constexpr const char* selectOne = REVIEW "WHERE n.id = ? AND " FILTERS;

ReviewEntry readEntry(Row& row)
{
    ReviewEntry entry;
    entry.note = readFinishedNote(row);
    entry.topicState = row.code<domain::TopicState>();
    entry.seen = row.flag();
    entry.onSharedList = row.flag();
    return entry;
}

constexpr const char* insertSeen = "INSERT INTO note_seen (note, user, at) VALUES (?, ?, ?) ON CONFLICT (note) DO NOTHING";
constexpr const char* deleteSeen = "DELETE FROM note_seen WHERE note = ?";

} // namespace

Result<std::vector<ReviewEntry>> ReviewTable::review(const ReviewQuery& query)
{
    auto entries = query.search.trimmed().isEmpty()
                       ? m_database.query(selectNewest).all(&readEntry, query.unseenOnly, query.openOnly, query.limit)
                       : found(query);
    if (!entries)
        return entries;
    for (ReviewEntry& entry : *entries) {
        if (auto completed = complete(entry); !completed)
            return domain::failure(completed.error());
    }
    return entries;
}

Result<std::vector<ReviewEntry>> ReviewTable::found(const ReviewQuery& query)
{
    const auto ids = m_search.find(query.search);
    if (!ids)
        return domain::failure(ids.error());
    std::vector<ReviewEntry> entries;
    for (const NoteId& id : *ids) {
        if (entries.size() >= static_cast<size_t>(query.limit))
            break;
        auto entry = m_database.query(selectOne).first(&readEntry, id, query.unseenOnly, query.openOnly);
        if (!entry)
            return domain::failure(entry.error());
        if (*entry)
            entries.push_back(std::move(**entry));
    }
    return entries;
}

Outcome ReviewTable::complete(ReviewEntry& entry)
{
    if (!entry.note.call.isNull()) {
        auto call = m_calls.call(entry.note.call);
        if (!call)
            return domain::failure(call.error());
        entry.call = std::move(*call);
    }
    auto comments = m_comments.of(domain::TopicId(entry.note.id.uuid()));
    if (!comments)
        return domain::failure(comments.error());
    entry.comments = std::move(*comments);
    return {};
}

Outcome ReviewTable::setSeen(const NoteId& note, bool seen, const domain::UserId& by, const QDateTime& at)
{
    return seen ? m_database.query(insertSeen).run(note, by, at) : m_database.query(deleteSeen).run(note);
}

} // namespace vorzimmer::store
