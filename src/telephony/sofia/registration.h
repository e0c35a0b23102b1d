#pragma once

#include "sofia/sip_handle.h"

#include "vorzimmer/ports/line_status.h"
#include "vorzimmer/telephony/line_account.h"

#include <QTimer>

#include <functional>
#include <optional>

struct sockaddr;

namespace vorzimmer::telephony::sofia {

/// Keeps one line registered: asks, proves who we are, renews, and tries again with growing pauses when that fails. What a
/// person has to change is not tried again by itself.
class Registration final : public HandleOwner {
public:
    /// @p tell hears every change of the status, and may come from within the library's callback.
    using Tell = std::function<void(const ports::LineStatus&)>;
    Registration(nua_t* nua, LineAccount account, const LineTiming& timing, Tell tell);
    ~Registration() override;
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;

    /// Asks at once, whatever was planned: also renews, and also where only a person was expected to do something.
    void askNow();
    /// The same where trying may help by itself: the network has changed.
    void askNowIfUseful();

    void onEvent(const SipEvent& event) override;

    [[nodiscard]] const LineAccount& account() const { return m_account; }
    [[nodiscard]] const ports::LineStatus& status() const { return m_status; }
    /// Who registered us may call us, as long as that lasts.
    [[nodiscard]] bool admits(const sockaddr* peer) const;

private:
    void askAfresh();
    void ask();
    void onAnswer(const SipEvent& event);
    void onChallenge(const SipEvent& event);
    void onRegistered(const sip_t& response);
    void onRefused(const SipEvent& event);
    void lose(ports::LineTrouble trouble, int code, const QString& detail, std::chrono::milliseconds pause);
    void block(ports::LineTrouble trouble, int code, const QString& detail);
    void enter(ports::LineStatus status);
    [[nodiscard]] std::chrono::milliseconds nextPause();
    [[nodiscard]] ports::LineStatus standing(ports::LineState state) const;

    nua_t* m_nua;
    LineAccount m_account;
    LineTiming m_timing;
    Tell m_tell;
    ports::LineStatus m_status;
    SipHandle m_handle;
    bool m_asking = false;
    bool m_proved = false; ///< who we are, in answer to the question under way
    int m_failures = 0;
    QByteArray m_peer; ///< the address of who registered us; empty = nobody has
    QDateTime m_holdsUntil;
    QTimer m_next;
    QTimer m_patience;
};

} // namespace vorzimmer::telephony::sofia
