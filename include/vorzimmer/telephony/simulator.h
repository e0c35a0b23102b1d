#pragma once

#include "vorzimmer/telephony/lawful_feed.h"
#include "vorzimmer/telephony/scenario.h"

#include <functional>
#include <map>

namespace vorzimmer::telephony {

/// A call feed without a telephone: plays a scenario under the same laws as a real line. Knows every capability but audio.
class Simulator final : public LawfulFeed {
    Q_OBJECT

public:
    /// @p speed 10 plays ten times as fast.
    explicit Simulator(Scenario scenario, double speed = 1.0, QObject* parent = nullptr);

    void start() override;
    void stop() override;
    [[nodiscard]] ports::Capabilities capabilities() const override;

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
    void planNext();
    void ringNext();
    /// Runs @p action after that much simulated time, unless the feed was stopped by then.
    void after(std::chrono::milliseconds delay, std::function<void()> action);
    /// As above, and only while @p call is in @p state.
    void afterIn(ports::CallState state, ports::CallRef call, std::chrono::milliseconds delay, std::function<void()> action);
    void passOn(ports::CallRef call, const QString& target);
    void ringTarget(ports::CommandId dial, const QString& target, ports::CallRef consultFor);
    /// What @p target does when he is rung for the sake of @p call.
    [[nodiscard]] ScriptedTarget targetFor(ports::CallRef call, const QString& target) const;
    void failTransfer(ports::CallRef call, ports::CallState before, const QString& detail);

    Scenario m_scenario;
    double m_speed;
    std::size_t m_next = 0;
    quint64 m_run = 0; ///< counts start and stop, so that old timers find out
    std::map<ports::CallRef, ScriptedCall> m_scripts;
};

} // namespace vorzimmer::telephony
