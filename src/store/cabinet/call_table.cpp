#include "cabinet/call_table.h"

#include "cabinet/list_text.h"

namespace vorzimmer::store {

using domain::CallRecord;
using domain::Outcome;
using domain::Result;
using ports::HistoryEntry;

namespace {

#define CALL_COLUMNS                                                                                                        \
    "c.id, c.caller, c.number, c.presented, c.anonymous, c.dialled, c.offered_at, c.answered_at, c.ended_at, "              \
    "c.end_reason, "                                                                                                        \
    "c.disposition, c.disposition_detail, c.concern, c.handled_by, c.handled_by_name, c.instruction_version, "              \
    "c.recommendation, c.attempts, c.rule_version, c.deviation"

constexpr const char* selectOne = "SELECT " CALL_COLUMNS " FROM call c WHERE c.id = ?";
constexpr const char* selectNewest = "SELECT " CALL_COLUMNS " FROM call c ORDER BY c.offered_at DESC LIMIT ?";

CallRecord readCall(Row& row)
{
    CallRecord call;
    call.id = row.id<domain::CallId>();
    call.caller = row.id<domain::CallerId>();
    call.number = row.phoneNumber();
    call.presented = row.text();
    call.anonymous = row.flag();
    call.dialled = row.phoneNumber();
    call.offeredAt = row.moment();
    call.answeredAt = row.moment();
    call.endedAt = row.moment();
    call.endReason = row.code<domain::EndReason>();
    call.disposition = row.code<domain::Disposition>();
    call.dispositionDetail = row.text();
    call.concern = row.text();
    call.handledBy = row.id<domain::UserId>();
    call.handledByName = row.text();
    call.instructionVersion = row.number();
    call.recommendation = row.text();
    if (auto attempts = listFrom<std::vector<domain::TransferAttempt>>(row.text()))
        call.attempts = std::move(*attempts);
    else
        row.spoil();
    call.ruleVersion = row.number();
    call.deviation = row.text();
    return call;
}

constexpr const char* replaceCall =
    "INSERT INTO call (id, caller, number, presented, anonymous, dialled, offered_at, answered_at, ended_at, end_reason, "
    "disposition, disposition_detail, concern, handled_by, handled_by_name, instruction_version, recommendation, attempts, "
    "rule_version, deviation) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
    "caller = excluded.caller, number = excluded.number, presented = excluded.presented, anonymous = excluded.anonymous, "
    "dialled = excluded.dialled, offered_at = excluded.offered_at, answered_at = excluded.answered_at, "
    "ended_at = excluded.ended_at, end_reason = excluded.end_reason, disposition = excluded.disposition, "
    "disposition_detail = excluded.disposition_detail, concern = excluded.concern, handled_by = excluded.handled_by, "
    "handled_by_name = excluded.handled_by_name, instruction_version = excluded.instruction_version, "
    "recommendation = excluded.recommendation, attempts = excluded.attempts, "
    "rule_version = excluded.rule_version, deviation = excluded.deviation";

#define HISTORY                                                                                                             \
    "SELECT " CALL_COLUMNS ", n.id, n.text, n.for_name, n.flags, t.state "                                                  \
    "FROM call c LEFT JOIN note n ON n.call = c.id LEFT JOIN topic t ON t.id = n.id "

constexpr const char* selectOfCaller = HISTORY "WHERE c.caller = ? ORDER BY c.offered_at DESC, c.id DESC LIMIT ?";
constexpr const char* selectOfNumber = HISTORY "WHERE c.number = ? ORDER BY c.offered_at DESC LIMIT ?";

HistoryEntry readHistory(Row& row)
{
    HistoryEntry entry;
    entry.call = readCall(row);
    if (row.isNullHere())
        return entry;
    entry.note = row.id<domain::NoteId>();
    entry.noteText = row.text();
    entry.forName = row.text();
    entry.flags = domain::NoteFlags::fromInt(row.number());
    if (!row.isNullHere())
        entry.topicState = row.code<domain::TopicState>();
    return entry;
}

} // namespace

Outcome CallTable::save(const CallRecord& call)
{
    return m_database.query(replaceCall)
        .run(call.id, KeyPart{call.caller}, call.number, call.presented, call.anonymous, call.dialled, call.offeredAt,
             call.answeredAt, call.endedAt, call.endReason, call.disposition, call.dispositionDetail, call.concern,
             call.handledBy, call.handledByName, call.instructionVersion, call.recommendation, listText(call.attempts),
             call.ruleVersion, call.deviation);
}

Result<std::optional<CallRecord>> CallTable::call(const domain::CallId& id)
{
    return m_database.query(selectOne).first(&readCall, id);
}

Result<std::vector<CallRecord>> CallTable::calls(int limit)
{
    return m_database.query(selectNewest).all(&readCall, limit);
}

Result<std::vector<HistoryEntry>> CallTable::historyOf(const domain::CallerId& caller, int limit)
{
    return m_database.query(selectOfCaller).all(&readHistory, caller, limit);
}

Result<std::vector<HistoryEntry>> CallTable::historyOf(const domain::PhoneNumber& number, int limit)
{
    return m_database.query(selectOfNumber).all(&readHistory, number, limit);
}

} // namespace vorzimmer::store
