#pragma once

#include "sofia/invite_reader.h"
#include "sofia/outgoing_call.h"
#include "sofia/session_change.h"
#include "sofia/sip_handle.h"
#include "sofia/transfer.h"

#include "sound_talk.h"

#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/telephony/line_account.h"

#include <QTimer>

#include <deque>
#include <optional>

namespace vorzimmer::telephony::sofia {

class SipEngine;

/// One call: a dialogue with one peer, from the first INVITE to the last BYE. Commands that it still owes an answer when it
/// goes are finished as gone.
class CallLeg final : public HandleOwner {
public:
    /// @p talk knows the peer's offer, if there was one.
    CallLeg(SipEngine& engine, ports::CallRef call, SoundTalk talk);
    ~CallLeg() override;
    CallLeg(const CallLeg&) = delete;
    CallLeg& operator=(const CallLeg&) = delete;

    /// Begins as a call from a peer, and rings.
    void take(nua_handle_t* handle, const sip_t& invite);
    /// It came on a line of ours: what the line's server wants to know is answered by @p account.
    void belongTo(const LineAccount& account);
    /// Begins as a call of ours.
    void dial(const OutgoingCall& order);
    /// The peer has been replaced by who sends @p invite.
    void goOnWith(nua_handle_t* handle, const sip_t& invite, SoundTalk talk);

    void ring();
    void answer(ports::CommandId command);
    /// Says no to a call that is not answered; the leg is to be given up next.
    void refuse(int status, const char* phrase);
    void redirect(const QByteArray& address);
    void setHeld(ports::CommandId command, bool held);
    void sendKeys(ports::CommandId command, const QString& keys);
    void transferTo(const QByteArray& address);
    void transferInto(CallLeg& consultation);

    void onEvent(const SipEvent& event) override;

    [[nodiscard]] ports::CallRef call() const { return m_call; }
    [[nodiscard]] nua_handle_t* handle() const { return m_handle.get(); }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] bool isOutgoing() const { return m_outgoing; }
    [[nodiscard]] bool canBeReplaced() const { return m_answered || m_outgoing; }
    /// Where numbers live, as the peer sees it.
    [[nodiscard]] QByteArray peerDomain() const;
    /// The peer's own address in this call.
    [[nodiscard]] const QByteArray& peerAddress() const { return m_peerAddress; }
    /// Whether our peer is about to take our place in @p consultation.
    [[nodiscard]] bool takesOver(ports::CallRef consultation) const { return m_transfer.takesOver(consultation); }
    [[nodiscard]] SipEngine& engine() { return m_engine; }
    [[nodiscard]] SoundTalk& talk() { return m_talk; }

    // For the parts of this leg:
    /// Tells the state, if somebody listens.
    void tellState();
    void finish(ports::CommandId command, const domain::Outcome& outcome);
    void end(domain::EndReason reason);

private:
    void onInviteResponse(const SipEvent& event);
    /// What the called side lets us hear before it answers: its own ringing, or why it cannot be reached.
    void hearEarly(const sip_t& ringing);
    void onDialled(const SipEvent& event);
    void onInviteWithin(const sip_t& invite);
    void onAck(const sip_t& ack);
    /// Sends our "200 OK" with our description.
    void accept();
    void onState(tagi_t tags[]);
    void onKeysResponse(int status);
    void sendNextKey();
    [[nodiscard]] bool authenticate(const SipEvent& event);
    void rememberPeer(const sip_t& message);
    [[nodiscard]] ports::CallState state() const;
    [[nodiscard]] domain::EndReason whyOr(domain::EndReason otherwise) const;

    struct Keys {
        ports::CommandId command;
        QByteArray left;
    };

    SipEngine& m_engine;
    ports::CallRef m_call;
    SipHandle m_handle;
    OutgoingCall m_order;
    QByteArray m_peerAddress;
    SoundTalk m_talk;
    bool m_outgoing = false;
    bool m_answered = false;
    bool m_awaitsSound = false; ///< our description was an offer, the peer's answer comes with its ACK
    bool m_heardEarly = false; ///< the called side has said how it sounds before it answered
    bool m_authenticated = false;
    domain::EndReason m_why = domain::EndReason::None; ///< known before the end itself
    std::optional<ports::CommandId> m_answering;
    std::deque<Keys> m_keys;
    QTimer m_patience; ///< with a called one who does not answer
    SessionChange m_change{*this};
    Transfer m_transfer{*this};
};

} // namespace vorzimmer::telephony::sofia
