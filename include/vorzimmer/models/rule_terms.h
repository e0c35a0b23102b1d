#pragma once

#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/tenant.h"

#include <QCoreApplication>
#include <QVariant>

#include <optional>
#include <vector>

namespace vorzimmer::models {

/// A rule's condition taken apart: each thing that can be asked is one term, as a person builds the sentence. Terms of the same part are
/// joined by "or", parts by "and".
class RuleTerms {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::RuleTerms)

public:
    /// What a part may be compared with.
    struct Choice {
        QString text;
        QVariant value; ///< what add() takes
    };

    /// What a condition may name. Must outlive this.
    RuleTerms(const std::vector<domain::Person>& people, const std::vector<domain::Caller>& callers, const std::vector<domain::Concern>& concerns)
        : m_people(people), m_callers(callers), m_concerns(concerns)
    {
    }

    /// All parts that a condition can have, in the order to offer them.
    [[nodiscard]] static std::vector<domain::RulePart> parts();
    /// "the caller is", "days and hours".
    [[nodiscard]] static QString partText(domain::RulePart part);
    /// Empty for what is written freely: the hours, and how many calls.
    [[nodiscard]] std::vector<Choice> choices(domain::RulePart part) const;
    /// What may be written where there are no choices.
    [[nodiscard]] static QString hint(domain::RulePart part);

    /// Adds the term; false when @p value is none that the part takes. Adding it twice is once.
    [[nodiscard]] static bool add(domain::RuleCondition& when, domain::RulePart part, const QVariant& value);
    /// Takes the part away, with all of its terms.
    static void clear(domain::RuleCondition& when, domain::RulePart part);
    /// The parts that @p when asks.
    [[nodiscard]] static std::vector<domain::RulePart> partsOf(const domain::RuleCondition& when);
    /// @p when with that part alone, for wording it.
    [[nodiscard]] static domain::RuleCondition only(const domain::RuleCondition& when, domain::RulePart part);

private:
    const std::vector<domain::Person>& m_people;
    const std::vector<domain::Caller>& m_callers;
    const std::vector<domain::Concern>& m_concerns;
};

} // namespace vorzimmer::models
