#pragma once

#include "sofia/outgoing_call.h"

#include "vorzimmer/ports/call_feed.h"

#include <chrono>
#include <map>
#include <memory>

typedef struct nua_handle_s nua_handle_t;
struct sip_s;
struct sip_replaces_s;

namespace vorzimmer::telephony {
class SoundTalk;
}

namespace vorzimmer::telephony::sofia {

class CallLeg;
class SipEngine;

/// Every call there is, and how new ones come to be.
class CallLegs {
public:
    explicit CallLegs(SipEngine& engine);
    ~CallLegs();
    CallLegs(const CallLegs&) = delete;
    CallLegs& operator=(const CallLegs&) = delete;

    /// A peer that may call sends an INVITE outside of any dialogue.
    void onInvite(nua_handle_t* handle, const sip_s& invite, std::chrono::steady_clock::time_point since);
    void dial(ports::CallRef call, const OutgoingCall& order);

    [[nodiscard]] CallLeg* find(ports::CallRef call) const;
    /// Whether the peer of another call is about to take our place in this one.
    [[nodiscard]] bool isTakenOver(ports::CallRef call) const;
    /// Gives the call up without a word to the listener.
    void forget(ports::CallRef call);
    /// Gives the call up, and tells why.
    void end(ports::CallRef call, domain::EndReason reason);
    void clear();

private:
    void replace(nua_handle_t* handle, const sip_s& invite, SoundTalk talk);
    [[nodiscard]] CallLeg* named(const sip_replaces_s& replaces) const;

    SipEngine& m_engine;
    std::map<ports::CallRef, std::unique_ptr<CallLeg>> m_legs;
};

} // namespace vorzimmer::telephony::sofia
