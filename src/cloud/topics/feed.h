#pragma once

#include "topics/ledger_desk.h"
#include "topics/provider.h"
#include "vorzimmer/cloud/sync_options.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <set>

namespace vorzimmer::cloud::topics {

/// Follows the other side's changes: reads them to their end, then asks again and again, letting the other side hold the
/// question while there is nothing to tell.
class Feed : public QObject {
    Q_OBJECT

public:
    Feed(Provider* provider, LedgerDesk ledger, const SyncOptions& options);

    void setCursor(const QString& cursor) { m_cursor = cursor; }
    /// Asks the next question, unless one is under way.
    void goOn();
    /// The next question need not wait for its time.
    void hurry()
    {
        m_rest.stop();
        m_asked.invalidate();
    }
    /// Something of ours about @p topic is on its way: a full list asked for before its end says nothing about it.
    void noteSending(const domain::TopicId& topic) { m_sentMeanwhile.insert(topic); }
    /// What the other side held as @p revision of @p topic is no more: ours took its place. An answer that still tells of it
    /// is older than what we know, and must not undo before people's eyes what they did.
    void noteReplaced(const domain::TopicId& topic, const QString& revision);
    /// Everything that happened before the last answer is in the ledger.
    [[nodiscard]] bool current() const { return m_current; }

Q_SIGNALS:
    void asking(); ///< the next question; what is under way now is to be noted
    void heard();  ///< and what came is in the ledger
    void rested(); ///< the gap between two questions is over; goOn() is due
    void topicsChanged();
    void failed(const vorzimmer::cloud::topics::Reply& reply);

private:
    void ask();
    void onReply(const FeedReply& reply);
    [[nodiscard]] bool isOvertaken(const FeedReply& reply) const;
    void apply(const FeedReply& reply);
    void onPage(const QString& next, bool more);
    void startOver();
    void fail(const Reply& reply);

    Provider* m_provider;
    LedgerDesk m_ledger;
    std::chrono::seconds m_longPoll;
    std::chrono::milliseconds m_gap;
    QString m_cursor;
    bool m_current = false;
    bool m_asking = false;
    bool m_startedOver = false; ///< and no cursor was accepted since
    std::set<domain::TopicId> m_sentMeanwhile;
    std::multimap<domain::TopicId, QString> m_replacedMeanwhile;
    int m_overtaken = 0; ///< answers in a row
    QElapsedTimer m_asked;
    QTimer m_rest;
};

} // namespace vorzimmer::cloud::topics
