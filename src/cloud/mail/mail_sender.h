#pragma once

#include "cloud_thread.h"
#include "mail/tenant_mail.h"

#include <map>

namespace vorzimmer::cloud::mail {

/// The post on the GUI thread: hands every wish to the tenant's TenantMail on the cloud thread and brings its news home.
class MailSender : public ports::MailPost {
    Q_OBJECT

public:
    MailSender(lane::Lane& storeLane, const ports::Clock& clock, const MailOptions& options);
    ~MailSender() override;

    void open(const domain::TenantId& tenant, const ports::MailAccess& access, std::shared_ptr<ports::MailOutbox> outbox) override;
    void close(const domain::TenantId& tenant) override;
    void push(const domain::TenantId& tenant) override;
    void retryNow(const domain::TenantId& tenant) override;
    void test(const ports::MailAccess& access, const domain::Mail& mail, QObject* receiver,
              std::function<void(const ports::MailReport&)> answer) override;

private:
    struct Trial {
        std::unique_ptr<HandOver> underWay;
        std::unique_ptr<curl::Multi> multi; ///< goes before what is on it
    };

    /// Runs @p tell at home, unless this opening of @p tenant is over by then.
    void bringHome(const domain::TenantId& tenant, quint64 opening, std::function<void()> tell);
    void with(const domain::TenantId& tenant, void (TenantMail::*wish)());
    /// On the cloud thread: @p tell is called once, or never when this goes first.
    void tryOut(const ports::MailAccess& access, const domain::Mail& mail, std::function<void(const ports::MailReport&)> tell);

    lane::Lane& m_storeLane;
    const ports::Clock& m_clock;
    const MailOptions m_options;
    Lifeline m_lifeline;
    quint64 m_openings = 0;
    std::map<domain::TenantId, quint64> m_open; ///< news of any other opening come late and are dropped
    std::map<domain::TenantId, std::unique_ptr<TenantMail>> m_tenants; ///< touched on the cloud thread only
    std::map<quint64, Trial> m_trials;                                 ///< likewise
    quint64 m_lastTrial = 0;                                           ///< likewise
    const std::shared_ptr<lane::LetterBox> m_home = lane::LetterBox::ofThisThread();
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< news still on their way watch it
    CloudThread m_thread;                                               ///< last: it ends before anything that it uses
};

} // namespace vorzimmer::cloud::mail
