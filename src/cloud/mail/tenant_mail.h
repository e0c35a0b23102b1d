#pragma once

#include "curl/multi.h"
#include "mail/hand_over.h"

#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/mail_post.h"

#include <optional>

namespace vorzimmer::cloud::mail {

/// Empties one tenant's outbox: one mail to one recipient at a time. It is on file as in flight before anything is sent. Lives on
/// the cloud thread; destroying it ends what is under way.
class TenantMail : public QObject {
    Q_OBJECT

public:
    TenantMail(const domain::TenantId& tenant, ports::MailAccess access, lane::Lane& storeLane,
               std::shared_ptr<ports::MailOutbox> outbox, const ports::Clock& clock, const MailOptions& options, Lifeline& lifeline);
    ~TenantMail() override;

    void start();
    void push();
    void retryNow();

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::MailStatus& status);
    void outboxChanged();
    void troubled();

private:
    template <class Job, class Deliver>
    void askOutbox(Job job, Deliver deliver);

    /// Sets in motion whatever may move; called after everything that happens.
    void goOn();
    void carry(const ports::MailErrand& errand);
    void conclude(const ports::MailErrand& errand, const HandedOver& done);
    [[nodiscard]] ports::MailVerdict verdict(const domain::Recipient& to, const HandedOver& done) const;
    [[nodiscard]] std::chrono::milliseconds pause(int failures) const;
    void settle(const domain::MailId& mail, int recipient, const ports::MailVerdict& given);
    void warn(const domain::Error& error) const;
    void failStore(const domain::Error& error);
    void rest();
    void publish(const ports::MailSummary& summary, const std::optional<QDateTime>& nextTry);

    const domain::TenantId m_tenant;
    const ports::MailAccess m_access;
    lane::Lane& m_lane;
    std::shared_ptr<ports::MailOutbox> m_outbox; ///< used on the lane only
    const ports::Clock& m_clock;
    const MailOptions m_options;
    Lifeline& m_lifeline;
    std::unique_ptr<HandOver> m_underWay;
    curl::Multi m_multi; ///< goes before what is on it
    QTimer m_next;       ///< until somebody's time comes
    QTimer m_pause;      ///< while the server does not answer at all, or the account needs a person
    QString m_forPerson; ///< why nothing is sent before a person has acted
    int m_silences = 0;  ///< in a row
    bool m_begun = false;
    bool m_busy = false;
    bool m_wanted = false; ///< something came while we were busy
    std::optional<ports::MailStatus> m_published;
};

} // namespace vorzimmer::cloud::mail
