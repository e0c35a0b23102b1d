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

/// How a target that does not answer ends the ringing.
struct Refusal {
    std::chrono::milliseconds after;
    EndReason reason;
    QString status; ///< as SIP would say it
};

Refusal refusalOf(ScriptedAnswer answer)
{
    switch (answer) {
    case ScriptedAnswer::Busy:
        return {targetRefusesAfter, EndReason::PeerBusy, QStringLiteral("486")};
    case ScriptedAnswer::Declines:
        return {targetRefusesAfter, EndReason::PeerDeclined, QStringLiteral("603")};
    case ScriptedAnswer::Unknown:
        return {tryingAfter, EndReason::Unreachable, QStringLiteral("404")};
    case ScriptedAnswer::Answers:
    case ScriptedAnswer::Unanswered:
        break;
    }
    return {targetGivesUpAfter, EndReason::NoAnswer, QStringLiteral("408")};
}

/// "+49 30 1" and "+49301" are the same number.
QString keysOf(QString target)
{
    if (target.startsWith(u"sip"))
        return target;
    return target.removeIf([](QChar c) { return !c.isDigit(); });
}

/// Numbers may hold signs that help the eye.
bool isNumberOrAddress(const QString& target)
{
    return !keysOf(target).isEmpty() &&
           std::none_of(target.cbegin(), target.cend(), [](QChar c) { return c.isLetter(); }) != target.startsWith(u"sip");
}

tl::unexpected<domain::Error> noTarget()
{
    return domain::failure(domain::Fault::Invalid, QStringLiteral("neither a number nor a SIP address"),
                           QStringLiteral("target"));
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

void Simulator::beginRedirect(CommandId command, CallRef call, const QString& target)
{
    if (!isNumberOrAddress(target))
        return finish(command, noTarget());
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

ScriptedTarget Simulator::targetFor(CallRef call, const QString& target) const
{
    const auto known = std::find_if(m_scenario.targets.begin(), m_scenario.targets.end(),
                                    [&](const ScriptedTarget& one) { return keysOf(one.number) == keysOf(target); });
    if (known != m_scenario.targets.end())
        return *known;
    const auto script = m_scripts.find(call);
    switch (script == m_scripts.end() ? ScriptedTransfer::Succeeds : script->second.transfer) {
    case ScriptedTransfer::Succeeds:
        return {target, ScriptedAnswer::Answers, {}};
    case ScriptedTransfer::Refused:
        return {target, ScriptedAnswer::Busy, {}};
    case ScriptedTransfer::Unanswered:
        break;
    }
    return {target, ScriptedAnswer::Unanswered, {}};
}

void Simulator::failTransfer(CallRef call, CallState before, const QString& detail)
{
    // The caller is back before anybody reads why.
    enter(call, before);
    Q_EMIT transferProgressed(call, TransferStep::Failed, detail);
}

void Simulator::beginBlindTransfer(CommandId command, CallRef call, const QString& target)
{
    if (!isNumberOrAddress(target))
        return finish(command, noTarget());
    carryOut(command, call, [this, call, target] { passOn(call, target); });
}

void Simulator::passOn(CallRef call, const QString& target)
{
    const auto then = [this, call](std::chrono::milliseconds delay, std::function<void()> action) {
        afterIn(CallState::Transferring, call, delay, std::move(action));
    };
    const CallState before = stateOf(call).value_or(CallState::Active);
    const ScriptedAnswer does = targetFor(call, target).does;
    enter(call, CallState::Transferring);
    Q_EMIT transferProgressed(call, TransferStep::Accepted, {});
    then(tryingAfter, [this, call] { Q_EMIT transferProgressed(call, TransferStep::Trying, {}); });
    if (does != ScriptedAnswer::Unknown)
        then(ringingAfter, [this, call] { Q_EMIT transferProgressed(call, TransferStep::Ringing, {}); });
    if (does == ScriptedAnswer::Answers) {
        then(targetAnswersAfter, [this, call] {
            Q_EMIT transferProgressed(call, TransferStep::Succeeded, {});
            end(call, EndReason::Transferred);
        });
        return;
    }
    const Refusal refusal = refusalOf(does);
    then(refusal.after, [this, call, before, status = refusal.status] { failTransfer(call, before, status); });
}

void Simulator::beginDial(CommandId command, const QString& target, const ports::DialOrigin&, CallRef consultFor)
{
    if (!isNumberOrAddress(target))
        return finish(command, noTarget());
    QMetaObject::invokeMethod(
        this, [this, command, target, consultFor] { ringTarget(command, target, consultFor); }, Qt::QueuedConnection);
}

void Simulator::ringTarget(CommandId dial, const QString& target, CallRef consultFor)
{
    if (backendState() != BackendState::Up)
        return finish(dial, domain::failure(domain::Fault::Unreachable, QStringLiteral("the simulator was stopped")));
    const CallRef call = newCall();
    const auto then = [this, call](std::chrono::milliseconds delay, std::function<void()> action) {
        afterIn(CallState::OutgoingRinging, call, delay, std::move(action));
    };
    ringOut(call, dial);
    finish(dial, {});
    const ScriptedTarget person = targetFor(consultFor, target);
    if (person.does == ScriptedAnswer::Answers) {
        then(targetAnswersAfter, [this, call, person] {
            if (person.hangsUpAfter)
                after(*person.hangsUpAfter, [this, call] { end(call, EndReason::PeerHungUp); });
            enter(call, CallState::Active);
        });
        return;
    }
    const Refusal refusal = refusalOf(person.does);
    then(refusal.after, [this, call, reason = refusal.reason] { end(call, reason); });
}

void Simulator::beginCompleteTransfer(CommandId command, CallRef held, CallRef consultation)
{
    carryOut(command, held, [this, held, consultation] {
        enter(held, CallState::Transferring);
        Q_EMIT transferProgressed(held, TransferStep::Accepted, {});
        Q_EMIT transferProgressed(held, TransferStep::Succeeded, {});
        end(consultation, EndReason::Transferred);
        end(held, EndReason::Transferred);
    });
}

} // namespace vorzimmer::telephony
