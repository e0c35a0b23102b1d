#pragma once

#include "vorzimmer/ports/call_sound.h"
#include "vorzimmer/telephony/lawful_feed.h"
#include "vorzimmer/telephony/sip_config.h"

#include <QMap>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace vorzimmer::telephony {

class SipPulse;

namespace sofia {
class SipStack;
struct OutgoingCall;
} // namespace sofia

/// Calls that a PBX or provider sends straight to this machine by SIP (UDP and TCP, no registration), or on lines that this
/// machine registers (UDP, TCP and TLS), and calls of ours on either. Without sounds of its own it is signalling only: another
/// telephone carries the voice (docs/decisions/0007). Lives on a thread whose Qt event dispatcher is GLib's. A port in use, a
/// wrong address or another dispatcher is told by BackendState::Down and its reason; the port is tried again until it is free.
/// A call that rang out unanswered ends as CallerGaveUp.
class SipFeed final : public LawfulFeed {
    Q_OBJECT

public:
    /// @p sounds carries the voice and outlives the feed; null = signalling only.
    explicit SipFeed(SipConfig config, ports::CallSounds* sounds = nullptr, QObject* parent = nullptr);
    ~SipFeed() override;

    void start() override;
    void stop() override;
    [[nodiscard]] bool registersLines() const override { return true; }
    void registerNow(const domain::LineId& line) override;
    /// Goes on with @p config: at once when no call lives, else when the last one has ended.
    void reconfigure(SipConfig config);
    [[nodiscard]] ports::Capabilities capabilities() const override;

    /// The port it listens on; 0 unless Up.
    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    void beginAnswer(ports::CommandId command, ports::CallRef call) override;
    void beginReject(ports::CommandId command, ports::CallRef call, ports::RejectReason reason) override;
    void beginHangUp(ports::CommandId command, ports::CallRef call) override;
    void beginRedirect(ports::CommandId command, ports::CallRef call, const QString& target) override;
    void beginHold(ports::CommandId command, ports::CallRef call) override;
    void beginResume(ports::CommandId command, ports::CallRef call) override;
    void beginBlindTransfer(ports::CommandId command, ports::CallRef call, const QString& target) override;
    void beginDial(ports::CommandId command, const QString& target, const ports::DialOrigin& origin,
                   ports::CallRef consultFor) override;
    void beginCompleteTransfer(ports::CommandId command, ports::CallRef held, ports::CallRef consultation) override;
    void beginSendDtmf(ports::CommandId command, ports::CallRef call, const QString& digits) override;
    void beginSetMuted(ports::CommandId command, ports::CallRef call, bool muted) override;

private:
    class Ear;

    void open();
    void fail(const domain::Error& error);
    void close();
    /// The port is dead: every call has ended, and it is opened anew.
    void lose(const QString& reason);
    void endEverything();
    void listening(quint16 port);
    void takeNext();
    void tellLine(const ports::LineStatus& line);
    /// Of the trunk and every line at once.
    void tellAll(ports::LineState state, ports::LineTrouble trouble, const QString& detail);
    [[nodiscard]] const LineAccount* lineFor(const ports::DialOrigin& origin, ports::CallRef consultFor) const;
    void invited(const ports::CallOffer& offer);
    [[nodiscard]] bool isBeingAnswered(ports::CallRef call) const;
    /// Refuses @p command while the port is closed.
    [[nodiscard]] bool isDown(ports::CommandId command);
    /// The same, and also when the call is about to be answered.
    [[nodiscard]] bool comesTooLate(ports::CommandId command, ports::CallRef call);
    /// The command is answered by the stack, or by our own end.
    void owe(ports::CommandId command, ports::CallRef call);
    void settle(ports::CommandId command, const domain::Outcome& outcome);
    [[nodiscard]] domain::Result<sofia::OutgoingCall> orderFor(const QString& target, const ports::DialOrigin& origin,
                                                               ports::CallRef consultFor) const;
    [[nodiscard]] domain::Result<sofia::OutgoingCall> orderOn(const LineAccount& account, const QString& target,
                                                              const ports::DialOrigin& origin) const;

    SipConfig m_config;
    std::optional<SipConfig> m_next; ///< once no call lives
    ports::CallSounds* m_sounds;
    std::unique_ptr<Ear> m_ear;
    sofia::SipStack* m_stack = nullptr;       ///< ours; retire() ends it
    std::map<quint64, ports::CallRef> m_owed; ///< by command
    std::set<ports::CallRef> m_answering;
    std::unique_ptr<SipPulse> m_pulse;
    std::map<domain::LineId, ports::LineStatus> m_lines; ///< what was told last
    std::map<ports::CallRef, QString> m_cameOn;          ///< calls that came on a line, while they live
    QMap<ports::CallRef, QTimer*> m_ringTimers; ///< by call; our children
    QTimer m_retry;
    QTimer m_ringAgain;
    quint16 m_port = 0;
    quint16 m_portBefore = 0; ///< the one that died
};

} // namespace vorzimmer::telephony
