#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/ports/call_sound.h"
#include "vorzimmer/telephony/sip_config.h"

#include <QObject>

#include <memory>
#include <optional>

namespace vorzimmer::telephony::sofia {

/// What a SipStack hears from the network, on its thread.
class SipListener {
public:
    virtual ~SipListener() = default;
    virtual void listening(quint16 port) = 0;
    /// A call wants in: its number, or nothing to send it away with 480.
    virtual std::optional<ports::CallRef> admit() = 0;
    virtual void invited(const ports::CallOffer& offer) = 0;
    /// Our "200 OK" is on its way.
    virtual void answered(ports::CallRef call) = 0;
    virtual void heldByPeer(ports::CallRef call, bool held) = 0;
    /// The other side or the network ended the call. Never follows our own end().
    virtual void ended(ports::CallRef call, domain::EndReason reason) = 0;
};

/// Sofia-SIP, without its headers: one listening address, and the calls on it. Runs on the GLib context that Qt drives on
/// the thread it was opened on. An unknown call is ignored everywhere, for the network may have ended it a moment before.
class SipStack : public QObject {
public:
    /// @p listener outlives the stack, or is forgotten by retire(). @p sounds outlives it, or is null: signalling only.
    [[nodiscard]] static domain::Result<SipStack*> open(const SipConfig& config, SipListener& listener,
                                                        ports::CallSounds* sounds);
    ~SipStack() override;

    void ring(ports::CallRef call);
    void answer(ports::CallRef call);
    void setMuted(ports::CallRef call, bool muted);
    [[nodiscard]] domain::Outcome sendKeys(ports::CallRef call, const QString& keys);
    /// Refuses a call that is not answered (@p code, e.g. 486), hangs up one that is.
    void end(ports::CallRef call, int code, const char* phrase);
    /// Ends every call, frees the port and destroys the stack; safe from within a listener's function. Nothing is heard
    /// of it afterwards.
    void retire();

private:
    struct Engine;
    SipStack();

    std::unique_ptr<Engine> m_engine;
};

} // namespace vorzimmer::telephony::sofia
