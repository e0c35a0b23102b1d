#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/ports/call_feed.h"

#include <QDateTime>
#include <QString>

namespace vorzimmer::models {

/// A call that rings, as the list shows it before the answer: whom it is for, never who else is served.
struct WaitingCall {
    domain::CallId id;
    QString company;  ///< the dialled house; empty = the dialled number belongs to nobody
    QString number;   ///< for display; empty = withheld
    QString language; ///< BCP 47, to greet in
    QDateTime offeredAt;
};

/// A case at this seat: a live call, or one whose note is unfinished.
struct OwnCall {
    domain::CallId id;
    QString company;
    ports::CallState state = ports::CallState::Ended;
    QDateTime since;      ///< of the state
    QString caller;       ///< only for the case on the screen
    bool onScreen = false;
    bool unfinishedNote = false;
};

/// A call of today that is over.
struct PastCall {
    domain::CallId id;
    QString company;
    QDateTime at;
    domain::Disposition disposition = domain::Disposition::None;
    domain::EndReason endReason = domain::EndReason::None;
};

} // namespace vorzimmer::models
