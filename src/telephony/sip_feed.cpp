#include "vorzimmer/telephony/sip_feed.h"

#include "sip_pulse.h"
#include "sofia/line_address.h"
#include "sofia/sip_address.h"
#include "sofia/sip_stack.h"

#include <algorithm>
#include <utility>

namespace vorzimmer::telephony {

using domain::EndReason;
using domain::Fault;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;
using ports::Capability;
using ports::CommandId;
using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;

/// Passes on to the feed what the stack hears.
class SipFeed::Ear final : public sofia::SipListener {
public:
    explicit Ear(SipFeed& feed) : m_feed(feed) {}

    void listening(quint16 port) override { m_feed.listening(port); }
    void lineIs(const ports::LineStatus& line) override { m_feed.tellLine(line); }
    std::optional<CallRef> admit() override { return m_feed.isAvailable() ? std::optional(m_feed.newCall()) : std::nullopt; }
    void invited(const ports::CallOffer& offer) override { m_feed.invited(offer); }
    void stateIs(CallRef call, CallState state) override { m_feed.enter(call, state); }
    void transferWent(CallRef call, ports::TransferStep step, const QString& detail) override
    {
        Q_EMIT m_feed.transferProgressed(call, step, detail);
    }
    void ended(CallRef call, EndReason reason) override { m_feed.end(call, reason); }
    void finished(CommandId command, const domain::Outcome& outcome) override { m_feed.settle(command, outcome); }

private:
    SipFeed& m_feed;
};

SipFeed::SipFeed(SipConfig config, ports::CallSounds* sounds, QObject* parent)
    : LawfulFeed(parent), m_config(std::move(config)), m_sounds(sounds), m_ear(std::make_unique<Ear>(*this)),
      m_pulse(std::make_unique<SipPulse>([this](const QString& reason) { lose(reason); },
                                         [this] { return m_stack ? m_stack->heard() : 0; }))
{
    connect(this, &ports::CallFeed::callEnded, this, [this](CallRef call) {
        m_cameOn.erase(call);
        if (QTimer* timer = m_ringTimers.take(call))
            timer->deleteLater(); // it may be what has just ended the call
        // Later: whoever hears of this end may have more to do with the stack that it came from.
        if (m_next)
            QMetaObject::invokeMethod(this, &SipFeed::takeNext, Qt::QueuedConnection);
    });
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
    ports::Capabilities able = Capability::Answer | Capability::Reject | Capability::Hold | Capability::Redirect |
                               Capability::BlindTransfer | Capability::AttendedTransfer | Capability::Dtmf;
    able.setFlag(Capability::Dial, !m_config.peer.isEmpty() || lineFor({}, {}));
    able.setFlag(Capability::OwnAudio, m_sounds);
    able.setFlag(Capability::Mute, m_sounds);
    return able;
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
    SipConfig config = m_config;
    if (config.port == 0)
        config.port = m_portBefore; // peers know it by now
    auto stack = sofia::SipStack::open(config, *m_ear, m_sounds);
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
    tellAll(error.fault == Fault::Busy ? LineState::Retrying : LineState::Blocked, LineTrouble::PortTaken, error.detail);
    enterBackend(BackendState::Down, error.detail);
}

void SipFeed::registerNow(const domain::LineId& line)
{
    if (m_stack)
        m_stack->registerNow(line);
    else if (m_retry.isActive())
        open();
}

void SipFeed::reconfigure(SipConfig config)
{
    m_next = std::move(config);
    takeNext();
}

void SipFeed::takeNext()
{
    if (!m_next || hasCalls())
        return;
    const bool started = m_stack || m_retry.isActive() || backendState() != BackendState::Down;
    close();
    m_config = *std::exchange(m_next, {});
    for (const auto& [line, status] : std::exchange(m_lines, {})) {
        const bool stays = line.isNull() ? m_config.trunk
                                         : std::any_of(m_config.lines.begin(), m_config.lines.end(), [&, id = line](const LineAccount& one) {
                                               return one.line.id == id && one.line.enabled;
                                           });
        if (stays)
            continue;
        LineStatus gone;
        gone.line = line;
        gone.name = status.name;
        gone.state = LineState::Off;
        Q_EMIT lineStateChanged(gone);
    }
    if (!started)
        return;
    enterBackend(BackendState::Starting, m_config.host);
    open();
}

void SipFeed::tellLine(const LineStatus& line)
{
    const auto known = m_lines.find(line.line);
    if (known != m_lines.end() && known->second == line)
        return;
    m_lines.insert_or_assign(line.line, line);
    Q_EMIT lineStateChanged(line);
}

void SipFeed::tellAll(LineState state, LineTrouble trouble, const QString& detail)
{
    LineStatus status;
    status.state = state;
    status.trouble = trouble;
    status.detail = detail;
    if (m_config.trunk) {
        status.name = m_config.host;
        tellLine(status);
    }
    for (const LineAccount& account : m_config.lines) {
        if (!account.line.enabled)
            continue;
        status.line = account.line.id;
        status.name = account.line.name;
        tellLine(status);
    }
}

void SipFeed::listening(quint16 port)
{
    m_port = port;
    m_pulse->start(m_config.host, port, m_config.pulse);
    enterBackend(BackendState::Up, QStringLiteral("%1, port %2").arg(m_config.host).arg(port));
    if (backendState() != BackendState::Up)
        return; // whoever heard it has stopped us
    if (!m_config.trunk)
        return;
    LineStatus trunk;
    trunk.name = m_config.host;
    trunk.state = LineState::Up;
    tellLine(trunk);
}

void SipFeed::close()
{
    m_retry.stop();
    m_ringAgain.stop();
    m_pulse->stop();
    m_port = 0;
    if (m_stack)
        std::exchange(m_stack, nullptr)->retire();
}

void SipFeed::lose(const QString& reason)
{
    m_portBefore = m_port;
    close();
    endEverything();
    if (m_stack || backendState() != BackendState::Up)
        return; // whoever heard of it has stopped us, or started anew
    tellAll(LineState::Retrying, LineTrouble::PortTaken, reason);
    enterBackend(BackendState::Down, reason);
    if (!m_stack && backendState() == BackendState::Down)
        open();
}

void SipFeed::stop()
{
    close();
    endEverything();
    if (backendState() == BackendState::Up)
        tellAll(LineState::Off, LineTrouble::None, {});
    enterBackend(BackendState::Down, QStringLiteral("stopped"));
}

void SipFeed::endEverything()
{
    m_answering.clear();
    for (const auto& [command, call] : std::exchange(m_owed, {}))
        finish({command}, domain::failure(Fault::Unreachable, QStringLiteral("the SIP leg was stopped")));
    endAll(EndReason::BackendLost);
}

// --------------------------------------------------------------------------------------------------------------- calls

void SipFeed::invited(const ports::CallOffer& made)
{
    // Gone with the call: left to run out, they would pile up on a busy day.
    auto* timer = new QTimer(this);
    m_ringTimers.insert(made.call, timer);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, call = made.call] {
        if (!m_stack || stateOf(call) != CallState::Offered || isBeingAnswered(call))
            return;
        m_stack->end(call, 480, "Temporarily Unavailable");
        end(call, EndReason::CallerGaveUp);
    });
    timer->start(m_config.ringTimeout);
    if (!made.line.isEmpty())
        m_cameOn.insert_or_assign(made.call, made.line);
    offer(made);
}

void SipFeed::owe(CommandId command, CallRef call)
{
    m_owed.emplace(command.value, call);
}

void SipFeed::settle(CommandId command, const domain::Outcome& outcome)
{
    if (const auto found = m_owed.find(command.value); found != m_owed.end()) {
        m_answering.erase(found->second);
        m_owed.erase(found);
        finish(command, outcome);
    }
}

bool SipFeed::isBeingAnswered(CallRef call) const
{
    return m_answering.contains(call);
}

bool SipFeed::isDown(CommandId command)
{
    if (m_stack)
        return false;
    finish(command, domain::failure(Fault::Unreachable, QStringLiteral("the SIP leg is down")));
    return true;
}

bool SipFeed::comesTooLate(CommandId command, CallRef call)
{
    if (isDown(command))
        return true;
    if (!isBeingAnswered(call))
        return false;
    finish(command, domain::failure(Fault::Conflict, QStringLiteral("the call is being answered already")));
    return true;
}

void SipFeed::beginAnswer(CommandId command, CallRef call)
{
    if (comesTooLate(command, call))
        return;
    m_answering.insert(call);
    owe(command, call);
    m_stack->answer(command, call);
}

void SipFeed::beginReject(CommandId command, CallRef call, ports::RejectReason reason)
{
    if (comesTooLate(command, call))
        return;
    if (reason == ports::RejectReason::Busy)
        m_stack->end(call, 486, "Busy Here");
    else
        m_stack->end(call, 603, "Decline");
    endSoon(command, call, EndReason::Rejected);
}

void SipFeed::beginRedirect(CommandId command, CallRef call, const QString& target)
{
    if (comesTooLate(command, call))
        return;
    if (const domain::Outcome sent = m_stack->redirect(call, target); sent)
        endSoon(command, call, EndReason::Transferred);
    else
        finish(command, sent);
}

void SipFeed::beginHangUp(CommandId command, CallRef call)
{
    if (isDown(command))
        return;
    m_stack->end(call, 480, "Temporarily Unavailable");
    endSoon(command, call, EndReason::WeHungUp);
}

void SipFeed::beginHold(CommandId command, CallRef call)
{
    if (isDown(command))
        return;
    owe(command, call);
    m_stack->setHeld(command, call, true);
}

void SipFeed::beginResume(CommandId command, CallRef call)
{
    if (isDown(command))
        return;
    owe(command, call);
    m_stack->setHeld(command, call, false);
}

void SipFeed::beginSendDtmf(CommandId command, CallRef call, const QString& digits)
{
    if (isDown(command))
        return;
    owe(command, call);
    m_stack->sendKeys(command, call, digits);
}

void SipFeed::beginSetMuted(CommandId command, CallRef call, bool muted)
{
    if (isDown(command))
        return;
    m_stack->setMuted(call, muted);
    finish(command, {});
}

// ------------------------------------------------------------------------------------------------- calls of our own

const LineAccount* SipFeed::lineFor(const ports::DialOrigin& origin, CallRef consultFor) const
{
    const auto find = [&](auto fits) -> const LineAccount* {
        const auto found = std::find_if(m_config.lines.begin(), m_config.lines.end(), [&](const LineAccount& account) {
            return account.line.enabled && fits(account.line);
        });
        return found == m_config.lines.end() ? nullptr : &*found;
    };
    if (!origin.line.isEmpty())
        return find([&](const domain::PhoneLine& line) { return line.name == origin.line; });
    // Whoever is asked back hears of it on the line that the question came on.
    if (const auto came = m_cameOn.find(consultFor); came != m_cameOn.end())
        return find([&](const domain::PhoneLine& line) { return line.name == came->second; });
    if (!m_config.peer.isEmpty())
        return nullptr;
    const auto isUp = [&](const domain::PhoneLine& line) {
        const auto told = m_lines.find(line.id);
        return told != m_lines.end() && told->second.isUp();
    };
    const LineAccount* up = find(isUp);
    return up ? up : find([](const domain::PhoneLine&) { return true; });
}

domain::Result<sofia::OutgoingCall> SipFeed::orderOn(const LineAccount& account, const QString& target,
                                                     const ports::DialOrigin& origin) const
{
    const QByteArray domain = sofia::uriPlace(account.line.server);
    const auto address = sofia::addressOf(target, domain);
    if (!address)
        return domain::failure(address.error());
    sofia::OutgoingCall order;
    order.target = *address;
    // Providers want to see the account; the number to show goes beside it.
    order.from = '<' + sofia::lineAddress(account.line) + '>';
    if (!origin.callerId.isEmpty()) {
        const auto shown = sofia::addressOf(origin.callerId, domain);
        if (!shown)
            return domain::failure(shown.error());
        order.preferredIdentity = '<' + *shown + '>';
    }
    order.domain = domain;
    order.proxy = sofia::nextHopOf(account.line);
    order.user = sofia::loginOf(account.line);
    order.password = account.password;
    return order;
}

domain::Result<sofia::OutgoingCall> SipFeed::orderFor(const QString& target, const ports::DialOrigin& origin,
                                                      CallRef consultFor) const
{
    if (const LineAccount* account = lineFor(origin, consultFor))
        return orderOn(*account, target, origin);
    if (m_config.peer.isEmpty() || !origin.line.isEmpty())
        return domain::failure(Fault::NotFound, QStringLiteral("there is no such line to call on"));
    const QByteArray domain = m_config.peer.toUtf8();
    const auto address = sofia::addressOf(target, domain);
    if (!address)
        return domain::failure(address.error());
    sofia::OutgoingCall order;
    order.target = *address;
    const QString own = m_config.ownNumber.isEmpty() ? m_config.contactUser : m_config.ownNumber;
    order.from = "<sip:" + own.toUtf8() + '@' + domain + '>';
    if (!origin.callerId.isEmpty()) {
        const auto shown = sofia::addressOf(origin.callerId, domain);
        if (!shown)
            return domain::failure(shown.error());
        order.from = '<' + *shown + '>';
        order.preferredIdentity = '<' + *shown + '>';
    }
    return order;
}

void SipFeed::beginDial(CommandId command, const QString& target, const ports::DialOrigin& origin, CallRef consultFor)
{
    if (isDown(command))
        return;
    const auto order = orderFor(target, origin, consultFor);
    if (!order)
        return finish(command, domain::failure(order.error()));
    // Its name is told once the caller can know what the name is for.
    owe(command, {});
    QMetaObject::invokeMethod(
        this,
        [this, command, order = *order] {
            if (!m_stack)
                return settle(command, domain::failure(Fault::Unreachable, QStringLiteral("the SIP leg is down")));
            const CallRef call = newCall();
            m_stack->dial(call, order);
            ringOut(call, command);
            settle(command, {});
        },
        Qt::QueuedConnection);
}

void SipFeed::beginBlindTransfer(CommandId command, CallRef call, const QString& target)
{
    if (isDown(command))
        return;
    // A target that is none is refused before anything happens; the rest once the caller knows the command.
    if (const auto address = sofia::addressOf(target, "example.invalid"); !address)
        return finish(command, domain::failure(address.error()));
    carryOut(command, call, [this, call, target] {
        if (m_stack)
            (void)m_stack->transfer(call, target);
    });
}

void SipFeed::beginCompleteTransfer(CommandId command, CallRef held, CallRef consultation)
{
    if (isDown(command))
        return;
    carryOut(command, held, [this, held, consultation] {
        if (m_stack)
            m_stack->join(held, consultation);
    });
}

} // namespace vorzimmer::telephony
