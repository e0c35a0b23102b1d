#include "topics/topic_sync.h"

#include "topics/provider_factory.h"

#include "vorzimmer/cloud/topic_sync.h"

#include <QPointer>

namespace vorzimmer::cloud {

using domain::TenantId;
using ports::BoardAccess;
using ports::BoardReport;
using ports::BoardStatus;
using ports::TopicLedger;

namespace topics {

TopicSync::TopicSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options)
    : m_storeLane(storeLane), m_clock(clock), m_options(options)
{
}

TopicSync::~TopicSync()
{
    m_thread.post([this] {
        m_syncs.clear();
        m_trials.clear();
    });
}

void TopicSync::open(const TenantId& tenant, const BoardAccess& access, std::shared_ptr<TopicLedger> ledger)
{
    const quint64 opening = ++m_openings;
    m_open[tenant] = opening;
    m_thread.post([this, tenant, access, opening, desk = LedgerDesk(m_storeLane, std::move(ledger))] {
        m_syncs.erase(tenant); // never two on one ledger
        auto sync = std::make_unique<TenantSync>(tenant, access, desk, m_clock, m_options);
        connectNews(*sync, tenant, opening);
        sync->start();
        m_syncs.emplace(tenant, std::move(sync));
    });
}

bool TopicSync::isOpen(const TenantId& tenant, quint64 opening) const
{
    const auto found = m_open.find(tenant);
    return found != m_open.end() && found->second == opening;
}

void TopicSync::bringHome(const TenantId& tenant, quint64 opening, std::function<void()> tell)
{
    m_home->drop([this, alive = std::weak_ptr<bool>(m_alive), tenant, opening, tell = std::move(tell)] {
        if (!alive.expired() && isOpen(tenant, opening))
            tell();
    });
}

void TopicSync::connectNews(const TenantSync& sync, const TenantId& tenant, quint64 opening)
{
    connect(&sync, &TenantSync::statusChanged, &sync, [this, tenant, opening](const BoardStatus& status) {
        bringHome(tenant, opening, [this, status] { Q_EMIT statusChanged(status); });
    });
    connect(&sync, &TenantSync::topicsChanged, &sync,
            [this, tenant, opening] { bringHome(tenant, opening, [this, tenant] { Q_EMIT topicsChanged(tenant); }); });
}

void TopicSync::close(const TenantId& tenant)
{
    m_open.erase(tenant);
    m_thread.post([this, tenant] { m_syncs.erase(tenant); });
}

void TopicSync::with(const TenantId& tenant, void (TenantSync::*wish)())
{
    m_thread.post([this, tenant, wish] {
        if (const auto found = m_syncs.find(tenant); found != m_syncs.end())
            (found->second.get()->*wish)();
    });
}

void TopicSync::push(const TenantId& tenant)
{
    with(tenant, &TenantSync::push);
}

void TopicSync::retryNow(const TenantId& tenant)
{
    with(tenant, &TenantSync::retryNow);
}

void TopicSync::test(const BoardAccess& access, QObject* receiver, std::function<void(const BoardReport&)> answer)
{
    auto parcel = std::make_shared<BoardReport>();
    const quint64 ticket =
        m_home->expect([parcel, guard = QPointer<QObject>(receiver), answer = std::move(answer)] {
            if (guard)
                answer(*parcel);
        });
    m_thread.post([this, access, parcel, ticket, home = m_home]() mutable {
        tryOut(access, [parcel = std::move(parcel), ticket, home](const BoardReport& report) mutable {
            *parcel = report;
            parcel.reset();
            home->arrived(ticket);
        });
    });
}

void TopicSync::tryOut(const BoardAccess& access, const std::function<void(const BoardReport&)>& tell)
{
    auto provider = makeProvider(access, m_clock, m_options);
    if (!provider) {
        BoardReport report;
        report.problem = provider.error().detail;
        tell(report);
        return;
    }
    const quint64 trial = ++m_lastTrial;
    Provider& asked = *m_trials.emplace(trial, std::move(*provider)).first->second;
    asked.probe([this, trial, pollEvery = asked.pollEvery(), tell](const ProbeReply& found) {
        BoardReport report = found.report;
        report.reachable = found.answer == Answer::Done;
        report.problem = found.problem;
        report.pollEvery = pollEvery.value_or(std::chrono::milliseconds(0));
        tell(report);
        m_thread.post([this, trial] { m_trials.erase(trial); }); // it is the one that calls
    });
}

} // namespace topics

std::unique_ptr<ports::TopicBoard> makeTopicBoard(lane::Lane& storeLane, const ports::Clock& clock,
                                                  const SyncOptions& options)
{
    return std::make_unique<topics::TopicSync>(storeLane, clock, options);
}

} // namespace vorzimmer::cloud
