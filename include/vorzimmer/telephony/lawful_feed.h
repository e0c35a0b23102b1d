#pragma once

#include "vorzimmer/ports/call_feed.h"

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>

namespace vorzimmer::telephony {

/// The laws of ports::CallFeed, kept in one place for every feed: numbers calls and commands, refuses what is unknown,
/// unsupported or too late, and lets each call end once. A feed implements the begin... functions and reports by the
/// protected ones.
class LawfulFeed : public ports::CallFeed {
    Q_OBJECT

public:
    using ports::CallFeed::CallFeed;

    [[nodiscard]] ports::BackendState backendState() const final { return m_backend; }
    [[nodiscard]] std::vector<ports::CallSnapshot> snapshot() const final;

    ports::CommandId answer(ports::CallRef call) final;
    ports::CommandId reject(ports::CallRef call, ports::RejectReason reason) final;
    ports::CommandId redirect(ports::CallRef call, const QString& target) final;
    ports::CommandId hangUp(ports::CallRef call) final;
    ports::CommandId hold(ports::CallRef call) final;
    ports::CommandId resume(ports::CallRef call) final;
    ports::CommandId blindTransfer(ports::CallRef call, const QString& target) final;
    ports::CommandId dial(const QString& target, const ports::DialOrigin& origin, ports::CallRef consultFor) final;
    ports::CommandId completeTransfer(ports::CallRef held, ports::CallRef consultation) final;
    ports::CommandId sendDtmf(ports::CallRef call, const QString& digits) final;
    ports::CommandId setMuted(ports::CallRef call, bool muted) final;
    ports::CommandId setAvailable(bool available) final;

protected:
    /// Each is called with a call in a fitting state and owes one finish(), now or later. Those of a capability that
    /// the feed does not name are never called.
    virtual void beginAnswer(ports::CommandId command, ports::CallRef call) = 0;
    virtual void beginReject(ports::CommandId command, ports::CallRef call, ports::RejectReason reason) = 0;
    virtual void beginHangUp(ports::CommandId command, ports::CallRef call) = 0;
    virtual void beginRedirect(ports::CommandId command, ports::CallRef call, const QString& target);
    virtual void beginHold(ports::CommandId command, ports::CallRef call);
    virtual void beginResume(ports::CommandId command, ports::CallRef call);
    virtual void beginBlindTransfer(ports::CommandId command, ports::CallRef call, const QString& target);
    virtual void beginDial(ports::CommandId command, const QString& target, const ports::DialOrigin& origin, ports::CallRef consultFor);
    virtual void beginCompleteTransfer(ports::CommandId command, ports::CallRef held, ports::CallRef consultation);
    virtual void beginSendDtmf(ports::CommandId command, ports::CallRef call, const QString& digits);
    virtual void beginSetMuted(ports::CommandId command, ports::CallRef call, bool muted);

    /// False after setAvailable(false): new calls are not to be offered.
    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// Empty when there is no such call, or it is about to end.
    [[nodiscard]] std::optional<ports::CallState> stateOf(ports::CallRef call) const;
    [[nodiscard]] bool hasCalls() const { return !m_calls.empty(); }

    [[nodiscard]] ports::CallRef newCall() { return {++m_lastCall}; }
    /// Adds the call and tells of it. @p offer.call comes from newCall().
    void offer(const ports::CallOffer& offer);
    /// Adds the call of our own that @p dial asked for; it rings at the other side.
    void ringOut(ports::CallRef call, ports::CommandId dial);
    /// Tells of the new state, once.
    void enter(ports::CallRef call, ports::CallState state);
    /// Ends the call at once; nothing happens when it has ended before. A reason given to endSoon() goes first.
    void end(ports::CallRef call, domain::EndReason reason);
    void endAll(domain::EndReason reason);
    /// Finishes @p command well and then ends @p call, both after the caller has its command id.
    void endSoon(ports::CommandId command, ports::CallRef call, domain::EndReason reason);
    /// Once the caller has its command id: finishes @p command well and runs @p action, unless the call has changed its
    /// state by then, which refuses the command.
    void carryOut(ports::CommandId command, ports::CallRef call, std::function<void()> action);
    /// Told after the caller has its command id.
    void finish(ports::CommandId command, domain::Outcome outcome);
    void enterBackend(ports::BackendState state, const QString& reason);

private:
    struct Entry {
        ports::CallState state = ports::CallState::Offered;
        std::optional<domain::EndReason> leaving;
    };

    [[nodiscard]] std::optional<domain::Error> refusal(ports::Capability capability, ports::CallRef call,
                                                       std::initializer_list<ports::CallState> fitting) const;
    template <class Begin>
    ports::CommandId command(ports::Capability capability, ports::CallRef call,
                             std::initializer_list<ports::CallState> fitting, Begin begin);
    ports::CommandId newCommand() { return {++m_lastCommand}; }

    std::map<ports::CallRef, Entry> m_calls;
    ports::BackendState m_backend = ports::BackendState::Down;
    quint64 m_lastCall = 0;
    quint64 m_lastCommand = 0;
    bool m_available = true;
};

} // namespace vorzimmer::telephony
