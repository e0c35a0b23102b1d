#pragma once

#include "vorzimmer/domain/screening.h"

#include <QHash>

#include <array>
#include <optional>
#include <vector>

namespace vorzimmer::domain {

/// Parts of a condition as bits, numbered as RulePart.
using PartSet = quint32;

[[nodiscard]] constexpr PartSet bitOf(RulePart part)
{
    return PartSet(1) << static_cast<unsigned>(part);
}

/// One rule, with what it compares made small.
struct RuleRow {
    Rule rule;
    PartSet must = 0;    ///< parts that are true or false by themselves and must be true
    PartSet mustNot = 0; ///< and those that must be false
    quint32 relations = 0;   ///< bits; 0 = any
    quint32 dispositions = 0;
    std::vector<int> concerns;        ///< by RuleTable::concernIndex()
    std::vector<int> openTopicsAbout; ///< the same
    bool timed = false;
};

/// The rules that are in use, in order of precedence, and the house they are for.
class RuleTable {
public:
    RuleTable(const RuleSet& rules, OpeningHours hours, QTimeZone zone, std::vector<Concern> concerns);

    static constexpr int noConcern = -1;

    /// Which concern is meant by a name or synonym; noConcern when none of the tenant's.
    [[nodiscard]] int concernIndex(const QString& name) const;

    std::vector<RuleRow> rows;
    std::vector<Absence> absences;
    std::vector<Duty> duties;
    OpeningHours hours;
    QTimeZone zone;
    std::vector<Concern> concerns;
    int version = 0;
    int callBackHours = 0;

private:
    [[nodiscard]] std::vector<int> indexes(const std::vector<QString>& names);
    [[nodiscard]] RuleRow row(const Rule& rule);

    QHash<QString, int> m_concernByName; ///< lower case
};

} // namespace vorzimmer::domain
