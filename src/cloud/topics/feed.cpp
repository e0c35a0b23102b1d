#include "topics/feed.h"

#include "log.h"

#include <algorithm>

namespace vorzimmer::cloud::topics {

using domain::Result;
using domain::TopicId;
using ports::RemoteTopic;
using ports::TopicLedger;
using std::chrono::milliseconds;

namespace {

/// How often in a row an answer may be too old before it is taken all the same: the next one tells the rest.
constexpr int maxOvertaken = 3;

/// The tombstones of what @p list, a full one, no longer holds.
Result<std::vector<RemoteTopic>> tombstonesFor(TopicLedger& ledger, const std::vector<RemoteTopic>& list,
                                               const std::set<TopicId>& sentMeanwhile)
{
    auto believed = ledger.agreedTopics();
    if (!believed)
        return domain::failure(believed.error());
    std::set<TopicId> there = sentMeanwhile;
    for (const RemoteTopic& one : list)
        there.insert(one.topic.id);
    std::vector<RemoteTopic> gone;
    for (RemoteTopic& one : *believed) {
        if (there.count(one.topic.id))
            continue;
        one.topic.deleted = true;
        one.revision.clear();
        gone.push_back(std::move(one));
    }
    return gone;
}

/// On the store lane.
Result<std::vector<TopicId>> take(TopicLedger& ledger, const FeedReply& reply, const std::set<TopicId>& sentMeanwhile)
{
    std::vector<RemoteTopic> changes = reply.changes;
    if (reply.complete) {
        const auto gone = tombstonesFor(ledger, changes, sentMeanwhile);
        if (!gone)
            return domain::failure(gone.error());
        changes.insert(changes.end(), gone->begin(), gone->end());
    }
    return ledger.applyChanges(changes, reply.next);
}

} // namespace

Feed::Feed(Provider* provider, LedgerDesk ledger, const SyncOptions& options)
    : m_provider(provider), m_ledger(std::move(ledger)), m_longPoll(options.longPoll), m_gap(options.pollGap)
{
    if (m_provider)
        m_gap = std::max(m_gap, options.pollEvery.value_or(m_provider->pollEvery().value_or(m_gap)));
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
    m_sentMeanwhile.clear();
    m_replacedMeanwhile.clear();
    Q_EMIT asking();
    // What has happened so far is wanted at once; only then is there time to wait for more.
    m_provider->changes(m_cursor, m_current ? m_longPoll : std::chrono::seconds(0),
                        [this](const FeedReply& reply) { onReply(reply); });
}

void Feed::noteReplaced(const TopicId& topic, const QString& revision)
{
    if (m_asking && !revision.isEmpty())
        m_replacedMeanwhile.emplace(topic, revision);
}

bool Feed::isOvertaken(const FeedReply& reply) const
{
    return std::any_of(reply.changes.begin(), reply.changes.end(), [this](const RemoteTopic& change) {
        const auto [begin, end] = m_replacedMeanwhile.equal_range(change.topic.id);
        return std::any_of(begin, end, [&change](const auto& replaced) { return replaced.second == change.revision; });
    });
}

void Feed::onReply(const FeedReply& reply)
{
    if (reply.answer == Answer::Differs)
        startOver();
    else if (reply.answer != Answer::Done)
        fail(reply);
    else if (reply.changes.empty() && reply.next == m_cursor && !reply.complete)
        onPage(reply.next, reply.more);
    else if (isOvertaken(reply) && ++m_overtaken <= maxOvertaken)
        ask();
    else
        apply(reply);
}

void Feed::apply(const FeedReply& reply)
{
    m_overtaken = 0;
    m_ledger.ask(
        this, [reply, sent = m_sentMeanwhile](TopicLedger& ledger) { return take(ledger, reply, sent); },
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
