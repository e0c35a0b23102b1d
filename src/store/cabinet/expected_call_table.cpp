#include "cabinet/expected_call_table.h"

namespace vorzimmer::store {

using domain::CallId;
using domain::ExpectedCall;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* selectOpen = "SELECT id, caller, number, message, valid_until, entered_by FROM expected_call "
                                   "WHERE told_in = x'' AND valid_until > ? ORDER BY valid_until, id";

ExpectedCall readExpected(Row& row)
{
    ExpectedCall call;
    call.id = row.id<domain::ExpectedCallId>();
    call.caller = row.id<domain::CallerId>();
    call.number = row.phoneNumber();
    call.message = row.text();
    call.validUntil = row.moment();
    call.enteredBy = row.text();
    return call;
}

constexpr const char* replaceExpected =
    "INSERT INTO expected_call (id, caller, number, message, valid_until, entered_by, told_in) VALUES (?, ?, ?, ?, ?, ?, x'') "
    "ON CONFLICT (id) DO UPDATE SET caller = excluded.caller, number = excluded.number, message = excluded.message, "
    "valid_until = excluded.valid_until, entered_by = excluded.entered_by";

constexpr const char* selectTold = "SELECT told_in FROM expected_call WHERE id = ?";
constexpr const char* updateTold = "UPDATE expected_call SET told_in = ?, told_at = ? WHERE id = ?";

constexpr const char* deleteOpen = "DELETE FROM expected_call WHERE id = ? AND told_in = x''";

} // namespace

Outcome ExpectedCallTable::save(const ExpectedCall& call)
{
    return m_database.query(replaceExpected)
        .run(call.id, KeyPart{call.caller}, call.number, call.message, call.validUntil, call.enteredBy);
}

Result<std::vector<ExpectedCall>> ExpectedCallTable::open(const QDateTime& now)
{
    return m_database.query(selectOpen).all(&readExpected, now);
}

Result<std::optional<CallId>> ExpectedCallTable::toldIn(const domain::ExpectedCallId& id)
{
    return m_database.query(selectTold).first([](Row& row) { return row.id<CallId>(); }, id);
}

Outcome ExpectedCallTable::remove(const domain::ExpectedCallId& id)
{
    return m_database.query(deleteOpen).run(id);
}

Outcome ExpectedCallTable::tell(const domain::ExpectedCallId& id, const CallId& call, const QDateTime& at)
{
    return m_database.query(updateTold).run(call, at, id);
}

} // namespace vorzimmer::store
