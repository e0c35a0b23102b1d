#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/call_feed.h"

#include <optional>

namespace vorzimmer::telephony::sofia {

/// What a SipStack tells, on its thread.
class SipListener {
public:
    virtual ~SipListener() = default;
    virtual void listening(quint16 port) = 0;
    /// A line that registers has changed its state.
    virtual void lineIs(const ports::LineStatus& line) = 0;
    /// A call wants in: its number, or nothing to send it away with 480.
    virtual std::optional<ports::CallRef> admit() = 0;
    virtual void invited(const ports::CallOffer& offer) = 0;
    /// Told whenever it may have changed.
    virtual void stateIs(ports::CallRef call, ports::CallState state) = 0;
    virtual void transferWent(ports::CallRef call, ports::TransferStep step, const QString& detail) = 0;
    /// The other side, the network or a finished transfer ended the call. Never follows SipStack::end().
    virtual void ended(ports::CallRef call, domain::EndReason reason) = 0;
    /// May be told before the call that gave the command has returned.
    virtual void finished(ports::CommandId command, const domain::Outcome& outcome) = 0;
};

} // namespace vorzimmer::telephony::sofia
