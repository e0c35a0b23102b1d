#include "bureau/setting_table.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* selectValue = "SELECT value FROM setting WHERE name = ?";
constexpr const char* replaceValue =
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

} // namespace

Result<QString> SettingTable::value(const QString& name)
{
    const auto value = m_database.query(selectValue).first([](Row& row) { return row.text(); }, name);
    if (!value)
        return domain::failure(value.error());
    return value->value_or(QString());
}

Outcome SettingTable::set(const QString& name, const QString& value)
{
    return m_database.query(replaceValue).run(name, value);
}

} // namespace vorzimmer::store
