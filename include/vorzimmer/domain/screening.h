#pragma once

#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/screening_facts.h"
#include "vorzimmer/domain/tenant.h"

#include <QString>

#include <memory>
#include <vector>

namespace vorzimmer::domain {

/// One part of the reason for a recommendation; models/ words it.
enum class ReasonKind {
    CallerIsVip,
    CallerIsFamily,
    CallerIsBlocked,
    CallerIsSolicitor,
    CallerKnown,
    CallerUnknown,
    CallerAnonymous,
    SeveralCallersShareNumber,
    CallerExpected,
    SpecialInstruction,
    CallerSpeaks, ///< argument: the language
    ConcernIs,    ///< argument: the concern
    ConcernGoesByEmail, ///< argument: the concern
    CalledOften,        ///< number: which call it is; days: within
    LastCallWas,        ///< number: the Disposition
    CallBackOverdue,
    OpenTopic, ///< argument: the concern, if any
    Hour,      ///< the rule is for this time
    HouseOpen,
    HouseClosed,
    HouseOnHoliday,
    PersonEngaged,   ///< argument: the person's name
    PersonAvailable, ///< argument: the person's name
    DeputyAvailable, ///< argument: the deputy's name
    OnCall,          ///< argument: the person's name
    NobodyAvailable,
    NoAddress, ///< e-mail was advised, and there is no address
};

struct Reason {
    ReasonKind kind;
    QString argument;
    int number = 0;
    int days = 0;
    friend bool operator==(const Reason&, const Reason&) = default;
};

/// What to do with a caller, and why.
struct Recommendation {
    QString rule; ///< id of the rule that decided
    Action action = Action::TakeMessage;
    PersonId person; ///< to put through to, or whom a message is for; may be null
    QString email;   ///< for RedirectToEmail
    std::vector<Reason> reasons;
    std::vector<PersonId> next{}; ///< to try when that person does not answer, in order
    std::optional<TransferManner> manner{};
    QString wording{}; ///< to read aloud; may be empty
    std::vector<QString> questions{}; ///< to be asked before a message is taken
    QString slotKind{};               ///< for OfferAppointment; empty = any
    QString remark{};                 ///< the rule's, or the one-time message
    friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

/// A part of a rule's condition.
enum class RulePart {
    Expected,
    Instructed,
    SharedNumber,
    ConcernByEmail,
    CallBackOverdue,
    OpenTopic,
    HouseOpen,
    HouseClosed,
    HouseOnHoliday,
    Relation,
    Caller,
    Language,
    Concern,
    CallCount,
    LastDisposition,
    OpenTopicAbout,
    Schedule,
    Reachable,
    Unreachable,
    Engaged,
};

/// A rule that would have applied but for one part of its condition.
struct NearMiss {
    QString rule;
    RulePart failed;
    friend bool operator==(const NearMiss&, const NearMiss&) = default;
};

/// The outcome of screening.
struct Decision {
    std::vector<Recommendation> advice; ///< best first, never empty; each says something else than those before it
    std::vector<QString> fired;         ///< every rule that applies, in order of precedence
    std::vector<NearMiss> almost;
    int version = 0; ///< of the rules
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// A tenant's rules, made ready once for many decisions. Cheap to copy, never changes, and safe on any thread.
class CompiledRules {
public:
    CompiledRules(const RuleSet& rules, const OpeningHours& hours, const QTimeZone& zone, const std::vector<Concern>& concerns);

private:
    friend Decision screen(const CompiledRules& rules, const ScreeningFacts& facts);
    std::shared_ptr<const class RuleTable> m_table;
};

/// The id that decides where no rule does: a message is taken.
inline constexpr auto noRule = "otherwise";

/// Decides. Total and deterministic: the same input gives the same decision.
[[nodiscard]] Decision screen(const CompiledRules& rules, const ScreeningFacts& facts);

} // namespace vorzimmer::domain
