#include "cabinet/caller_table.h"

#include <unordered_map>

namespace vorzimmer::store {

using domain::Caller;
using domain::CallerId;
using domain::Fault;
using domain::LabelledNumber;
using domain::Outcome;
using domain::Result;

namespace {

#define CALLER_COLUMNS "c.id, c.name, c.company, c.email, c.relation, c.language, c.special_instruction, c.remark"

constexpr const char* selectAll = "SELECT " CALLER_COLUMNS " FROM caller c ORDER BY c.name, c.id";
constexpr const char* selectAtNumber =
    "SELECT DISTINCT " CALLER_COLUMNS " FROM caller_number n JOIN caller c ON c.id = n.caller "
    "WHERE n.number = ? ORDER BY c.name, c.id";

Caller readCaller(Row& row)
{
    Caller caller;
    caller.id = row.id<CallerId>();
    caller.name = row.text();
    caller.company = row.text();
    caller.email = row.text();
    caller.relation = row.code<domain::Relation>();
    caller.language = row.text();
    caller.specialInstruction = row.text();
    caller.remark = row.text();
    return caller;
}

constexpr const char* replaceCaller =
    "INSERT INTO caller (id, name, company, email, relation, language, special_instruction, remark) VALUES (?, ?, ?, ?, ?, "
    "?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company, email = excluded.email, "
    "relation = excluded.relation, language = excluded.language, special_instruction = excluded.special_instruction, "
    "remark = excluded.remark";

constexpr const char* selectNumbersOf = "SELECT label, number FROM caller_number WHERE caller = ? ORDER BY position";
constexpr const char* selectAllNumbers = "SELECT caller, label, number FROM caller_number ORDER BY caller, position";

LabelledNumber readNumber(Row& row)
{
    LabelledNumber number;
    number.label = row.text();
    number.number = row.phoneNumber();
    return number;
}

struct OwnedNumber {
    CallerId owner;
    LabelledNumber number;
};

OwnedNumber readOwnedNumber(Row& row)
{
    OwnedNumber owned;
    owned.owner = row.id<CallerId>();
    owned.number = readNumber(row);
    return owned;
}

constexpr const char* insertOne = "INSERT INTO caller_number (caller, position, number, label) VALUES (?, ?, ?, ?)";
constexpr const char* deleteNumbersOf = "DELETE FROM caller_number WHERE caller = ?";
constexpr const char* selectIsKnown = "SELECT 1 FROM caller WHERE id = ?";
constexpr const char* selectHasNumber = "SELECT 1 FROM caller_number WHERE number = ? AND caller = ?";
constexpr const char* selectLastPosition = "SELECT max(position) FROM caller_number WHERE caller = ?";

} // namespace

Result<std::vector<Caller>> CallerTable::callers()
{
    auto callers = m_database.query(selectAll).all(&readCaller);
    if (!callers)
        return callers;
    auto numbers = m_database.query(selectAllNumbers).all(&readOwnedNumber);
    if (!numbers)
        return domain::failure(numbers.error());
    std::unordered_map<CallerId, std::vector<LabelledNumber>, decltype([](const CallerId& id) { return qHash(id); })>
        byOwner;
    for (OwnedNumber& owned : *numbers)
        byOwner[owned.owner].push_back(std::move(owned.number));
    for (Caller& caller : *callers) {
        if (const auto found = byOwner.find(caller.id); found != byOwner.end())
            caller.numbers = std::move(found->second);
    }
    return callers;
}

Result<std::vector<Caller>> CallerTable::callersAt(const domain::PhoneNumber& number)
{
    auto callers = m_database.query(selectAtNumber).all(&readCaller, number);
    if (!callers)
        return callers;
    for (Caller& caller : *callers) {
        auto numbers = m_database.query(selectNumbersOf).all(&readNumber, caller.id);
        if (!numbers)
            return domain::failure(numbers.error());
        caller.numbers = std::move(*numbers);
    }
    return callers;
}

Outcome CallerTable::save(const Caller& caller)
{
    if (auto saved = m_database.query(replaceCaller)
                         .run(caller.id, caller.name, caller.company, caller.email, caller.relation, caller.language,
                              caller.specialInstruction, caller.remark);
        !saved)
        return saved;
    if (auto deleted = m_database.query(deleteNumbersOf).run(caller.id); !deleted)
        return deleted;
    int position = 0;
    for (const LabelledNumber& number : caller.numbers) {
        if (auto inserted = insertNumber(caller.id, position++, number); !inserted)
            return inserted;
    }
    return {};
}

Outcome CallerTable::attachNumber(const CallerId& caller, const LabelledNumber& number)
{
    const auto known = m_database.query(selectIsKnown).any(caller);
    if (!known)
        return domain::failure(known.error());
    if (!*known)
        return domain::failure(Fault::NotFound, QStringLiteral("no such caller"), caller.text());
    const auto has = m_database.query(selectHasNumber).any(number.number, caller);
    if (!has)
        return domain::failure(has.error());
    if (*has)
        return {};
    const auto last =
        m_database.query(selectLastPosition).first([](Row& row) { return row.isNullHere() ? -1 : row.number(); }, caller);
    if (!last)
        return domain::failure(last.error());
    return insertNumber(caller, last->value_or(-1) + 1, number);
}

Outcome CallerTable::insertNumber(const CallerId& caller, int position, const LabelledNumber& number)
{
    return m_database.query(insertOne).run(caller, position, number.number, number.label);
}

} // namespace vorzimmer::store
