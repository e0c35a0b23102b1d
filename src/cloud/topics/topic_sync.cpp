#include "topics/topic_sync.h"

#include "topics/provider_factory.h"

#include "vorzimmer/cloud/topic_sync.h"

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

void TopicSync::open(const TenantId& tenant, const BoardAccess& access, std::shared_ptr<TopicLedger> ledger)
{
    m_engines.open(tenant, [this, tenant, access, desk = LedgerDesk(m_storeLane, std::move(ledger))](const Engines::Home& home) {
        auto sync = std::make_unique<TenantSync>(tenant, access, desk, m_clock, m_options);
        connect(sync.get(), &TenantSync::statusChanged, sync.get(),
                [this, home](const BoardStatus& status) { home([this, status] { Q_EMIT statusChanged(status); }); });
        connect(sync.get(), &TenantSync::topicsChanged, sync.get(),
                [this, home, tenant] { home([this, tenant] { Q_EMIT topicsChanged(tenant); }); });
        return sync;
    });
}

void TopicSync::close(const TenantId& tenant)
{
    m_engines.close(tenant);
}

void TopicSync::push(const TenantId& tenant)
{
    m_engines.wish(tenant, &TenantSync::push);
}

void TopicSync::retryNow(const TenantId& tenant)
{
    m_engines.wish(tenant, &TenantSync::retryNow);
}

void TopicSync::test(const BoardAccess& access, QObject* receiver, std::function<void(const BoardReport&)> answer)
{
    m_engines.ask<BoardReport>(receiver, std::move(answer), [this, access](const auto& tell) { tryOut(access, tell); });
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
    auto [kept, over] = m_engines.keep(std::move(*provider));
    Provider& asked = *kept;
    asked.probe([over = over, pollEvery = asked.pollEvery(), tell](const ProbeReply& found) {
        BoardReport report = found.report;
        report.reachable = found.answer == Answer::Done;
        report.problem = found.problem;
        report.pollEvery = pollEvery.value_or(std::chrono::milliseconds(0));
        tell(report);
        over();
    });
}

} // namespace topics

std::unique_ptr<ports::TopicBoard> makeTopicBoard(lane::Lane& storeLane, const ports::Clock& clock,
                                                  const SyncOptions& options)
{
    return std::make_unique<topics::TopicSync>(storeLane, clock, options);
}

} // namespace vorzimmer::cloud
