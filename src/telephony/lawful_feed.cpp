#include "vorzimmer/telephony/lawful_feed.h"

#include <QLoggingCategory>

#include <algorithm>

namespace vorzimmer::telephony {

using domain::EndReason;
using domain::Error;
using domain::Fault;
using domain::Outcome;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;
using ports::Capability;
using ports::CommandId;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.telephony")

Error unsupported()
{
    return {Fault::Unsupported, QStringLiteral("this telephony cannot do that"), {}};
}

Error tooLate(CallRef call)
{
    return {Fault::Conflict, QStringLiteral("the call is in another state by now"), QString::number(call.value)};
}

} // namespace

std::vector<ports::CallSnapshot> LawfulFeed::snapshot() const
{
    std::vector<ports::CallSnapshot> calls;
    for (const auto& [call, entry] : m_calls)
        calls.push_back({call, entry.state});
    return calls;
}

// ------------------------------------------------------------------------------------------------------------ commands

std::optional<Error> LawfulFeed::refusal(Capability capability, CallRef call, std::initializer_list<CallState> fitting) const
{
    if (!capabilities().testFlag(capability))
        return unsupported();
    const std::optional<CallState> state = stateOf(call);
    if (!state)
        return Error{Fault::NotFound, QStringLiteral("there is no such call"), QString::number(call.value)};
    if (std::find(fitting.begin(), fitting.end(), *state) == fitting.end())
        return tooLate(call);
    return {};
}

template <class Begin>
CommandId LawfulFeed::command(Capability capability, CallRef call, std::initializer_list<CallState> fitting, Begin begin)
{
    const CommandId id = newCommand();
    if (auto error = refusal(capability, call, fitting))
        finish(id, domain::failure(std::move(*error)));
    else
        begin(id);
    return id;
}

CommandId LawfulFeed::answer(CallRef call)
{
    return command(Capability::Answer, call, {CallState::Offered}, [&](CommandId id) { beginAnswer(id, call); });
}

CommandId LawfulFeed::reject(CallRef call, ports::RejectReason reason)
{
    return command(Capability::Reject, call, {CallState::Offered}, [&](CommandId id) { beginReject(id, call, reason); });
}

CommandId LawfulFeed::redirect(CallRef call, const QString& target)
{
    return command(Capability::Redirect, call, {CallState::Offered}, [&](CommandId id) { beginRedirect(id, call, target); });
}

CommandId LawfulFeed::hangUp(CallRef call)
{
    // A call can only be hung up once it was answered (or rung out by us), so Answer is all it takes.
    return command(
        Capability::Answer, call,
        {CallState::Active, CallState::OutgoingRinging, CallState::HeldByUs, CallState::HeldByPeer, CallState::Transferring},
        [&](CommandId id) { beginHangUp(id, call); });
}

CommandId LawfulFeed::hold(CallRef call)
{
    return command(Capability::Hold, call, {CallState::Active, CallState::HeldByPeer},
                   [&](CommandId id) { beginHold(id, call); });
}

CommandId LawfulFeed::resume(CallRef call)
{
    return command(Capability::Hold, call, {CallState::HeldByUs}, [&](CommandId id) { beginResume(id, call); });
}

CommandId LawfulFeed::blindTransfer(CallRef call, const QString& target)
{
    return command(Capability::BlindTransfer, call, {CallState::Active, CallState::HeldByUs, CallState::HeldByPeer},
                   [&](CommandId id) { beginBlindTransfer(id, call, target); });
}

CommandId LawfulFeed::dial(const QString& target, const ports::DialOrigin& origin, CallRef consultFor)
{
    if (consultFor != CallRef{})
        return command(Capability::Dial, consultFor, {CallState::HeldByUs},
                       [&](CommandId id) { beginDial(id, target, origin, consultFor); });
    const CommandId id = newCommand();
    if (capabilities().testFlag(Capability::Dial))
        beginDial(id, target, origin, consultFor);
    else
        finish(id, domain::failure(unsupported()));
    return id;
}

CommandId LawfulFeed::completeTransfer(CallRef held, CallRef consultation)
{
    return command(Capability::AttendedTransfer, held, {CallState::HeldByUs}, [&](CommandId id) {
        if (auto error = refusal(Capability::AttendedTransfer, consultation, {CallState::Active}))
            finish(id, domain::failure(std::move(*error)));
        else
            beginCompleteTransfer(id, held, consultation);
    });
}

CommandId LawfulFeed::sendDtmf(CallRef call, const QString& digits)
{
    return command(Capability::Dtmf, call, {CallState::Active}, [&](CommandId id) {
        const QString keys = QStringLiteral("0123456789ABCD*#");
        if (!digits.isEmpty() &&
            std::all_of(digits.cbegin(), digits.cend(), [&](QChar digit) { return keys.contains(digit); }))
            beginSendDtmf(id, call, digits);
        else
            finish(id, domain::failure(Fault::Invalid, QStringLiteral("a telephone has no such key")));
    });
}

CommandId LawfulFeed::setMuted(CallRef call, bool muted)
{
    return command(Capability::Mute, call, {CallState::Active, CallState::HeldByUs, CallState::HeldByPeer},
                   [&](CommandId id) { beginSetMuted(id, call, muted); });
}

CommandId LawfulFeed::setAvailable(bool available)
{
    m_available = available;
    const CommandId id = newCommand();
    finish(id, {});
    return id;
}

void LawfulFeed::beginRedirect(CommandId command, CallRef, const QString&)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginHold(CommandId command, CallRef)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginResume(CommandId command, CallRef)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginBlindTransfer(CommandId command, CallRef, const QString&)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginDial(CommandId command, const QString&, const ports::DialOrigin&, CallRef)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginCompleteTransfer(CommandId command, CallRef, CallRef)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginSendDtmf(CommandId command, CallRef, const QString&)
{
    finish(command, domain::failure(unsupported()));
}

void LawfulFeed::beginSetMuted(CommandId command, CallRef, bool)
{
    finish(command, domain::failure(unsupported()));
}

// -------------------------------------------------------------------------------------------------------------- events

std::optional<CallState> LawfulFeed::stateOf(CallRef call) const
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end() || found->second.leaving)
        return {};
    return found->second.state;
}

void LawfulFeed::offer(const ports::CallOffer& offer)
{
    m_calls.emplace(offer.call, Entry{});
    qCInfo(log) << "call" << offer.call.value << "offered";
    Q_EMIT callOffered(offer);
}

void LawfulFeed::ringOut(CallRef call, CommandId dial)
{
    m_calls.emplace(call, Entry{CallState::OutgoingRinging, {}});
    Q_EMIT callStarted(call, dial);
    Q_EMIT callStateChanged(call, CallState::OutgoingRinging);
}

void LawfulFeed::enter(CallRef call, CallState state)
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end() || found->second.leaving || found->second.state == state)
        return;
    found->second.state = state;
    Q_EMIT callStateChanged(call, state);
}

void LawfulFeed::end(CallRef call, EndReason reason)
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end())
        return;
    const Entry entry = found->second;
    m_calls.erase(found);
    // Whoever counts holding time must see the hold end.
    if (entry.state == CallState::HeldByUs || entry.state == CallState::HeldByPeer)
        Q_EMIT callStateChanged(call, CallState::Active);
    const EndReason told = entry.leaving.value_or(reason);
    qCInfo(log) << "call" << call.value << "ended, reason" << int(told);
    Q_EMIT callEnded(call, told);
}

void LawfulFeed::endAll(EndReason reason)
{
    for (const ports::CallSnapshot& live : snapshot())
        end(live.call, reason);
}

void LawfulFeed::endSoon(CommandId command, CallRef call, EndReason reason)
{
    const auto found = m_calls.find(call);
    if (found != m_calls.end())
        found->second.leaving = reason;
    finish(command, {});
    QMetaObject::invokeMethod(
        this, [this, call, reason] { end(call, reason); }, Qt::QueuedConnection);
}

void LawfulFeed::carryOut(CommandId command, CallRef call, std::function<void()> action)
{
    QMetaObject::invokeMethod(
        this,
        [this, command, call, state = stateOf(call), action = std::move(action)] {
            const bool inTime = state && stateOf(call) == state;
            Q_EMIT commandFinished(command, inTime ? Outcome() : domain::failure(tooLate(call)));
            if (inTime)
                action();
        },
        Qt::QueuedConnection);
}

void LawfulFeed::finish(CommandId command, Outcome outcome)
{
    QMetaObject::invokeMethod(
        this, [this, command, outcome = std::move(outcome)] { Q_EMIT commandFinished(command, outcome); },
        Qt::QueuedConnection);
}

void LawfulFeed::enterBackend(BackendState state, const QString& reason)
{
    if (m_backend == state)
        return;
    m_backend = state;
    qCInfo(log) << "backend" << int(state) << reason;
    Q_EMIT backendStateChanged(state, reason);
}

} // namespace vorzimmer::telephony
