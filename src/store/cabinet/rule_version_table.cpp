#include "cabinet/rule_version_table.h"

#include "cabinet/rule_text.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::RuleSet;

namespace {

constexpr const char* selectVersions =
    "SELECT version, saved_at, saved_by, change, rules FROM rule_version WHERE version > 0 ORDER BY version DESC LIMIT ?";

RuleSet readVersion(Row& row)
{
    RuleSet said;
    said.version = row.number();
    said.savedAt = row.moment();
    said.savedBy = row.text();
    said.change = row.text();
    const auto rules = rulesFrom(row.text());
    if (!rules) {
        row.spoil();
        return said;
    }
    RuleSet whole = *rules;
    whole.version = said.version;
    whole.savedAt = said.savedAt;
    whole.savedBy = said.savedBy;
    whole.change = said.change;
    return whole;
}

constexpr const char* insertVersion =
    "INSERT INTO rule_version (version, saved_at, saved_by, change, rules) VALUES (?, ?, ?, ?, ?)";

} // namespace

Result<RuleSet> RuleVersionTable::inForce()
{
    auto newest = m_database.query(selectVersions).first(&readVersion, 1);
    if (!newest)
        return domain::failure(newest.error());
    return *newest ? std::move(**newest) : domain::builtInRules();
}

Result<std::vector<RuleSet>> RuleVersionTable::versions(int limit)
{
    return m_database.query(selectVersions).all(&readVersion, limit);
}

Outcome RuleVersionTable::add(const RuleSet& rules)
{
    return m_database.query(insertVersion).run(rules.version, rules.savedAt, rules.savedBy, rules.change, ruleText(rules));
}

} // namespace vorzimmer::store
