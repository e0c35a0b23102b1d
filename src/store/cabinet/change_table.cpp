#include "cabinet/change_table.h"

namespace vorzimmer::store {

using domain::HouseChange;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* insertChange = "INSERT INTO house_change (at, kind, words) VALUES (?, ?, ?)";
constexpr const char* selectAfter = "SELECT number, at, kind, words FROM house_change WHERE number > ? ORDER BY number DESC LIMIT ?";
constexpr const char* selectLatest = "SELECT number FROM house_change ORDER BY number DESC LIMIT 1";
constexpr const char* selectRead = "SELECT number FROM house_change_read WHERE user = ?";
constexpr const char* replaceRead = "INSERT INTO house_change_read (user, number) VALUES (?, ?) "
                                    "ON CONFLICT (user) DO UPDATE SET number = max(number, excluded.number)";

HouseChange readChange(Row& row)
{
    HouseChange change;
    change.number = row.bigNumber();
    change.at = row.moment();
    change.kind = row.code<domain::ChangeKind>();
    change.words = row.text();
    return change;
}

} // namespace

Outcome ChangeTable::add(const std::vector<HouseChange>& changes, const QDateTime& at)
{
    for (const HouseChange& change : changes) {
        if (auto added = m_database.query(insertChange).run(at, change.kind, change.words); !added)
            return added;
    }
    return {};
}

Result<std::vector<HouseChange>> ChangeTable::after(qint64 number, int limit)
{
    return m_database.query(selectAfter).all(&readChange, number, limit);
}

Result<qint64> ChangeTable::latest()
{
    const auto number = m_database.query(selectLatest).first([](Row& row) { return row.bigNumber(); });
    if (!number)
        return domain::failure(number.error());
    return number->value_or(0);
}

Result<std::optional<qint64>> ChangeTable::readUpTo(const domain::UserId& user)
{
    return m_database.query(selectRead).first([](Row& row) { return row.bigNumber(); }, user);
}

Outcome ChangeTable::setReadUpTo(const domain::UserId& user, qint64 number)
{
    return m_database.query(replaceRead).run(user, number);
}

} // namespace vorzimmer::store
