#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/schedule.h"
#include "vorzimmer/domain/transfer.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::domain {

enum class Action { PutThrough, TakeMessage, RedirectToEmail, OfferAppointment, Decline };

enum class HouseIs { Open, Closed, OnHoliday };

/// "The third call in seven days": this one counts.
struct CallCount {
    int atLeast = 2;
    int days = 7;
    friend bool operator==(const CallCount&, const CallCount&) = default;
};

/// What must be so for a rule to apply. Every part that is set must hold; in a list, one of its entries.
struct RuleCondition {
    std::vector<Relation> relations;
    std::vector<CallerId> callers;
    std::vector<QString> languages; ///< BCP 47 of the caller
    std::optional<bool> expected;   ///< there is a one-time message for the caller
    std::optional<bool> instructed; ///< there is a special instruction for the caller
    std::optional<bool> sharedNumber;
    std::vector<QString> concerns;     ///< by name
    std::optional<bool> concernByEmail; ///< the concern has an address
    std::optional<CallCount> calls;
    std::vector<Disposition> lastDispositions;
    std::optional<bool> callBackOverdue;
    std::optional<bool> openTopic;
    std::vector<QString> openTopicsAbout; ///< concerns, by name: an open complaint
    std::optional<HouseIs> house;
    Schedule when;
    std::vector<PersonId> reachable;   ///< one of them can be reached
    std::vector<PersonId> unreachable; ///< one of them cannot be reached
    std::vector<PersonId> engaged;     ///< one of them has the line busy
    friend bool operator==(const RuleCondition&, const RuleCondition&) = default;
};

/// What a rule advises.
struct RuleAdvice {
    Action action = Action::TakeMessage;
    std::vector<PersonId> people; ///< whom to try, or whom a message is for; empty = the house, in its order
    bool onCallFirst = false;     ///< whoever has duty comes before them
    std::optional<TransferManner> manner; ///< how to put through; nothing = as the secretary likes
    std::vector<QString> questions;       ///< to be asked before a message is taken
    QString email;                        ///< empty = the concern's
    QString wording;                      ///< to read aloud; empty = the concern's
    QString slotKind;                     ///< which kind of appointment; empty = any
    QString remark;                       ///< for the secretary
    friend bool operator==(const RuleAdvice&, const RuleAdvice&) = default;
};

struct Rule {
    QString id;    ///< never changes, and is kept with each call it decided
    QString title; ///< in the house's own words; may be empty
    bool enabled = true;
    int priority = 0; ///< the higher wins; among equals the more specific schedule, then the order
    QDateTime validUntil; ///< UTC, excluded; invalid = for good
    RuleCondition when;
    RuleAdvice then;
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// A time at which somebody is planned to be away: holidays, lunch, "do not disturb".
struct Absence {
    PersonId person;
    Schedule when;
    QString note;
    friend bool operator==(const Absence&, const Absence&) = default;
};

/// A time at which somebody is on call.
struct Duty {
    PersonId person;
    Schedule when;
    friend bool operator==(const Duty&, const Duty&) = default;
};

/// One version of a tenant's rules, with what they refer to. The first rule of equals wins.
struct RuleSet {
    int version = 0;    ///< 0 = the built-in ones
    QDateTime savedAt;  ///< UTC
    QString savedBy;
    QString change;     ///< what was changed, in the author's words
    std::vector<Rule> rules;
    std::vector<Absence> absences;
    std::vector<Duty> duties;
    int callBackHours = 24; ///< a promised call-back is overdue after that
    int staleDays = 3;      ///< a person's state that nobody has confirmed for longer is shown as stale
    bool askWhy = false;    ///< whoever deviates is asked for the reason
    friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

/// What every house begins with.
[[nodiscard]] RuleSet builtInRules();

} // namespace vorzimmer::domain
