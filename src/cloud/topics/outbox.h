#pragma once

#include "topics/delivery.h"
#include "topics/pause.h"

#include <QTimer>

namespace vorzimmer::cloud::topics {

/// Sends what waits in a ledger's outbox, one operation at a time, oldest first.
class Outbox : public QObject {
    Q_OBJECT

public:
    /// @p pause tells an operation's next try; @p longest is the longest pause there can be.
    Outbox(Provider* provider, LedgerDesk ledger, const ports::Clock& clock, const Pause& pause,
           std::chrono::milliseconds longest);

    /// Looks into the outbox; with @p maySend delivers whatever may be sent now, until the next call says otherwise.
    void goOn(bool maySend);
    /// The next round does not wait for operations' own pauses: after a start, a person's wish, or a silence that ended.
    void hurry() { m_hurry = true; }

    [[nodiscard]] bool delivering() const { return m_delivery != nullptr; }
    [[nodiscard]] const ports::OutboxSummary& summary() const { return m_summary; }
    void setSummary(const ports::OutboxSummary& summary) { m_summary = summary; }

    /// The topic of what is being delivered; null when nothing is.
    [[nodiscard]] domain::TopicId underWay() const { return m_delivery ? m_sending : domain::TopicId(); }

Q_SIGNALS:
    void sending(const vorzimmer::domain::TopicId& topic);
    /// The other side took ours in place of this @p revision; the ledger does not know yet.
    void replaced(const vorzimmer::domain::TopicId& topic, const QString& revision);
    void topicsChanged(); ///< a topic has a conflict that it had not
    void changed();       ///< what summary() or delivering() say
    void heard();         ///< the other side took, or refused, an operation
    void failed(const vorzimmer::cloud::topics::Reply& reply);
    void storeFailed(const QString& problem); ///< what was in flight must be revived

private:
    struct Look {
        std::optional<ports::OutboxOperation> operation;
        ports::OutboxSummary summary;
    };
    void look();
    void onLooked(const domain::Result<Look>& found, const QDateTime& at, bool hurried);
    void waitForNext(const QDateTime& looked, bool hurried);
    void deliver(const ports::OutboxOperation& operation);
    void onDelivered(const DeliveryEnd& end);

    Provider* m_provider;
    LedgerDesk m_ledger;
    const ports::Clock& m_clock;
    const Pause& m_pause;
    std::chrono::milliseconds m_longest;
    std::unique_ptr<Delivery> m_delivery;
    domain::TopicId m_sending;
    ports::OutboxSummary m_summary;
    bool m_maySend = false;
    bool m_looking = false;
    bool m_lookAgain = false; ///< something may have come in after the look under way had begun
    bool m_hurry = true;
    QTimer m_timer;
};

} // namespace vorzimmer::cloud::topics
