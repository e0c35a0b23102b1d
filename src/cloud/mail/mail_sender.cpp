#include "mail/mail_sender.h"

#include "mail/letter.h"

namespace vorzimmer::cloud {

using domain::TenantId;
using ports::MailAccess;
using ports::MailReport;

namespace mail {

MailSender::MailSender(lane::Lane& storeLane, const ports::Clock& clock, const MailOptions& options)
    : m_storeLane(storeLane), m_clock(clock), m_options(options)
{
}

MailSender::~MailSender()
{
    m_lifeline.cut();
}

void MailSender::open(const TenantId& tenant, const MailAccess& access, std::shared_ptr<ports::MailOutbox> outbox)
{
    m_engines.open(tenant, [this, tenant, access, outbox = std::move(outbox)](const Engines::Home& home) {
        auto one = std::make_unique<TenantMail>(tenant, access, m_storeLane, outbox, m_clock, m_options, m_lifeline);
        connect(one.get(), &TenantMail::statusChanged, one.get(), [this, home](const ports::MailStatus& status) {
            home([this, status] { Q_EMIT statusChanged(status); });
        });
        connect(one.get(), &TenantMail::outboxChanged, one.get(),
                [this, home, tenant] { home([this, tenant] { Q_EMIT outboxChanged(tenant); }); });
        connect(one.get(), &TenantMail::troubled, one.get(), [this, home, tenant] { home([this, tenant] { Q_EMIT troubled(tenant); }); });
        return one;
    });
}

void MailSender::close(const TenantId& tenant)
{
    m_engines.close(tenant);
}

void MailSender::push(const TenantId& tenant)
{
    m_engines.wish(tenant, &TenantMail::push);
}

void MailSender::retryNow(const TenantId& tenant)
{
    m_engines.wish(tenant, &TenantMail::retryNow);
}

void MailSender::test(const MailAccess& access, const domain::Mail& mail, QObject* receiver,
                      std::function<void(const MailReport&)> answer)
{
    m_engines.ask<MailReport>(receiver, std::move(answer), [this, access, mail](auto tell) { tryOut(access, mail, std::move(tell)); });
}

void MailSender::tryOut(const MailAccess& access, const domain::Mail& mail, std::function<void(const MailReport&)> tell)
{
    const auto bytes = letter(mail, access);
    if (!bytes) {
        tell({false, bytes.error().detail, bytes.error().where == u"sender"});
        return;
    }
    auto [trial, over] = m_engines.keep({std::make_unique<HandOver>(access, mail.recipients.front().address, *bytes, m_options, m_lifeline),
                                         std::make_unique<curl::Multi>()});
    const HandOver& underWay = *trial.underWay;
    trial.multi->add(underWay.handle(), [&underWay, over = over, tell = std::move(tell)](CURLcode code) {
        const HandedOver done = underWay.outcome(code);
        tell({done.fate == ports::MailFate::Delivered, done.answer, done.fate == ports::MailFate::Untouched});
        over();
    });
}

} // namespace mail

std::unique_ptr<ports::MailPost> makeMailPost(lane::Lane& storeLane, const ports::Clock& clock, const MailOptions& options)
{
    return std::make_unique<mail::MailSender>(storeLane, clock, options);
}

} // namespace vorzimmer::cloud
