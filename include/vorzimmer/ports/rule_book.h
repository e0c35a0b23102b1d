#pragma once

#include "vorzimmer/domain/expected_call.h"
#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/rule.h"

#include <vector>

namespace vorzimmer::ports {

/// A tenant's screening rules with their versions, and who is expected. Part of the cabinet; the same laws hold.
class RuleBook {
public:
    virtual ~RuleBook() = default;

    /// Those in force; the built-in ones while none were saved.
    [[nodiscard]] virtual domain::Result<domain::RuleSet> rules() = 0;
    /// Saves @p rules as the next version and returns its number. Conflict when @p rules.version is no longer the one in force: somebody
    /// else saved meanwhile.
    [[nodiscard]] virtual domain::Result<int> save(const domain::RuleSet& rules) = 0;
    /// Newest first; the built-in ones are none of them.
    [[nodiscard]] virtual domain::Result<std::vector<domain::RuleSet>> versions(int limit) = 0;

    /// Inserts or replaces.
    [[nodiscard]] virtual domain::Outcome expect(const domain::ExpectedCall& call) = 0;
    /// Takes the message back; one that was told stays on file. Withdrawing twice is once.
    [[nodiscard]] virtual domain::Outcome withdraw(const domain::ExpectedCallId& id) = 0;
    /// Those not yet told and still valid at @p now, the earliest end first.
    [[nodiscard]] virtual domain::Result<std::vector<domain::ExpectedCall>> expected(const QDateTime& now) = 0;
    /// The message was told in @p call. Once: Conflict when it was told before.
    [[nodiscard]] virtual domain::Outcome tell(const domain::ExpectedCallId& id, const domain::CallId& call, const QDateTime& at) = 0;
};

} // namespace vorzimmer::ports
