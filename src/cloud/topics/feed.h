#pragma once

#include "topics/ledger_desk.h"
#include "topics/provider.h"
#include "vorzimmer/cloud/sync_options.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <set>

namespace vorzimmer::cloud::topics {

/// Follows the other side's changes: reads them to their end, then asks again and again, letting the other side hold the
/// question while there is nothing to tell. Where the list allows it, the next page is on its way while the last one is
/// read and the ledger still takes those before it over; several that have come by then are taken over together.
///
/// Where revisions recur, a cursor stands for what the list held and not for a moment: what the ledger learned in another
/// way, and what is undone before the next question, no changes() would tell. Whenever that may be so - after a start, while
/// something of ours is on its way and once after it, after a failure - the list is compared with the ledger instead.
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
    void noteSending(const domain::TopicId& topic);
    /// What the other side held as @p revision of @p topic is no more: ours took its place. An answer that still tells of it
    /// is older than what we know, and must not undo before people's eyes what they did.
    void noteReplaced(const domain::TopicId& topic, const QString& revision);
    /// Everything that happened before the last answer is in the ledger.
    [[nodiscard]] bool current() const { return m_current; }

Q_SIGNALS:
    void asking(); ///< the next question; what is under way now is to be noted
    void came();   ///< or is about to be read: one more question may be asked; goOn() is due
    void heard();  ///< and what came is in the ledger
    void rested(); ///< the gap between two questions is over; goOn() is due
    void topicsChanged();
    /// This goes into the ledger now, before whatever is asked of it from here on.
    void telling(const std::vector<vorzimmer::ports::RemoteTopic>& changes);
    void failed(const vorzimmer::cloud::topics::Reply& reply);

private:
    /// What was asked, and what happened until the answer came.
    struct Question {
        QString cursor;
        std::set<domain::TopicId> sentMeanwhile;
        std::multimap<domain::TopicId, QString> replacedMeanwhile;
        QString next;        ///< as the answer was heard to say before it was read
        bool isVoid = false; ///< its answer is of no use any more
    };
    using QuestionPtr = std::shared_ptr<Question>;
    /// What came and is not in the ledger yet.
    struct Page {
        FeedReply reply;
        std::set<domain::TopicId> sentMeanwhile;
        bool overtaken = false; ///< it tells of what is no more
    };
    void ask();
    void compare(const QuestionPtr& question);
    void onMore(const QuestionPtr& question, const QString& next);
    void onReply(const QuestionPtr& question, const FeedReply& reply);
    [[nodiscard]] static bool isOvertaken(const Question& question, const FeedReply& reply);
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
    bool m_doubt = true; ///< the ledger may hold what the cursor does not stand for
    QuestionPtr m_asking; ///< the one under way
    bool m_reading = false; ///< an answer whose end is known, while the next question is under way already
    bool m_applying = false;
    std::deque<Page> m_pages;           ///< in the order they came; not without m_applying
    std::optional<FeedReply> m_verdict; ///< to be judged after them
    bool m_news = false;                ///< in the ledger, and not yet told
    QElapsedTimer m_newsAge; ///< since then
    bool m_startedOver = false; ///< and no cursor was accepted since
    int m_overtaken = 0; ///< answers in a row
    QElapsedTimer m_asked;
    QTimer m_rest;
};

} // namespace vorzimmer::cloud::topics
