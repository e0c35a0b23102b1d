#pragma once

#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/phone_number.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// What became of one attempt to reach somebody for a caller.
enum class AttemptOutcome {
    Open,        ///< rings, or they speak
    Connected,   ///< the caller speaks with them
    Spoken,      ///< reached in consultation, the caller was not put through
    Busy,
    NoAnswer,
    Declined,
    Unreachable, ///< no such number, or nobody there to ring
    Failed,      ///< the telephone could not do it
    GivenUp,     ///< by us, or the caller had gone
};

/// One attempt to put a caller through, as kept with the call.
struct TransferAttempt {
    QString name;       ///< of the person; empty for a number that was typed in
    LabelledNumber number;
    bool announced = false;
    QDateTime startedAt; ///< UTC
    QDateTime endedAt;   ///< UTC; invalid while Open
    AttemptOutcome outcome = AttemptOutcome::Open;
    friend bool operator==(const TransferAttempt&, const TransferAttempt&) = default;
};

/// One number to try.
struct RingStep {
    PersonId person; ///< null for a number that was typed in
    QString name;
    LabelledNumber number;
    friend bool operator==(const RingStep&, const RingStep&) = default;
};

/// How a caller is put through.
enum class TransferManner {
    Blind,     ///< at once: the telephone passes the caller on
    Announced, ///< after a word with the target, in a consultation call
};

/// Where putting a caller through stands.
enum class TransferStage {
    Holding,    ///< the caller is being put on hold
    Ringing,    ///< somebody is being rung
    Consulting, ///< we speak with the target, the caller waits
    WithCaller, ///< back with the caller, the target waits
    CallerGone, ///< the caller has gone while we speak with the target
    Joining,    ///< both are being connected
    Succeeded,
    CameBack, ///< nobody took the call, or it was given up: the caller is ours again
    Ended,    ///< the caller has gone
};

[[nodiscard]] constexpr bool isUnderWay(TransferStage stage)
{
    return stage != TransferStage::Succeeded && stage != TransferStage::CameBack && stage != TransferStage::Ended;
}

/// Where putting a caller through stands, for the screen.
struct TransferStatus {
    TransferManner manner = TransferManner::Blind;
    TransferStage stage = TransferStage::Ringing;
    RingStep step;      ///< the one being tried, or who took the call
    bool rings = false; ///< it is known to ring there
    bool hasNext = false;
    std::vector<TransferAttempt> attempts; ///< in the order they were made; the last one may be Open
};

/// The numbers to try for a caller who wants @p person, best first: the one at @p first, the person's further ones, then those of
/// the deputy and the deputy's deputy. Each number once, and none of @p leadingBack: those would ring here again.
[[nodiscard]] std::vector<RingStep> ringChain(const std::vector<Person>& people, const PersonId& person, const PhoneNumber& first,
                                              const std::vector<PhoneNumber>& leadingBack);

} // namespace vorzimmer::domain
