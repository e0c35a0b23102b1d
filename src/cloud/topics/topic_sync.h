#pragma once

#include "tenant_engines.h"
#include "topics/tenant_sync.h"

namespace vorzimmer::cloud::topics {

/// The board on the GUI thread: hands every wish to the tenant's TenantSync on the cloud thread and brings its news home.
class TopicSync : public ports::TopicBoard {
    Q_OBJECT

public:
    TopicSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options);

    void open(const domain::TenantId& tenant, const ports::BoardAccess& access,
              std::shared_ptr<ports::TopicLedger> ledger) override;
    void close(const domain::TenantId& tenant) override;
    void push(const domain::TenantId& tenant) override;
    void retryNow(const domain::TenantId& tenant) override;
    void test(const ports::BoardAccess& access, QObject* receiver,
              std::function<void(const ports::BoardReport&)> answer) override;

private:
    using Engines = TenantEngines<TenantSync, std::unique_ptr<Provider>>;

    /// On the cloud thread: @p tell is called once, or never when the board goes first.
    void tryOut(const ports::BoardAccess& access, const std::function<void(const ports::BoardReport&)>& tell);

    lane::Lane& m_storeLane;
    const ports::Clock& m_clock;
    const SyncOptions m_options;
    Engines m_engines; ///< last: its thread uses all the others
};

} // namespace vorzimmer::cloud::topics
