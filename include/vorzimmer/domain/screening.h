#pragma once

#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/opening_hours.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/tenant.h"

#include <QString>

#include <vector>

namespace vorzimmer::domain {

enum class Action { PutThrough, TakeMessage, RedirectToEmail, Decline };

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
    SpecialInstruction,
    ConcernGoesByEmail, ///< argument: the concern
    HouseOpen,
    HouseClosed,
    PersonAvailable, ///< argument: the person's name
    DeputyAvailable, ///< argument: the deputy's name
    NobodyAvailable,
};

struct Reason {
    ReasonKind kind;
    QString argument;
    friend bool operator==(const Reason&, const Reason&) = default;
};

/// Everything a screening decision depends on. No clock: the instant is an input.
struct ScreeningInput {
    QDateTime now; ///< UTC
    Relation relation = Relation::Unknown;
    bool sharedNumber = false;
    QString specialInstruction;
    Concern concern; ///< empty name = not yet known
    OpeningHours hours;
    QTimeZone zone;
    std::vector<Person> people; ///< in the tenant's order
};

/// What to do with a caller, and why.
struct Recommendation {
    QString rule; ///< stable id of the rule that decided, "vip-open"
    Action action = Action::TakeMessage;
    PersonId person;  ///< to put through to, or whom a message is for; may be null
    QString email;    ///< for RedirectToEmail
    std::vector<Reason> reasons;
    friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

/// Decides. Total and deterministic: the same input gives the same recommendation.
[[nodiscard]] Recommendation screen(const ScreeningInput& input);

} // namespace vorzimmer::domain
