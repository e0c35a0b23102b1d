#include "topics/feed.h"

#include "log.h"

namespace vorzimmer::cloud::topics {

using domain::Result;
using domain::TopicId;
using ports::TopicLedger;
using std::chrono::milliseconds;

Feed::Feed(Provider* provider, LedgerDesk ledger, const SyncOptions& options)
    : m_provider(provider), m_ledger(std::move(ledger)), m_longPoll(options.longPoll), m_gap(options.pollGap)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Feed::rested);
}

void Feed::goOn()
{
    if (!m_provider || m_asking || m_rest.isActive())
        return;
    const milliseconds rest = m_gap - milliseconds(m_asked.isValid() ? m_asked.elapsed() : m_gap.count());
    if (m_current && rest > milliseconds(0))
        m_rest.start(rest);
    else
        ask();
}

void Feed::ask()
{
    m_asking = true;
    m_asked.start();
    // What has happened so far is wanted at once; only then is there time to wait for more.
    m_provider->changes(m_cursor, m_current ? m_longPoll : std::chrono::seconds(0),
                        [this](const FeedReply& reply) { onReply(reply); });
}

void Feed::onReply(const FeedReply& reply)
{
    if (reply.answer == Answer::Differs)
        startOver();
    else if (reply.answer != Answer::Done)
        fail(reply);
    else if (reply.changes.empty() && reply.next == m_cursor)
        onPage(reply.next, reply.more);
    else
        apply(reply);
}

void Feed::apply(const FeedReply& reply)
{
    m_ledger.ask(
        this,
        [changes = reply.changes, next = reply.next](TopicLedger& ledger) { return ledger.applyChanges(changes, next); },
        [this, next = reply.next, more = reply.more](const Result<std::vector<TopicId>>& changed) {
            if (!changed) {
                Reply unkept;
                unkept.answer = Answer::NotTaken;
                unkept.problem = storeProblem(changed.error());
                fail(unkept);
                return;
            }
            if (!changed->empty())
                Q_EMIT topicsChanged();
            onPage(next, more);
        });
}

void Feed::onPage(const QString& next, bool more)
{
    m_startedOver = m_startedOver && m_cursor.isEmpty();
    m_cursor = next;
    m_current = !more;
    m_asking = false;
    Q_EMIT heard();
}

void Feed::startOver()
{
    if (m_startedOver || m_cursor.isEmpty()) {
        Reply reply;
        reply.answer = Answer::NotTaken;
        reply.problem = QStringLiteral("the list does not know its own beginning");
        fail(reply);
        return;
    }
    qCInfo(log) << "the list began a new life; reading it from the beginning";
    m_startedOver = true;
    m_cursor.clear();
    m_current = false;
    m_asking = false;
    Q_EMIT heard();
}

void Feed::fail(const Reply& reply)
{
    m_current = false;
    m_asking = false;
    Q_EMIT failed(reply);
}

} // namespace vorzimmer::cloud::topics
