#pragma once

#include "vorzimmer/ports/call_feed.h"

#include <memory>
#include <vector>

namespace vorzimmer::telephony {

/// What the other side of one call does.
enum class Caller {
    GivesUp,          ///< before anybody answers
    HangsUp,          ///< once answered
    WaitsForBye,      ///< answered, until the feed hangs up
    IsRejected,       ///< stays until rejected as busy
    RingsOn,          ///< stays until the feed sends it away
    IsSentAway,       ///< before it rings
    CannotBePassedOn, ///< as WaitsForBye, and a transfer of it is refused
    IsPassedOn,       ///< as WaitsForBye, and a transfer of it succeeds
    IsPassedOnInVain, ///< as WaitsForBye, and nobody answers at the other end of a transfer
    IsJoined,         ///< waits, held, until it is joined with a consultation
    IsSentElsewhere,  ///< stays until redirected to +493023125011
    Hides,            ///< asks for privacy, then gives up
};

/// What somebody does whom the feed calls.
enum class Called { Answers, HangsUp, IsBusy, Declines, DoesNotAnswer, IsUnknown, RingsOn };

/// A feed together with the callers at its other side.
class Line {
public:
    virtual ~Line() = default;
    [[nodiscard]] virtual ports::CallFeed& feed() = 0;
    /// Starts the feed and lets every caller ring, one after the other.
    virtual void ring() = 0;
    /// The number or address of somebody who does that. He belongs to the callers from here on.
    [[nodiscard]] virtual QString somebodyWho(Called called) = 0;
    /// Waits until every caller is through; true when each saw what its story promised.
    [[nodiscard]] virtual bool callersAreContent() = 0;
    /// What the callers saw, for a failed test.
    [[nodiscard]] virtual QString story() const = 0;
};

using LineMaker = std::unique_ptr<Line> (*)(const std::vector<Caller>&);

[[nodiscard]] std::unique_ptr<Line> simulatedLine(const std::vector<Caller>& callers);
/// Sofia-SIP with one sipp process per caller.
[[nodiscard]] std::unique_ptr<Line> sippLine(const std::vector<Caller>& callers);

} // namespace vorzimmer::telephony
