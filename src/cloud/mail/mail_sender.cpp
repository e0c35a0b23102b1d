#include "mail/mail_sender.h"

#include "mail/letter.h"

#include <QPointer>

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
    m_thread.post([this] {
        m_tenants.clear();
        m_trials.clear();
    });
}

void MailSender::open(const TenantId& tenant, const MailAccess& access, std::shared_ptr<ports::MailOutbox> outbox)
{
    const quint64 opening = ++m_openings;
    m_open[tenant] = opening;
    m_thread.post([this, tenant, access, opening, outbox = std::move(outbox)]() mutable {
        m_tenants.erase(tenant); // never two on one outbox
        auto one = std::make_unique<TenantMail>(tenant, access, m_storeLane, std::move(outbox), m_clock, m_options, m_lifeline);
        connect(one.get(), &TenantMail::statusChanged, one.get(), [this, tenant, opening](const ports::MailStatus& status) {
            bringHome(tenant, opening, [this, status] { Q_EMIT statusChanged(status); });
        });
        connect(one.get(), &TenantMail::outboxChanged, one.get(), [this, tenant, opening] {
            bringHome(tenant, opening, [this, tenant] { Q_EMIT outboxChanged(tenant); });
        });
        connect(one.get(), &TenantMail::troubled, one.get(), [this, tenant, opening] {
            bringHome(tenant, opening, [this, tenant] { Q_EMIT troubled(tenant); });
        });
        one->start();
        m_tenants.emplace(tenant, std::move(one));
    });
}

void MailSender::bringHome(const TenantId& tenant, quint64 opening, std::function<void()> tell)
{
    m_home->drop([this, alive = std::weak_ptr<bool>(m_alive), tenant, opening, tell = std::move(tell)] {
        if (alive.expired())
            return;
        const auto found = m_open.find(tenant);
        if (found != m_open.end() && found->second == opening)
            tell();
    });
}

void MailSender::close(const TenantId& tenant)
{
    m_open.erase(tenant);
    m_thread.post([this, tenant] { m_tenants.erase(tenant); });
}

void MailSender::with(const TenantId& tenant, void (TenantMail::*wish)())
{
    m_thread.post([this, tenant, wish] {
        if (const auto found = m_tenants.find(tenant); found != m_tenants.end())
            (found->second.get()->*wish)();
    });
}

void MailSender::push(const TenantId& tenant)
{
    with(tenant, &TenantMail::push);
}

void MailSender::retryNow(const TenantId& tenant)
{
    with(tenant, &TenantMail::retryNow);
}

void MailSender::test(const MailAccess& access, const domain::Mail& mail, QObject* receiver,
                      std::function<void(const MailReport&)> answer)
{
    auto parcel = std::make_shared<MailReport>();
    const quint64 ticket = m_home->expect([parcel, guard = QPointer<QObject>(receiver), answer = std::move(answer)] {
        if (guard)
            answer(*parcel);
    });
    m_thread.post([this, access, mail, parcel, ticket, home = m_home]() mutable {
        tryOut(access, mail, [parcel = std::move(parcel), ticket, home](const MailReport& report) mutable {
            *parcel = report;
            parcel.reset();
            home->arrived(ticket);
        });
    });
}

void MailSender::tryOut(const MailAccess& access, const domain::Mail& mail, std::function<void(const MailReport&)> tell)
{
    const auto bytes = letter(mail, access);
    if (!bytes) {
        tell({false, bytes.error().detail, bytes.error().where == u"sender"});
        return;
    }
    const quint64 number = ++m_lastTrial;
    Trial& trial = m_trials[number];
    trial.underWay = std::make_unique<HandOver>(access, mail.recipients.front().address, *bytes, m_options, m_lifeline);
    trial.multi = std::make_unique<curl::Multi>();
    trial.multi->add(trial.underWay->handle(), [this, number, tell = std::move(tell)](CURLcode code) {
        const HandedOver done = m_trials[number].underWay->outcome(code);
        tell({done.fate == ports::MailFate::Delivered, done.answer, done.fate == ports::MailFate::Untouched});
        m_thread.post([this, number] { m_trials.erase(number); }); // its multi is the one that calls
    });
}

} // namespace mail

std::unique_ptr<ports::MailPost> makeMailPost(lane::Lane& storeLane, const ports::Clock& clock, const MailOptions& options)
{
    return std::make_unique<mail::MailSender>(storeLane, clock, options);
}

} // namespace vorzimmer::cloud
