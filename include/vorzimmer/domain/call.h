#pragma once

#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"
#include "vorzimmer/domain/transfer.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// What became of a call, as the tenant will read it.
enum class Disposition {
    None,              ///< still open
    PutThrough,
    MessageTaken,
    RedirectedToEmail,
    AppointmentMade,
    Settled,           ///< answered on the spot, nothing to pass on
    Abandoned,         ///< the caller gave up before the answer
    Refused,           ///< blocked or declined
};

/// Why a call ended, from the network's point of view.
enum class EndReason {
    None,
    CallerGaveUp,   ///< before the answer
    CallerHungUp,
    WeHungUp,
    Rejected,
    Transferred,
    AnsweredElsewhere,
    PeerLost,       ///< no more signalling from the other side
    BackendLost,    ///< our own telephony went away
    NetworkFailure,
    // Of a call of our own:
    PeerHungUp, ///< after the answer
    PeerBusy,
    PeerDeclined,
    NoAnswer,
    Unreachable, ///< no such number, or nobody there to ring
};

/// One call to one tenant, as kept in that tenant's cabinet.
struct CallRecord {
    CallId id;
    CallerId caller; ///< null = unknown or not yet chosen
    PhoneNumber number;   ///< empty = withheld or unreadable
    QString presented;    ///< number or name exactly as the network presented it; empty when withheld
    bool anonymous = false;
    PhoneNumber dialled;
    QDateTime offeredAt;  ///< UTC
    QDateTime answeredAt; ///< UTC; invalid = never
    QDateTime endedAt;    ///< UTC; invalid = still on
    EndReason endReason = EndReason::None;
    Disposition disposition = Disposition::None;
    QString dispositionDetail; ///< put through to whom and which number; which e-mail address
    QString concern;
    UserId handledBy;
    QString handledByName;
    int instructionVersion = 0;
    QString recommendation; ///< rule id of the recommendation shown
    int ruleVersion = 0;    ///< of the rules that recommended it; 0 = the built-in ones
    QString deviation;      ///< why something else was done, in the secretary's words
    std::vector<TransferAttempt> attempts; ///< to put the caller through, in order
    friend bool operator==(const CallRecord&, const CallRecord&) = default;
};

} // namespace vorzimmer::domain
