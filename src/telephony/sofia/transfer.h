#pragma once

#include "sofia/sip_handle.h"

#include "vorzimmer/ports/call_feed.h"

#include <QTimer>

namespace vorzimmer::telephony::sofia {

class CallLeg;

/// Asks the peer of one call to call somebody else (REFER, RFC 3515) and follows what it says of it. Succeeds by ending the
/// call ourselves; fails by leaving it as it was.
class Transfer {
public:
    explicit Transfer(CallLeg& leg);

    [[nodiscard]] bool isUnderWay() const { return m_underWay; }
    /// Whether the peer has begun to take @p consultation over from us: its other side hangs up on us before the peer can tell.
    [[nodiscard]] bool takesOver(ports::CallRef consultation) const { return m_accepted && m_underWay && m_consultation == consultation; }
    /// @p consultation: the call that the peer is to take over, if any.
    void begin(const QByteArray& address, ports::CallRef consultation = {});
    void onResponse(int status);
    void onNotify(const SipEvent& event);
    /// The peer hung up. True when that is what the transfer was for.
    [[nodiscard]] bool isDoneByBye();

private:
    void follow(int status);
    void succeed();
    void fail(int status);
    void tell(ports::TransferStep step, int status = 0);

    CallLeg& m_leg;
    ports::CallRef m_consultation;
    bool m_underWay = false;
    bool m_accepted = false;
    QTimer m_patience;
};

} // namespace vorzimmer::telephony::sofia
