#pragma once

#include "pause.h"
#include "topics/board_status.h"
#include "topics/feed.h"
#include "topics/outbox.h"

namespace vorzimmer::cloud::topics {

/// Keeps one tenant's ledger and shared list equal: lets outbox and feed run beside each other, holds them back after
/// failures, and says how things stand. Lives on the cloud thread; destroying it ends everything under way.
class TenantSync : public QObject {
    Q_OBJECT

public:
    TenantSync(const domain::TenantId& tenant, const ports::BoardAccess& access, LedgerDesk ledger,
               const ports::Clock& clock, const SyncOptions& options);
    ~TenantSync() override;

    void start();
    /// Something new is in the outbox.
    void push();
    void retryNow();

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::BoardStatus& status);
    void topicsChanged();

private:
    /// @p options are only read while it runs.
    [[nodiscard]] std::unique_ptr<Provider> providerFor(const ports::BoardAccess& access, const ports::Clock& clock,
                                                        const SyncOptions& options);
    void connectParts();
    void readBook();
    void goOn();
    void onHeard();
    void onFailed(const Reply& reply, QString& stop);
    void onStoreFailed(const QString& problem);
    void noteSync();
    void publish();

    domain::TenantId m_tenant;
    LedgerDesk m_ledger;
    const ports::Clock& m_clock;
    bool m_configured;
    QString m_unusable;                   ///< what is wrong with address or token; empty = nothing
    std::unique_ptr<Provider> m_provider; ///< none without a usable address; outlives what uses it
    Pause m_pause;
    Outbox m_outbox;
    Feed m_feed;

    bool m_bookRead = false; ///< the ledger has told where we stand, and holds nothing in flight
    bool m_readingBook = false;
    bool m_started = false; ///< the feed knows its cursor
    QString m_noPush;       ///< what a person must mend before anything is sent; empty = nothing
    QString m_noPull;       ///< the same for everything
    QTimer m_probe;         ///< while a person is needed: they may have acted on the other side
    QDateTime m_heardAt;
    QDateTime m_lastSync;
    QDateTime m_syncWritten;
    bool m_equal = false;
    std::optional<ports::BoardStatus> m_published;
    QTimer m_numbersTold; ///< while it runs, numbers alone are no news
};

} // namespace vorzimmer::cloud::topics
