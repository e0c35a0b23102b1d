#pragma once

#include "cloud_thread.h"
#include "topics/tenant_sync.h"

#include <map>

namespace vorzimmer::cloud::topics {

/// The board on the GUI thread: hands every wish to the tenant's TenantSync on the cloud thread and brings its news home.
class TopicSync : public ports::TopicBoard {
    Q_OBJECT

public:
    TopicSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options);
    ~TopicSync() override;

    void open(const domain::TenantId& tenant, const ports::BoardAccess& access,
              std::shared_ptr<ports::TopicLedger> ledger) override;
    void close(const domain::TenantId& tenant) override;
    void push(const domain::TenantId& tenant) override;
    void retryNow(const domain::TenantId& tenant) override;
    void test(const ports::BoardAccess& access, QObject* receiver,
              std::function<void(const ports::BoardReport&)> answer) override;

private:
    /// On the cloud thread.
    void connectNews(const TenantSync& sync, const domain::TenantId& tenant, quint64 opening);
    /// Runs @p tell at home, unless this opening of @p tenant is over by then.
    void bringHome(const domain::TenantId& tenant, quint64 opening, std::function<void()> tell);
    [[nodiscard]] bool isOpen(const domain::TenantId& tenant, quint64 opening) const;
    /// On the cloud thread: @p tell is called once, or never when the board goes first.
    void tryOut(const ports::BoardAccess& access, const std::function<void(const ports::BoardReport&)>& tell);
    void with(const domain::TenantId& tenant, void (TenantSync::*wish)());

    lane::Lane& m_storeLane;
    const ports::Clock& m_clock;
    const SyncOptions m_options;
    quint64 m_openings = 0;
    std::map<domain::TenantId, quint64> m_open;                      ///< news of any other opening come late and are dropped
    std::map<domain::TenantId, std::unique_ptr<TenantSync>> m_syncs; ///< touched on the cloud thread only
    std::map<quint64, std::unique_ptr<Provider>> m_trials;           ///< likewise
    quint64 m_lastTrial = 0;                                         ///< likewise
    const std::shared_ptr<lane::LetterBox> m_home = lane::LetterBox::ofThisThread();
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< news still on their way watch it
    CloudThread m_thread;                                               ///< last: it ends before anything that it uses
};

} // namespace vorzimmer::cloud::topics
