#pragma once

#include "sofia/sip_handle.h"

#include "vorzimmer/ports/call_feed.h"

#include <QTimer>

#include <optional>

namespace vorzimmer::telephony::sofia {

class CallLeg;

/// Our own re-INVITEs in one call: to hold, to resume, and to keep the session alive (RFC 4028). Where both sides ask at
/// once (491), it waits for the time that RFC 3261 wants and asks again.
class SessionChange {
public:
    explicit SessionChange(CallLeg& leg);

    /// Whether the peer is on hold by us.
    [[nodiscard]] bool isHeld() const { return m_held; }
    void setHeld(ports::CommandId command, bool held);
    /// To our INVITE within the call.
    void onResponse(int status);
    /// Learns from the message that set up or refreshed the session who refreshes it, and how often.
    void schedule(const sip_t& message, bool ourRequest);
    /// Answers a command that is still under way.
    void giveUp();

private:
    void ask();
    void settle(const domain::Outcome& outcome);

    CallLeg& m_leg;
    bool m_held = false;
    bool m_goal = false;  ///< what the command wants
    bool m_asked = false; ///< what the re-INVITE on its way says
    bool m_asking = false;
    int m_collisions = 0;
    std::optional<ports::CommandId> m_command;
    QTimer m_again;
    QTimer m_refresh;
};

} // namespace vorzimmer::telephony::sofia
