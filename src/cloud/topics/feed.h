#pragma once

#include "topics/ledger_desk.h"
#include "topics/provider.h"
#include "vorzimmer/cloud/sync_options.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <map>
#include <set>

namespace vorzimmer::cloud::topics {

/// Follows the other side's changes: reads them to their end, then asks again and again, letting the other side hold the
/// question while there is nothing to tell. Where the list allows it, the next page is on its way while the ledger still
/// takes the last ones over; several that have come by then are taken over together.
class Feed : public QObject {
    Q_OBJECT

public:
    Feed(Provider* provider, LedgerDesk ledger, const SyncOptions& options);

    void setCursor(const QString& cursor);
    /// Asks the next question, unless one is under way; while the last page is being taken over only with @p ahead. Without
    /// it no page grows old while something of ours overtakes it.
    void goOn(bool ahead);
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
    void came();   ///< one more question may be asked; goOn() is due
    void heard();  ///< and what came is in the ledger
    void rested(); ///< the gap between two questions is over; goOn() is due
    void topicsChanged();
    /// This goes into the ledger now, before whatever is asked of it from here on.
    void telling(const std::vector<vorzimmer::ports::RemoteTopic>& changes);
    void failed(const vorzimmer::cloud::topics::Reply& reply);

private:
    /// What came and is not in the ledger yet.
    struct Page {
        FeedReply reply;
        std::set<domain::TopicId> sentMeanwhile;
        bool overtaken = false; ///< it tells of what is no more
    };
    void ask();
    void onReply(const FeedReply& reply);
    [[nodiscard]] bool isOvertaken(const FeedReply& reply) const;
    /// One reply, once everything before it is in the ledger.
    void judge(const FeedReply& reply);
    void apply();
    /// Takes as much out of the line as may go into the ledger at once.
    [[nodiscard]] Page nextPages();
    void onApplied(const domain::Result<std::vector<domain::TopicId>>& changed, const QString& next, bool more);
    void dropPages();
    void tellNews(bool more);
    void accept(const QString& cursor);
    void onPage(bool more);
    void startOver();
    void fail(const Reply& reply);

    Provider* m_provider;
    LedgerDesk m_ledger;
    std::chrono::seconds m_longPoll;
    std::chrono::milliseconds m_gap;
    bool m_readsAhead;
    QString m_cursor;    ///< behind what is in the ledger
    QString m_ahead;     ///< behind what came
    bool m_more = false; ///< behind m_ahead
    bool m_current = false;
    bool m_asking = false;
    bool m_void = false; ///< what is being asked is of no use any more
    bool m_applying = false;
    std::deque<Page> m_pages;           ///< in the order they came; not without m_applying
    std::optional<FeedReply> m_verdict; ///< to be judged after them
    bool m_news = false;                ///< in the ledger, and not yet told
    QElapsedTimer m_told;
    bool m_startedOver = false; ///< and no cursor was accepted since
    std::set<domain::TopicId> m_sentMeanwhile;
    std::multimap<domain::TopicId, QString> m_replacedMeanwhile;
    int m_overtaken = 0; ///< answers in a row
    QElapsedTimer m_asked;
    QTimer m_rest;
};

} // namespace vorzimmer::cloud::topics
