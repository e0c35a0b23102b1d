#include "vorzimmer/telephony/sip_feed.h"

#include "sofia/sip_stack.h"

#include <utility>

namespace vorzimmer::telephony {

using domain::EndReason;
using domain::Fault;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;
using ports::Capability;
using ports::CommandId;

/// Passes on to the feed what the stack hears.
class SipFeed::Ear final : public sofia::SipListener {
public:
    explicit Ear(SipFeed& feed) : m_feed(feed) {}

    void listening(quint16 port) override { m_feed.listening(port); }
    std::optional<CallRef> admit() override { return m_feed.isAvailable() ? std::optional(m_feed.newCall()) : std::nullopt; }
    void invited(const ports::CallOffer& offer) override { m_feed.invited(offer); }
    void answered(CallRef call) override { m_feed.answered(call); }
    void heldByPeer(CallRef call, bool held) override
    {
        m_feed.enter(call, held ? CallState::HeldByPeer : CallState::Active);
    }
    void ended(CallRef call, EndReason reason) override { m_feed.lost(call, reason); }

private:
    SipFeed& m_feed;
};

SipFeed::SipFeed(SipConfig config, ports::CallSounds* sounds, QObject* parent)
    : LawfulFeed(parent), m_config(std::move(config)), m_sounds(sounds), m_ear(std::make_unique<Ear>(*this))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SipFeed::open);
    connect(&m_ringAgain, &QTimer::timeout, this, [this] {
        for (const ports::CallSnapshot& live : snapshot())
            if (live.state == CallState::Offered && m_stack)
                m_stack->ring(live.call);
    });
}

SipFeed::~SipFeed()
{
    close();
}

ports::Capabilities SipFeed::capabilities() const
{
    ports::Capabilities can = Capability::Answer | Capability::Reject;
    if (m_sounds)
        can |= Capability::OwnAudio | Capability::Mute | Capability::Dtmf;
    return can;
}

// -------------------------------------------------------------------------------------------------------- the back end

void SipFeed::start()
{
    if (m_stack || m_retry.isActive())
        return;
    enterBackend(BackendState::Starting, m_config.host);
    open();
}

void SipFeed::open()
{
    auto stack = sofia::SipStack::open(m_config, *m_ear, m_sounds);
    if (!stack)
        return fail(stack.error());
    m_stack = *stack;
    m_ringAgain.start(m_config.ringAgain);
}

void SipFeed::fail(const domain::Error& error)
{
    // Only a port can become free by waiting.
    if (error.fault == Fault::Busy)
        m_retry.start(m_config.retryListening);
    enterBackend(BackendState::Down, error.detail);
}

void SipFeed::listening(quint16 port)
{
    m_port = port;
    enterBackend(BackendState::Up, QStringLiteral("%1, port %2").arg(m_config.host).arg(port));
    if (backendState() != BackendState::Up)
        return; // whoever heard it has stopped us
    Q_EMIT lineStateChanged(m_config.host, true, 0, {});
}

void SipFeed::close()
{
    m_retry.stop();
    m_ringAgain.stop();
    m_port = 0;
    if (m_stack)
        std::exchange(m_stack, nullptr)->retire();
}

void SipFeed::stop()
{
    close();
    for (const auto& [call, command] : std::exchange(m_answering, {}))
        finish(command, domain::failure(Fault::Unreachable, QStringLiteral("the SIP leg was stopped")));
    endAll(EndReason::BackendLost);
    if (backendState() == BackendState::Up)
        Q_EMIT lineStateChanged(m_config.host, false, 0, {});
    enterBackend(BackendState::Down, QStringLiteral("stopped"));
}

// --------------------------------------------------------------------------------------------------------------- calls

void SipFeed::invited(const ports::CallOffer& made)
{
    QTimer::singleShot(m_config.ringTimeout, this, [this, call = made.call] {
        if (stateOf(call) != CallState::Offered || m_answering.contains(call))
            return;
        m_stack->end(call, 480, "Temporarily Unavailable");
        lost(call, EndReason::CallerGaveUp);
    });
    offer(made);
}

void SipFeed::beginAnswer(CommandId command, CallRef call)
{
    if (m_answering.contains(call))
        return finish(command, domain::failure(Fault::Conflict, QStringLiteral("the call is being answered already")));
    m_answering.emplace(call, command);
    m_stack->answer(call);
}

void SipFeed::finishAnswer(CallRef call, const domain::Outcome& outcome)
{
    const auto found = m_answering.find(call);
    if (found == m_answering.end())
        return;
    const CommandId command = found->second;
    m_answering.erase(found);
    Q_EMIT commandFinished(command, outcome);
}

void SipFeed::answered(CallRef call)
{
    finishAnswer(call, {});
    enter(call, CallState::Active);
}

void SipFeed::lost(CallRef call, EndReason reason)
{
    finishAnswer(call, domain::failure(Fault::NotFound, QStringLiteral("the call ended before it was answered")));
    end(call, reason);
}

void SipFeed::beginReject(CommandId command, CallRef call, ports::RejectReason reason)
{
    if (m_answering.contains(call))
        return finish(command, domain::failure(Fault::Conflict, QStringLiteral("the call is being answered already")));
    if (reason == ports::RejectReason::Busy)
        m_stack->end(call, 486, "Busy Here");
    else
        m_stack->end(call, 603, "Decline");
    endSoon(command, call, EndReason::Rejected);
}

void SipFeed::beginHangUp(CommandId command, CallRef call)
{
    m_stack->end(call, 480, "Temporarily Unavailable");
    endSoon(command, call, EndReason::WeHungUp);
}

void SipFeed::beginSendDtmf(CommandId command, CallRef call, const QString& digits)
{
    finish(command, m_stack->sendKeys(call, digits));
}

void SipFeed::beginSetMuted(CommandId command, CallRef call, bool muted)
{
    m_stack->setMuted(call, muted);
    finish(command, {});
}

} // namespace vorzimmer::telephony
