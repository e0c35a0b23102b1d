#pragma once

#include "pause.h"
#include "topics/delivery.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <map>
#include <stop_token>
#include <vector>

namespace vorzimmer::cloud::topics {

/// Sends what waits in a ledger's outbox, oldest first: as many operations at a time as the list takes, but never two of the
/// same topic. How many that is at the moment has to be earned: after a failure, and at the start, it is one, and each that
/// arrives makes it one more.
class Outbox : public QObject {
    Q_OBJECT

public:
    /// @p pause tells an operation's next try; @p longest is the longest pause there can be.
    Outbox(Provider* provider, LedgerDesk ledger, const ports::Clock& clock, const Pause& pause,
           std::chrono::milliseconds longest);
    ~Outbox() override;

    /// Looks into the outbox; with @p maySend delivers whatever may be sent now, until the next call says otherwise.
    void goOn(bool maySend);
    /// The next round does not wait for operations' own pauses: after a start, a person's wish, or a silence that ended.
    void hurry() { m_hurry = true; }

    [[nodiscard]] bool delivering() const { return !m_deliveries.empty() || !m_ready.empty(); }
    [[nodiscard]] const ports::OutboxSummary& summary() const { return m_summary; }
    void setSummary(const ports::OutboxSummary& summary) { m_summary = summary; }

    /// The topics of what is being delivered.
    [[nodiscard]] std::vector<domain::TopicId> underWay() const;

    /// The feed tells of @p changes: an answer to a delivery may be older than that.
    void noteTold(const std::vector<ports::RemoteTopic>& changes);

Q_SIGNALS:
    void sending(const vorzimmer::domain::TopicId& topic);
    /// The other side took ours in place of this @p revision; the ledger does not know yet.
    void replaced(const vorzimmer::domain::TopicId& topic, const QString& revision);
    void topicsChanged(); ///< a topic has a conflict that it had not
    void changed();       ///< what summary() or delivering() say
    void heard();         ///< the other side took, or refused, an operation
    void ended();         ///< so did an older one, sent before the last failure: that says nothing about whether it is over
    void failed(const vorzimmer::cloud::topics::Reply& reply);
    void storeFailed(const QString& problem); ///< what was in flight must be revived once nothing is being delivered

private:
    struct Waiting {
        ports::OutboxOperation operation;
        std::optional<ports::RemoteTopic> agreed;
    };
    struct Look {
        std::vector<Waiting> taken; ///< marked as in flight
        std::optional<ports::OutboxSummary> summary;
    };
    struct UnderWay {
        std::unique_ptr<Delivery> delivery;
        domain::TopicId topic;
        quint64 failuresBefore = 0;
        bool settling = false; ///< the other side is through with it
    };
    static domain::Result<Look> lookInto(ports::TopicLedger& ledger, int room, const QDateTime& until, bool wantsSummary);
    /// How many requests more may be under way.
    [[nodiscard]] int room() const;
    /// How many operations to take out of the ledger now.
    [[nodiscard]] int wanted() const;
    void look();
    /// @p room is how many operations it could have taken.
    void onLooked(const domain::Result<Look>& found, const QDateTime& at, bool hurried, int room);
    void waitForNext(const QDateTime& looked, bool hurried);
    void deliverReady();
    void deliver(const Waiting& waiting);
    void onSettling(const domain::OperationId& id);
    void putReadyBack();
    void onDelivered(const domain::OperationId& id, const DeliveryEnd& end);
    void onStoreFailed(const QString& problem);

    Provider* m_provider;
    LedgerDesk m_ledger;
    const ports::Clock& m_clock;
    const Pause& m_pause;
    std::chrono::milliseconds m_longest;
    std::deque<Waiting> m_ready; ///< marked as in flight, so that the next is at hand when one ends
    std::map<domain::OperationId, UnderWay> m_deliveries;
    int m_settling = 0; ///< of them
    int m_most;         ///< deliveries at the same time, at the best of times
    int m_allowed = 1;  ///< and now
    quint64 m_failures = 0;
    ports::OutboxSummary m_summary;
    QElapsedTimer m_summed; ///< since when the summary is known; invalid = it is out of date
    bool m_maySend = false;
    bool m_looking = false;
    bool m_leftMore = false;  ///< the last look took as many as it might; there may be more
    bool m_lookAgain = false; ///< something may have come in after the look under way had begun
    bool m_hurry = true;
    QTimer m_timer;
    std::stop_source m_leaving; ///< what nobody will deliver any more is not to be taken
};

} // namespace vorzimmer::cloud::topics
