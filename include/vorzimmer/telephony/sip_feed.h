#pragma once

#include "vorzimmer/ports/call_sound.h"
#include "vorzimmer/telephony/lawful_feed.h"
#include "vorzimmer/telephony/sip_config.h"

#include <QTimer>

#include <memory>

namespace vorzimmer::telephony {

namespace sofia {
class SipStack;
}

/// Calls that a PBX or provider sends straight to this machine by SIP (UDP and TCP, no registration). Without sounds of its
/// own it is signalling only: another telephone carries the voice (docs/decisions/0007). Lives on a thread whose Qt event
/// dispatcher is GLib's. A port in use, a wrong address or another dispatcher is told by BackendState::Down and its reason;
/// the port is tried again until it is free. A call that rang out unanswered ends as CallerGaveUp.
class SipFeed final : public LawfulFeed {
    Q_OBJECT

public:
    /// @p sounds carries the voice and outlives the feed; null = signalling only.
    explicit SipFeed(SipConfig config, ports::CallSounds* sounds = nullptr, QObject* parent = nullptr);
    ~SipFeed() override;

    void start() override;
    void stop() override;
    [[nodiscard]] ports::Capabilities capabilities() const override;

    /// The port it listens on; 0 unless Up.
    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    void beginAnswer(ports::CommandId command, ports::CallRef call) override;
    void beginReject(ports::CommandId command, ports::CallRef call, ports::RejectReason reason) override;
    void beginHangUp(ports::CommandId command, ports::CallRef call) override;
    void beginSendDtmf(ports::CommandId command, ports::CallRef call, const QString& digits) override;
    void beginSetMuted(ports::CommandId command, ports::CallRef call, bool muted) override;

private:
    class Ear;

    void open();
    void fail(const domain::Error& error);
    void close();
    void listening(quint16 port);
    void invited(const ports::CallOffer& offer);
    void answered(ports::CallRef call);
    void lost(ports::CallRef call, domain::EndReason reason);
    void finishAnswer(ports::CallRef call, const domain::Outcome& outcome);

    SipConfig m_config;
    ports::CallSounds* m_sounds;
    std::unique_ptr<Ear> m_ear;
    sofia::SipStack* m_stack = nullptr; ///< ours; retire() ends it
    std::map<ports::CallRef, ports::CommandId> m_answering;
    QTimer m_retry;
    QTimer m_ringAgain;
    quint16 m_port = 0;
};

} // namespace vorzimmer::telephony
