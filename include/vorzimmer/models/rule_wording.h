#pragma once

#include "vorzimmer/domain/hours_text.h"
#include "vorzimmer/domain/rule_check.h"
#include "vorzimmer/domain/screening.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace vorzimmer::models {

/// Rules, opening hours and what is wrong with them as sentences, in the reader's language.
class RuleWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::RuleWording)

public:
    RuleWording(const std::vector<domain::Person>& people, const std::vector<domain::Caller>& callers, QTimeZone zone);

    /// "When the caller is a VIP and the house is closed: put through to Dr. Feld."
    [[nodiscard]] QString sentence(const domain::Rule& rule) const;
    [[nodiscard]] QString conditionText(const domain::RuleCondition& when) const;
    [[nodiscard]] QString adviceText(const domain::RuleAdvice& then) const;
    /// A built-in rule's name, or the house's own; the id where there is none.
    [[nodiscard]] static QString nameOf(const QString& rule, const domain::RuleSet& rules);
    [[nodiscard]] static QString findingText(const domain::RuleFinding& finding, const domain::RuleSet& rules);
    [[nodiscard]] static QString partText(domain::RulePart part);

    [[nodiscard]] static QString scheduleText(const domain::Schedule& when);
    /// The canonical hours with the days' names of the reader's language: "Di-Do 08:00-12:00; Feiertage geschlossen".
    [[nodiscard]] static QString hoursText(const domain::OpeningHours& hours);
    [[nodiscard]] static QString mistakeText(const domain::HoursMistake& mistake, const QString& text);

private:
    [[nodiscard]] QString peopleText(const std::vector<domain::PersonId>& people) const;

    const std::vector<domain::Person>& m_people;
    const std::vector<domain::Caller>& m_callers;
    QTimeZone m_zone;
};

} // namespace vorzimmer::models
