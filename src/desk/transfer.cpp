#include "vorzimmer/desk/transfer.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::AttemptOutcome;
using domain::EndReason;
using ports::CallRef;
using ports::CallState;
using ports::CommandId;
using ports::TransferStep;

namespace {

AttemptOutcome outcomeOf(EndReason reason)
{
    switch (reason) {
    case EndReason::PeerBusy: return AttemptOutcome::Busy;
    case EndReason::PeerDeclined: return AttemptOutcome::Declined;
    case EndReason::Unreachable: return AttemptOutcome::Unreachable;
    // Ours, too: it had rung for long enough.
    case EndReason::NoAnswer:
    case EndReason::WeHungUp: return AttemptOutcome::NoAnswer;
    default: return AttemptOutcome::Failed;
    }
}

/// @p detail begins with the SIP code that the other side gave.
AttemptOutcome outcomeOf(const QString& detail)
{
    switch (detail.section(QLatin1Char(' '), 0, 0).toInt()) {
    case 486:
    case 600: return AttemptOutcome::Busy;
    case 603: return AttemptOutcome::Declined;
    case 404:
    case 410:
    case 484:
    case 604: return AttemptOutcome::Unreachable;
    case 408:
    case 480:
    case 487: return AttemptOutcome::NoAnswer;
    default: return AttemptOutcome::Failed;
    }
}

} // namespace

Transfer::Transfer(ports::CallFeed& feed, const ports::Clock& clock, CallRef caller, TransferManner manner,
                   std::vector<domain::RingStep> steps, ports::DialOrigin origin, QObject* parent)
    : QObject(parent), m_feed(feed), m_clock(clock), m_caller(caller), m_manner(manner), m_steps(std::move(steps)),
      m_origin(std::move(origin))
{
    Q_ASSERT(!m_steps.empty());
    m_patience.setSingleShot(true);
    m_patience.setInterval(ringTime);
    connect(&m_patience, &QTimer::timeout, this, &Transfer::tryNext);
    connect(&feed, &ports::CallFeed::callStarted, this, [this](CallRef call, CommandId dial) {
        if (dial != m_dial)
            return;
        m_dial.reset();
        m_consultation = call;
        m_consultationState = CallState::OutgoingRinging;
        if (m_givingUp || isOver())
            m_feed.hangUp(call);
    });
    connect(&feed, &ports::CallFeed::callStateChanged, this, &Transfer::onState);
    connect(&feed, &ports::CallFeed::callEnded, this, &Transfer::onEnded);
    connect(&feed, &ports::CallFeed::transferProgressed, this, &Transfer::onProgress);
    connect(&feed, &ports::CallFeed::commandFinished, this, &Transfer::onFinished);
}

bool Transfer::isOver() const
{
    return !domain::isUnderWay(m_stage);
}

domain::TransferStatus Transfer::status() const
{
    return {m_manner, m_stage, step(), m_rings || m_consultation.has_value(), m_at + 1 < m_steps.size(), m_attempts};
}

// ---------------------------------------------------------------------------------------------------- one after the other

void Transfer::start(CallState state)
{
    m_callerState = state;
    if (m_manner == TransferManner::Blind || state == CallState::HeldByUs)
        ring();
    else
        m_command = m_feed.hold(m_caller);
}

void Transfer::ring()
{
    domain::TransferAttempt attempt;
    attempt.name = step().name;
    attempt.number = step().number;
    attempt.announced = m_manner == TransferManner::Announced;
    attempt.startedAt = m_clock.nowUtc();
    m_attempts.push_back(std::move(attempt));
    m_rings = false;
    const QString number = step().number.number.e164();
    if (m_manner == TransferManner::Blind) {
        m_command = m_feed.blindTransfer(m_caller, number);
    } else {
        m_dial = m_command = m_feed.dial(number, m_origin, m_caller);
        m_patience.start();
    }
    enter(TransferStage::Ringing);
    Q_EMIT attemptsChanged();
}

void Transfer::ringOn(AttemptOutcome outcome)
{
    close(m_givingUp ? AttemptOutcome::GivenUp : outcome);
    if (m_givingUp || m_at + 1 == m_steps.size()) {
        comeBack();
        return;
    }
    ++m_at;
    ring();
}

void Transfer::close(AttemptOutcome outcome)
{
    m_patience.stop();
    if (m_attempts.empty() || m_attempts.back().outcome != AttemptOutcome::Open)
        return;
    m_attempts.back().outcome = outcome;
    m_attempts.back().endedAt = m_clock.nowUtc();
    Q_EMIT attemptsChanged();
}

void Transfer::comeBack()
{
    const auto calls = m_feed.snapshot();
    // Whoever is spoken with now must not be joined by a second voice: then the caller goes on waiting.
    const bool speaking = std::any_of(calls.begin(), calls.end(), [this](const ports::CallSnapshot& one) {
        return one.state == CallState::Active && one.call != m_caller && one.call != m_consultation;
    });
    if (m_callerState == CallState::HeldByUs && !speaking)
        m_feed.resume(m_caller);
    finish(TransferStage::CameBack);
}

void Transfer::enter(TransferStage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

void Transfer::finish(TransferStage stage)
{
    m_patience.stop();
    enter(stage);
    Q_EMIT over();
}

// ------------------------------------------------------------------------------------------------------ what the user does

void Transfer::join()
{
    if (m_stage == TransferStage::WithCaller) {
        m_joiningNext = true;
        swap();
    }
    if (m_stage != TransferStage::Consulting || m_consultationState != CallState::Active)
        return;
    m_joiningNext = false;
    m_command = m_feed.completeTransfer(m_caller, *m_consultation);
    enter(TransferStage::Joining);
}

void Transfer::swap()
{
    if (m_stage == TransferStage::Consulting && m_consultationState == CallState::HeldByUs) {
        m_feed.resume(*m_consultation);
        return;
    }
    if (m_stage == TransferStage::Consulting && m_consultationState == CallState::Active)
        m_feed.hold(*m_consultation);
    else if (m_stage == TransferStage::WithCaller && m_callerState == CallState::Active)
        m_feed.hold(m_caller);
    else
        return;
    m_swapping = true;
}

void Transfer::giveUp()
{
    if (isOver() || m_manner == TransferManner::Blind || m_stage == TransferStage::Joining)
        return;
    m_givingUp = true;
    if (m_consultation)
        m_feed.hangUp(*m_consultation);
}

void Transfer::tryNext()
{
    if (m_stage == TransferStage::Ringing && m_consultation)
        m_feed.hangUp(*m_consultation);
}

// ---------------------------------------------------------------------------------------------------- what the telephone tells

void Transfer::onFinished(CommandId command, const domain::Outcome& outcome)
{
    if (command != m_command || outcome)
        return;
    m_command.reset();
    m_dial.reset();
    switch (m_stage) {
    case TransferStage::Holding: finish(TransferStage::CameBack); break;
    case TransferStage::Ringing: ringOn(AttemptOutcome::Failed); break;
    case TransferStage::Joining: enter(TransferStage::Consulting); break;
    default: break;
    }
}

void Transfer::onState(CallRef call, CallState state)
{
    if (isOver())
        return;
    if (call == m_caller) {
        m_callerState = state;
        if (state == CallState::HeldByUs && m_stage == TransferStage::Holding) {
            if (m_givingUp)
                comeBack();
            else
                ring();
        } else if (state == CallState::HeldByUs && m_swapping) {
            m_feed.resume(*m_consultation);
        } else if (state == CallState::Active && m_swapping && m_stage == TransferStage::Consulting) {
            m_swapping = false;
            enter(TransferStage::WithCaller);
        }
    } else if (call == m_consultation) {
        m_consultationState = state;
        if (state == CallState::Active && m_stage == TransferStage::Ringing) {
            m_patience.stop();
            enter(TransferStage::Consulting);
        } else if (state == CallState::HeldByUs && m_swapping) {
            m_feed.resume(m_caller);
        } else if (state == CallState::Active && m_swapping && m_stage == TransferStage::WithCaller) {
            m_swapping = false;
            enter(TransferStage::Consulting);
            if (m_joiningNext)
                join();
        }
    }
}

void Transfer::onProgress(CallRef call, TransferStep step, const QString& detail)
{
    if (call != m_caller || isOver())
        return;
    m_rings = step == TransferStep::Ringing;
    if (step != TransferStep::Failed)
        Q_EMIT changed();
    else if (m_stage == TransferStage::Joining)
        enter(TransferStage::Consulting);
    else if (m_manner == TransferManner::Blind)
        ringOn(outcomeOf(detail));
}

void Transfer::onEnded(CallRef call, EndReason reason)
{
    if (call == m_consultation) {
        m_consultation.reset();
        m_swapping = false;
        onConsultationEnded(reason);
    } else if (call == m_caller && !isOver()) {
        onCallerEnded(reason);
    }
}

void Transfer::onConsultationEnded(EndReason reason)
{
    switch (m_stage) {
    case TransferStage::Ringing: ringOn(outcomeOf(reason)); break;
    case TransferStage::Consulting:
    case TransferStage::WithCaller:
        close(AttemptOutcome::Spoken);
        comeBack();
        break;
    case TransferStage::Joining:
        // Joined: the caller's own end comes next and says so.
        if (reason == EndReason::Transferred)
            break;
        close(AttemptOutcome::Spoken);
        comeBack();
        break;
    case TransferStage::CallerGone:
        close(AttemptOutcome::Spoken);
        finish(TransferStage::Ended);
        break;
    default: break;
    }
}

void Transfer::onCallerEnded(EndReason reason)
{
    m_callerState = CallState::Ended;
    if (reason == EndReason::Transferred) {
        close(AttemptOutcome::Connected);
        finish(TransferStage::Succeeded);
    } else if (m_stage == TransferStage::Consulting && m_consultation) {
        enter(TransferStage::CallerGone);
    } else {
        close(m_stage == TransferStage::Ringing ? AttemptOutcome::GivenUp : AttemptOutcome::Spoken);
        finish(TransferStage::Ended);
        if (m_consultation)
            m_feed.hangUp(*m_consultation);
    }
}

} // namespace vorzimmer::desk
