#pragma once

#include "mail/tenant_mail.h"
#include "tenant_engines.h"

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

    using Engines = TenantEngines<TenantMail, Trial>;

    /// On the cloud thread: @p tell is called once, or never when this goes first.
    void tryOut(const ports::MailAccess& access, const domain::Mail& mail, std::function<void(const ports::MailReport&)> tell);

    lane::Lane& m_storeLane;
    const ports::Clock& m_clock;
    const MailOptions m_options;
    Lifeline m_lifeline;
    Engines m_engines; ///< last: its thread uses all the others
};

} // namespace vorzimmer::cloud::mail
