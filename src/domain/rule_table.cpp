#include "rule_table.h"

#include <algorithm>
#include <utility>

namespace vorzimmer::domain {

namespace {

template <class Enum>
quint32 bitsOf(const std::vector<Enum>& values)
{
    quint32 bits = 0;
    for (const Enum value : values)
        bits |= quint32(1) << static_cast<unsigned>(value);
    return bits;
}

void demand(RuleRow& row, RulePart part, std::optional<bool> wanted)
{
    if (wanted)
        (*wanted ? row.must : row.mustNot) |= bitOf(part);
}

} // namespace

RuleTable::RuleTable(const RuleSet& rules, OpeningHours houseHours, QTimeZone houseZone, std::vector<Concern> houseConcerns)
    : absences(rules.absences), duties(rules.duties), hours(std::move(houseHours)), zone(std::move(houseZone)),
      concerns(std::move(houseConcerns)), version(rules.version), callBackHours(rules.callBackHours)
{
    const auto name = [this](const QString& word, size_t index) {
        const QString folded = word.trimmed().toLower();
        if (!folded.isEmpty() && !m_concernByName.contains(folded))
            m_concernByName.insert(folded, static_cast<int>(index));
    };
    // A concern's own name counts before another's synonym.
    for (size_t i = 0; i < concerns.size(); ++i)
        name(concerns[i].name, i);
    for (size_t i = 0; i < concerns.size(); ++i) {
        for (const QString& synonym : concerns[i].synonyms)
            name(synonym, i);
    }
    for (const Rule& rule : rules.rules) {
        if (rule.enabled)
            rows.push_back(row(rule));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RuleRow& a, const RuleRow& b) {
        return std::pair(b.rule.priority, extentOf(a.rule.when.when)) < std::pair(a.rule.priority, extentOf(b.rule.when.when));
    });
}

int RuleTable::concernIndex(const QString& name) const
{
    return name.isEmpty() ? noConcern : m_concernByName.value(name.trimmed().toLower(), noConcern);
}

std::vector<int> RuleTable::indexes(const std::vector<QString>& names)
{
    std::vector<int> indexes;
    for (const QString& name : names) {
        // A concern that the tenant no longer has matches nobody: its index is no concern's.
        const int known = concernIndex(name);
        indexes.push_back(known == noConcern ? static_cast<int>(concerns.size()) : known);
    }
    return indexes;
}

RuleRow RuleTable::row(const Rule& rule)
{
    RuleRow row;
    row.rule = rule;
    const RuleCondition& when = rule.when;
    demand(row, RulePart::Expected, when.expected);
    demand(row, RulePart::Instructed, when.instructed);
    demand(row, RulePart::SharedNumber, when.sharedNumber);
    demand(row, RulePart::ConcernByEmail, when.concernByEmail);
    demand(row, RulePart::CallBackOverdue, when.callBackOverdue);
    demand(row, RulePart::OpenTopic, when.openTopic);
    demand(row, RulePart::HouseOpen, when.house == HouseIs::Open ? std::optional(true) : std::nullopt);
    demand(row, RulePart::HouseClosed, when.house == HouseIs::Closed ? std::optional(true) : std::nullopt);
    demand(row, RulePart::HouseOnHoliday, when.house == HouseIs::OnHoliday ? std::optional(true) : std::nullopt);
    row.relations = bitsOf(when.relations);
    row.dispositions = bitsOf(when.lastDispositions);
    row.concerns = indexes(when.concerns);
    row.openTopicsAbout = indexes(when.openTopicsAbout);
    row.timed = !isAlways(when.when);
    return row;
}

} // namespace vorzimmer::domain
