#pragma once

#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/tenant.h"

#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// What is wrong, or odd, with a rule.
enum class RuleFlaw {
    IdTwice,        ///< two rules with one id; other: the id
    PersonUnknown,  ///< names somebody who is not there (any more)
    ConcernUnknown, ///< names a concern that the tenant does not have; other: its name
    NoAddress,      ///< advises e-mail, and there is an address neither in the rule nor with each of its concerns
    NeverHolds,     ///< no caller and no moment fit
    Contradicts,    ///< the same condition as an earlier one of the same rank, and other advice; other: that rule's id
    Unreachable,    ///< an earlier rule always applies where this one would; other: that rule's id
    DeputyLoop,     ///< somebody's deputies lead back to them; other: the person's name, rule is empty
    Expired,
};

struct RuleFinding {
    RuleFlaw flaw;
    QString rule;  ///< id
    QString other; ///< what else is concerned
    friend bool operator==(const RuleFinding&, const RuleFinding&) = default;
};

/// Whether rules with that flaw may be saved: contradictory ones may not, odd ones may.
[[nodiscard]] bool isGrave(RuleFlaw flaw);

/// Everything that is wrong with @p rules at @p now (UTC), in the order of the rules. Finds what the conditions show by themselves.
[[nodiscard]] std::vector<RuleFinding> checkRules(const RuleSet& rules, const std::vector<Person>& people,
                                                  const std::vector<Concern>& concerns, const QDateTime& now);

} // namespace vorzimmer::domain
