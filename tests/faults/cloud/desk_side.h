#pragma once

#include "fake_ledger.h"
#include "vorzimmer/cloud/topic_sync.h"

#include <functional>

namespace vorzimmer::testing {

/// Runs the event loop until @p condition holds; false when it still does not after @p patience.
[[nodiscard]] bool eventually(const std::function<bool()>& condition,
                              std::chrono::milliseconds patience = std::chrono::seconds(30));
/// Runs the event loop for a while.
void letPass(std::chrono::milliseconds time);

/// Real time.
class WallClock : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addSecs(m_skew); }
    void setSkew(qint64 seconds) { m_skew = seconds; }

private:
    std::atomic<qint64> m_skew = 0;
};

/// Backs off in milliseconds where real life takes seconds.
[[nodiscard]] cloud::SyncOptions quickOptions();

/// A topic with all fields filled.
[[nodiscard]] domain::Topic someTopic(const QString& title);
[[nodiscard]] domain::Comment someComment(const QString& text);

/// What opens a list of the default topic server.
[[nodiscard]] ports::BoardAccess listAccess(const QUrl& url, const QByteArray& token);

/// One desk: a ledger, a store lane and the board under test, with all it ever said.
class DeskSide {
public:
    explicit DeskSide(const domain::TenantId& tenant, const cloud::SyncOptions& options = quickOptions());
    ~DeskSide();

    void open(const QUrl& url, const QByteArray& token);
    void open(const ports::BoardAccess& access);
    /// The board goes, as at the end of the program; lane and ledger stay.
    void stop();
    void push() { board->push(tenant); }

    [[nodiscard]] ports::BoardStatus status() const;
    [[nodiscard]] bool waitFor(ports::BoardState state) const;
    /// Both sides equal and nothing waiting, said after this call began.
    [[nodiscard]] bool waitUntilQuiet() const;

    domain::TenantId tenant;
    cloud::SyncOptions options;
    WallClock clock;
    std::shared_ptr<FakeLedger> ledger = std::make_shared<FakeLedger>();
    lane::Lane lane{"store"};
    std::unique_ptr<ports::TopicBoard> board;
    std::vector<ports::BoardStatus> statuses;
    int topicsChanged = 0;
};

} // namespace vorzimmer::testing
