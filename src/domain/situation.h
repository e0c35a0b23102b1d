#pragma once

#include "rule_table.h"

#include <QVarLengthArray>

namespace vorzimmer::domain {

/// The facts of one decision, worked out as far as several rules need them.
class Situation {
public:
    Situation(const RuleTable& table, const ScreeningFacts& facts);

    /// The parts of the rule's condition that do not hold. Stops looking at the second.
    [[nodiscard]] PartSet failedParts(const RuleRow& row) const;
    [[nodiscard]] bool isOver(const Rule& rule) const { return rule.validUntil.isValid() && m_facts.now >= rule.validUntil; }

    [[nodiscard]] const ScreeningFacts& facts() const { return m_facts; }
    [[nodiscard]] Relation relation() const { return m_relation; }
    [[nodiscard]] bool has(RulePart part) const { return (m_flags & bitOf(part)) != 0; }
    /// Null when the concern is none of the tenant's.
    [[nodiscard]] const Concern* concern() const;
    /// Which call in that many days this is.
    [[nodiscard]] int callNumber(int days) const;
    [[nodiscard]] const Person* person(const PersonId& id) const;
    [[nodiscard]] bool isReachable(const Person& person) const;
    [[nodiscard]] bool isEngaged(const PersonId& person) const;
    /// Whoever is on call now, in the order of the duties.
    [[nodiscard]] std::vector<const Person*> onCall() const;

private:
    [[nodiscard]] bool isReachable(size_t index) const { return m_reachable[static_cast<qsizetype>(index)]; }
    [[nodiscard]] bool workOutReachable(const Person& person) const;
    [[nodiscard]] bool holdsNow(const Schedule& schedule) const { return holdsAt(schedule, m_day, m_time); }
    [[nodiscard]] bool anyOf(const std::vector<PersonId>& people, bool reachable) const;

    const RuleTable& m_table;
    const ScreeningFacts& m_facts;
    Relation m_relation;
    int m_concern;
    QDate m_day;
    QTime m_time;
    PartSet m_flags = 0;
    QVarLengthArray<bool, 16> m_reachable; ///< as facts().people
    QVarLengthArray<int, 8> m_openTopics;  ///< concerns by index
};

} // namespace vorzimmer::domain
