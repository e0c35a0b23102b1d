#include "vorzimmer/telephony/simulator.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;
using ports::Capability;
using ports::CommandId;
using ports::TransferStep;

namespace {

constexpr auto idlePoll = 500ms;
constexpr auto tryingAfter = 300ms;
constexpr auto ringingAfter = 800ms;
constexpr auto targetAnswersAfter = 3s;
constexpr auto targetRefusesAfter = 2s;
constexpr auto targetGivesUpAfter = 15s;

QString refused()
{
    return QStringLiteral("486 Busy Here");
}

QString unanswered()
{
    return QStringLiteral("408 no answer");
}

} // namespace

Simulator::Simulator(Scenario scenario, double speed, QObject* parent)
    : LawfulFeed(parent), m_scenario(std::move(scenario)), m_speed(std::max(speed, 0.001))
{
}

ports::Capabilities Simulator::capabilities() const
{
    return Capability::Answer | Capability::Reject | Capability::Hold | Capability::BlindTransfer |
           Capability::AttendedTransfer | Capability::Dial | Capability::Dtmf | Capability::Mute | Capability::Redirect;
}

void Simulator::start()
{
    if (backendState() != BackendState::Down)
        return;
    ++m_run;
    m_next = 0;
    enterBackend(BackendState::Up, QStringLiteral("simulated calls"));
    planNext();
}

void Simulator::stop()
{
    ++m_run;
    endAll(EndReason::BackendLost);
    m_scripts.clear();
    enterBackend(BackendState::Down, QStringLiteral("stopped"));
}

void Simulator::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    const auto scaled = std::chrono::milliseconds(std::llround(double(delay.count()) / m_speed));
    QTimer::singleShot(scaled, Qt::PreciseTimer, this, [this, run = m_run, action = std::move(action)] {
        if (run == m_run)
            action();
    });
}

void Simulator::afterIn(CallState state, CallRef call, std::chrono::milliseconds delay, std::function<void()> action)
{
    after(delay, [this, state, call, action = std::move(action)] {
        if (stateOf(call) == state)
            action();
    });
}

// ------------------------------------------------------------------------------------------------------ the scenario

void Simulator::planNext()
{
    if (m_next == m_scenario.calls.size() && m_scenario.repeat)
        m_next = 0;
    if (m_next < m_scenario.calls.size())
        after(m_scenario.calls[m_next].after, [this] { ringNext(); });
}

void Simulator::ringNext()
{
    const ScriptedCall& script = m_scenario.calls[m_next];
    if (script.onlyWhenIdle && hasCalls()) {
        after(idlePoll, [this] { ringNext(); });
        return;
    }
    ++m_next;
    planNext();
    if (!isAvailable())
        return;

    ports::CallOffer made;
    made.receivedAt = std::chrono::steady_clock::now();
    made.call = newCall();
    made.anonymous = script.number.isEmpty();
    made.callerNumber = script.number;
    made.callerDisplay = made.anonymous ? QString() : script.name;
    made.dialled = {{script.dialled, ports::DialledSource::RequestUri}};
    made.redirectedBy = script.redirectedBy;
    made.networkCallId = QStringLiteral("simulated-%1").arg(made.call.value);
    std::erase_if(m_scripts, [this](const auto& entry) { return !stateOf(entry.first); });
    m_scripts.emplace(made.call, script);
    afterIn(CallState::Offered, made.call, script.rings, [this, call = made.call] { end(call, EndReason::CallerGaveUp); });
    offer(made);
}

// ---------------------------------------------------------------------------------------------------------- one call

void Simulator::beginAnswer(CommandId command, CallRef call)
{
    carryOut(command, call, [this, call] {
        const auto script = m_scripts.find(call);
        if (script != m_scripts.end() && script->second.hangsUpAfter)
            after(*script->second.hangsUpAfter, [this, call] { end(call, EndReason::CallerHungUp); });
        enter(call, CallState::Active);
    });
}

void Simulator::beginReject(CommandId command, CallRef call, ports::RejectReason)
{
    endSoon(command, call, EndReason::Rejected);
}

void Simulator::beginHangUp(CommandId command, CallRef call)
{
    endSoon(command, call, EndReason::WeHungUp);
}

void Simulator::beginRedirect(CommandId command, CallRef call, const QString&)
{
    endSoon(command, call, EndReason::Transferred);
}

void Simulator::beginHold(CommandId command, CallRef call)
{
    carryOut(command, call, [this, call] { enter(call, CallState::HeldByUs); });
}

void Simulator::beginResume(CommandId command, CallRef call)
{
    carryOut(command, call, [this, call] { enter(call, CallState::Active); });
}

void Simulator::beginSendDtmf(CommandId command, CallRef, const QString&)
{
    finish(command, {});
}

void Simulator::beginSetMuted(CommandId command, CallRef, bool)
{
    finish(command, {});
}

// ------------------------------------------------------------------------------------------------------- passing on

ScriptedTransfer Simulator::transferOf(CallRef call) const
{
    const auto script = m_scripts.find(call);
    return script == m_scripts.end() ? ScriptedTransfer::Succeeds : script->second.transfer;
}

void Simulator::failTransfer(CallRef call, const QString& detail)
{
    // The caller is back before anybody reads why.
    enter(call, CallState::Active);
    Q_EMIT transferProgressed(call, TransferStep::Failed, detail);
}

void Simulator::beginBlindTransfer(CommandId command, CallRef call, const QString&)
{
    carryOut(command, call, [this, call] { passOn(call); });
}

void Simulator::passOn(CallRef call)
{
    const auto then = [this, call](std::chrono::milliseconds delay, std::function<void()> action) {
        afterIn(CallState::Transferring, call, delay, std::move(action));
    };
    enter(call, CallState::Transferring);
    Q_EMIT transferProgressed(call, TransferStep::Accepted, {});
    then(tryingAfter, [this, call] { Q_EMIT transferProgressed(call, TransferStep::Trying, {}); });
    then(ringingAfter, [this, call] { Q_EMIT transferProgressed(call, TransferStep::Ringing, {}); });
    switch (transferOf(call)) {
    case ScriptedTransfer::Succeeds:
        then(targetAnswersAfter, [this, call] {
            Q_EMIT transferProgressed(call, TransferStep::Succeeded, {});
            end(call, EndReason::Transferred);
        });
        break;
    case ScriptedTransfer::Refused:
        then(targetRefusesAfter, [this, call] { failTransfer(call, refused()); });
        break;
    case ScriptedTransfer::Unanswered:
        then(targetGivesUpAfter, [this, call] { failTransfer(call, unanswered()); });
        break;
    }
}

void Simulator::beginDial(CommandId command, const QString&, const ports::DialOrigin&, CallRef consultFor)
{
    finish(command, {});
    after(0ms, [this, command, consultFor] { ringTarget(command, consultFor); });
}

void Simulator::ringTarget(CommandId dial, CallRef consultFor)
{
    const CallRef call = newCall();
    const auto then = [this, call](std::chrono::milliseconds delay, std::function<void()> action) {
        afterIn(CallState::OutgoingRinging, call, delay, std::move(action));
    };
    ringOut(call, dial);
    switch (transferOf(consultFor)) {
    case ScriptedTransfer::Succeeds:
        then(targetAnswersAfter, [this, call] { enter(call, CallState::Active); });
        break;
    case ScriptedTransfer::Refused:
        then(targetRefusesAfter, [this, call] { end(call, EndReason::PeerBusy); });
        break;
    case ScriptedTransfer::Unanswered:
        then(targetGivesUpAfter, [this, call] { end(call, EndReason::NoAnswer); });
        break;
    }
}

void Simulator::beginCompleteTransfer(CommandId command, CallRef held, CallRef consultation)
{
    carryOut(command, held, [this, held, consultation] {
        Q_EMIT transferProgressed(held, TransferStep::Succeeded, {});
        end(consultation, EndReason::Transferred);
        end(held, EndReason::Transferred);
    });
}

} // namespace vorzimmer::telephony
