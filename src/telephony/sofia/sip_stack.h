#pragma once

#include "sofia/outgoing_call.h"
#include "sofia/sip_listener.h"

#include "vorzimmer/ports/call_sound.h"
#include "vorzimmer/telephony/sip_config.h"

#include <QObject>

#include <memory>

namespace vorzimmer::telephony::sofia {

class SipEngine;

/// Sofia-SIP, without its headers: one listening address, and the calls on it. Runs on the GLib context that Qt drives on
/// the thread it was opened on. An unknown call is ignored everywhere, for the network may have ended it a moment before;
/// its command is finished all the same.
class SipStack : public QObject {
public:
    /// @p listener outlives the stack, or is forgotten by retire(). @p sounds outlives it, or is null: signalling only.
    [[nodiscard]] static domain::Result<SipStack*> open(const SipConfig& config, SipListener& listener,
                                                        ports::CallSounds* sounds);
    ~SipStack() override;

    /// Grows with everything that is heard.
    [[nodiscard]] quint64 heard() const;
    /// Asks the registrar of a line at once, or of all of them with a null id.
    void registerNow(const domain::LineId& line);
    void ring(ports::CallRef call);
    void answer(ports::CommandId command, ports::CallRef call);
    /// Refuses a call that is not answered (@p code, e.g. 486), hangs up one that is.
    void end(ports::CallRef call, int code, const char* phrase);
    /// Sends a call that is not answered to @p number or SIP URI.
    [[nodiscard]] domain::Outcome redirect(ports::CallRef call, const QString& target);
    void setHeld(ports::CommandId command, ports::CallRef call, bool held);
    void sendKeys(ports::CommandId command, ports::CallRef call, const QString& keys);
    void setMuted(ports::CallRef call, bool muted);
    void dial(ports::CallRef call, const OutgoingCall& order);
    /// Asks the peer to call @p target (number or SIP URI) in our place; told by transferWent().
    [[nodiscard]] domain::Outcome transfer(ports::CallRef call, const QString& target);
    /// Asks the peer of @p held to take our place in @p consultation.
    void join(ports::CallRef held, ports::CallRef consultation);
    /// Ends every call, frees the port and destroys the stack; safe from within a listener's function. Nothing is heard
    /// of it afterwards.
    void retire();

private:
    SipStack();

    std::unique_ptr<SipEngine> m_engine;
};

} // namespace vorzimmer::telephony::sofia
