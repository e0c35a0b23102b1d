#pragma once

#include "vorzimmer/domain/transfer.h"
#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/ports/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

using domain::TransferManner;
using domain::TransferStage;

/// Puts one caller through: tries the steps one after the other until somebody takes the call, and brings the caller back when
/// nobody does. Announced transfers hold the caller and consult each target; a target that is busy, silent for
/// ringTime or unreachable is followed by the next. Belongs to the caller's case; lives on the GUI thread.
class Transfer : public QObject {
    Q_OBJECT

public:
    /// How long a consultation rings before the next number is tried.
    static constexpr std::chrono::milliseconds ringTime{20000};

    Transfer(ports::CallFeed& feed, const ports::Clock& clock, ports::CallRef caller, TransferManner manner,
             std::vector<domain::RingStep> steps, ports::DialOrigin origin, QObject* parent = nullptr);

    /// @p state is the caller's, Active or held.
    void start(ports::CallState state);

    [[nodiscard]] TransferManner manner() const { return m_manner; }
    [[nodiscard]] TransferStage stage() const { return m_stage; }
    [[nodiscard]] domain::TransferStatus status() const;
    /// Whom it is about now: the step being tried, or the one who took the call. Steps are never empty.
    [[nodiscard]] const domain::RingStep& step() const { return m_steps[m_at]; }
    [[nodiscard]] const std::vector<domain::TransferAttempt>& attempts() const { return m_attempts; }
    [[nodiscard]] bool isOver() const;
    /// We speak with the target at this moment.
    [[nodiscard]] bool isConsulting() const { return m_consultation && m_consultationState == ports::CallState::Active; }
    /// The consultation call while there is one.
    [[nodiscard]] std::optional<ports::CallRef> consultation() const { return m_consultation; }

    // ---- what the user does; each does nothing at a stage where it makes no sense
    /// Connects the caller with the target, whoever of both waits.
    void join();
    /// Speaks with the other one of both, the one left waits. Takes the target back that was put on hold for another call.
    void swap();
    /// Gives the target up and goes back to the caller. After the caller has gone: ends the consultation.
    void giveUp();
    /// Stops ringing this number and tries the next. Announced and Ringing only.
    void tryNext();

Q_SIGNALS:
    void changed();
    /// Nothing of it is left; stage() says how it ended.
    void over();
    void attemptsChanged();

private:
    void onState(ports::CallRef call, ports::CallState state);
    void onEnded(ports::CallRef call, domain::EndReason reason);
    void onProgress(ports::CallRef call, ports::TransferStep step, const QString& detail);
    void onFinished(ports::CommandId command, const domain::Outcome& outcome);
    void onConsultationEnded(domain::EndReason reason);
    void onCallerEnded(domain::EndReason reason);

    void ring();
    void ringOn(domain::AttemptOutcome outcome);
    void comeBack();
    void enter(TransferStage stage);
    void finish(TransferStage stage);
    void close(domain::AttemptOutcome outcome);

    ports::CallFeed& m_feed;
    const ports::Clock& m_clock;
    const ports::CallRef m_caller;
    const TransferManner m_manner;
    const std::vector<domain::RingStep> m_steps;
    const ports::DialOrigin m_origin;
    TransferStage m_stage = TransferStage::Holding;
    bool m_rings = false; ///< the telephone says so
    ports::CallState m_callerState = ports::CallState::Active;
    size_t m_at = 0;
    std::vector<domain::TransferAttempt> m_attempts;
    std::optional<ports::CallRef> m_consultation;
    ports::CallState m_consultationState = ports::CallState::OutgoingRinging;
    std::optional<ports::CommandId> m_dial; ///< no call has come of it yet
    std::optional<ports::CommandId> m_command; ///< the last one that the stage hangs on
    bool m_swapping = false;
    bool m_joiningNext = false; ///< as soon as the target is back on the line
    bool m_givingUp = false;
    QTimer m_patience;
};

} // namespace vorzimmer::desk
