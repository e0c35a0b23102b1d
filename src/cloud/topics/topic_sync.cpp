#include "topics/topic_sync.h"

#include "vorzimmer/cloud/topic_sync.h"

namespace vorzimmer::cloud {

using domain::TenantId;
using ports::BoardAccess;
using ports::BoardStatus;
using ports::TopicLedger;

namespace topics {

TopicSync::TopicSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options)
    : m_storeLane(storeLane), m_clock(clock), m_options(options)
{
}

TopicSync::~TopicSync()
{
    m_thread.post([this] { m_syncs.clear(); });
}

void TopicSync::open(const TenantId& tenant, const BoardAccess& access, std::shared_ptr<TopicLedger> ledger)
{
    const quint64 opening = ++m_openings;
    m_open[tenant] = opening;
    m_thread.post([this, tenant, access, opening, desk = LedgerDesk(m_storeLane, std::move(ledger)), self = QPointer<TopicSync>(this),
                   home = lane::LetterBox::ofThisThread()] {
        m_syncs.erase(tenant); // never two on one ledger
        auto sync = std::make_unique<TenantSync>(tenant, access, desk, m_clock, m_options);
        connectNews(*sync, tenant, opening, self, home);
        sync->start();
        m_syncs.emplace(tenant, std::move(sync));
    });
}

void TopicSync::connectNews(const TenantSync& sync, const TenantId& tenant, quint64 opening, QPointer<TopicSync> self,
                            std::shared_ptr<lane::LetterBox> home)
{
    const auto isOpen = [self, tenant, opening] { // at home
        if (!self)
            return false;
        const auto found = self->m_open.find(tenant);
        return found != self->m_open.end() && found->second == opening;
    };
    connect(&sync, &TenantSync::statusChanged, &sync, [home, self, isOpen](const BoardStatus& status) {
        home->drop([self, isOpen, status] {
            if (isOpen())
                Q_EMIT self->statusChanged(status);
        });
    });
    connect(&sync, &TenantSync::topicsChanged, &sync, [home, self, isOpen, tenant] {
        home->drop([self, isOpen, tenant] {
            if (isOpen())
                Q_EMIT self->topicsChanged(tenant);
        });
    });
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

} // namespace topics

std::unique_ptr<ports::TopicBoard> makeTopicBoard(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options)
{
    return std::make_unique<topics::TopicSync>(storeLane, clock, options);
}

} // namespace vorzimmer::cloud
