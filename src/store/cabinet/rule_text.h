#pragma once

#include "vorzimmer/domain/rule.h"

#include <QString>

#include <optional>

namespace vorzimmer::store {

/// What a rule set says, as the JSON that stands in one column: everything but version, time, author and change.
[[nodiscard]] QString ruleText(const domain::RuleSet& rules);
/// Nothing for text that is no rule set.
[[nodiscard]] std::optional<domain::RuleSet> rulesFrom(const QString& text);

} // namespace vorzimmer::store
