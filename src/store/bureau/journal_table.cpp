#include "bureau/journal_table.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using ports::JournalRow;

namespace {

constexpr const char* replaceRow =
    "INSERT INTO journal (call, tenant, user, offered_at, answered_at, ended_at, end_reason, disposition) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call) DO UPDATE SET tenant = excluded.tenant, user = excluded.user, "
    "offered_at = excluded.offered_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at, "
    "end_reason = excluded.end_reason, disposition = excluded.disposition";

constexpr const char* selectSince =
    "SELECT call, tenant, user, offered_at, answered_at, ended_at, end_reason, disposition FROM journal "
    "WHERE offered_at >= ? ORDER BY offered_at, call";

JournalRow readRow(Row& row)
{
    JournalRow journal;
    journal.call = row.id<domain::CallId>();
    journal.tenant = row.id<domain::TenantId>();
    journal.user = row.id<domain::UserId>();
    journal.offeredAt = row.moment();
    journal.answeredAt = row.moment();
    journal.endedAt = row.moment();
    journal.endReason = row.code<domain::EndReason>();
    journal.disposition = row.code<domain::Disposition>();
    return journal;
}

} // namespace

Outcome JournalTable::save(const JournalRow& row)
{
    return m_database.query(replaceRow)
        .run(row.call, row.tenant, row.user, row.offeredAt, row.answeredAt, row.endedAt, row.endReason, row.disposition);
}

Result<std::vector<JournalRow>> JournalTable::since(const QDateTime& since)
{
    return m_database.query(selectSince).all(&readRow, since);
}

} // namespace vorzimmer::store
