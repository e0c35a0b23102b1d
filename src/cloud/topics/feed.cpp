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
Result<std::vector<TopicId>> take(TopicLedger& ledger, FeedReply& reply, const std::set<TopicId>& sentMeanwhile)
{
    if (reply.complete) {
        const auto gone = tombstonesFor(ledger, reply.changes, sentMeanwhile);
        if (!gone)
            return domain::failure(gone.error());
        reply.changes.insert(reply.changes.end(), gone->begin(), gone->end());
    }
    return ledger.applyChanges(reply.changes, reply.next);
}

FeedReply unkept(const domain::Error& error)
{
    FeedReply reply;
    reply.answer = Answer::NotTaken;
    reply.problem = storeProblem(error);
    return reply;
}

/// How much may wait for the ledger, and how much it takes over at once: other questions to this store wait that long.
constexpr size_t enoughPages = 8;
constexpr size_t enoughChanges = 1000;
/// While a long list is read, whoever shows it is not told of every page.
constexpr qint64 newsEveryMs = 250;

} // namespace

Feed::Feed(Provider* provider, LedgerDesk ledger, const SyncOptions& options)
    : m_provider(provider), m_ledger(std::move(ledger)), m_longPoll(options.longPoll), m_gap(options.pollGap),
      m_readsAhead(provider && provider->breadth().pagesAhead)
{
    if (m_provider)
        m_gap = std::max(m_gap, options.pollEvery.value_or(m_provider->pollEvery().value_or(m_gap)));
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Feed::rested);
}

void Feed::setCursor(const QString& cursor)
{
    m_cursor = cursor;
    m_ahead = cursor;
}

void Feed::goOn(bool ahead)
{
    if (!m_provider || m_asking || m_rest.isActive() || m_verdict)
        return;
    const bool isAhead = m_applying || m_reading;
    if (isAhead && !(ahead && m_readsAhead && m_more && m_pages.size() < enoughPages))
        return;
    const milliseconds rest = m_gap - milliseconds(m_asked.isValid() ? m_asked.elapsed() : m_gap.count());
    if (m_current && rest > milliseconds(0))
        m_rest.start(rest);
    else
        ask();
}

void Feed::ask()
{
    m_asking = std::make_shared<Question>();
    m_asking->cursor = m_ahead;
    m_asked.start();
    const bool doubt = std::exchange(m_doubt, false);
    Q_EMIT asking();
    if (doubt && m_provider->revisionsRecur() && !m_ahead.isEmpty()) {
        compare(m_asking);
        return;
    }
    // What has happened so far is wanted at once; only then is there time to wait for more.
    m_provider->changes(
        m_ahead, m_current ? m_longPoll : std::chrono::seconds(0),
        [this, question = m_asking](const FeedReply& reply) { onReply(question, reply); },
        [this, question = m_asking](const QString& next) { onMore(question, next); });
}

/// The ledger is read before the list is: what it learns meanwhile is compared the next time.
void Feed::compare(const QuestionPtr& question)
{
    m_ledger.ask(
        this, [](TopicLedger& ledger) { return ledger.agreedTopics(); },
        [this, question](const Result<std::vector<RemoteTopic>>& agreed) {
            if (agreed)
                m_provider->compare(*agreed, [this, question](const FeedReply& reply) { onReply(question, reply); });
            else
                onReply(question, unkept(agreed.error()));
        });
}

void Feed::noteSending(const TopicId& topic)
{
    m_doubt = true;
    if (m_asking)
        m_asking->sentMeanwhile.insert(topic);
}

void Feed::noteReplaced(const TopicId& topic, const QString& revision)
{
    if (revision.isEmpty())
        return;
    if (m_asking)
        m_asking->replacedMeanwhile.emplace(topic, revision);
    for (Page& page : m_pages) {
        const auto& changes = page.reply.changes;
        page.overtaken = page.overtaken || std::any_of(changes.begin(), changes.end(), [&](const RemoteTopic& change) {
                             return change.topic.id == topic && change.revision == revision;
                         });
    }
}

bool Feed::isOvertaken(const Question& question, const FeedReply& reply)
{
    return std::any_of(reply.changes.begin(), reply.changes.end(), [&question](const RemoteTopic& change) {
        const auto [begin, end] = question.replacedMeanwhile.equal_range(change.topic.id);
        return std::any_of(begin, end, [&change](const auto& replaced) { return replaced.second == change.revision; });
    });
}

/// Nothing happens between this and the answer itself but that the next question leaves.
void Feed::onMore(const QuestionPtr& question, const QString& next)
{
    if (!m_readsAhead || question->isVoid)
        return;
    question->next = next;
    m_asking.reset();
    m_ahead = next;
    m_more = true;
    m_reading = true;
    Q_EMIT came();
    m_reading = false;
}

void Feed::onReply(const QuestionPtr& question, const FeedReply& reply)
{
    if (m_asking == question)
        m_asking.reset();
    m_doubt = m_doubt || reply.doubtful;
    if (question->isVoid) {
        Q_EMIT came();
        return;
    }
    if (!question->next.isEmpty() && (reply.answer != Answer::Done || reply.next != question->next)) {
        if (m_asking) // asked for what is behind a page that is none
            m_asking->isVoid = true;
        m_ahead = question->cursor;
        m_more = false;
    }
    const bool brings =
        reply.answer == Answer::Done && !(reply.changes.empty() && reply.next == question->cursor && !reply.complete);
    if (!brings) {
        if (m_applying)
            m_verdict = reply;
        else
            judge(reply);
        return;
    }
    m_pages.push_back({reply, question->sentMeanwhile, isOvertaken(*question, reply)});
    m_ahead = reply.next;
    m_more = reply.more;
    if (!m_applying)
        apply();
    if (m_more || !m_applying)
        Q_EMIT came();
}

void Feed::judge(const FeedReply& reply)
{
    if (reply.answer == Answer::Differs) {
        startOver();
    } else if (reply.answer != Answer::Done) {
        fail(reply);
    } else {
        accept(reply.next);
        onPage(reply.more);
    }
}

Feed::Page Feed::nextPages()
{
    Page taken = std::move(m_pages.front());
    m_pages.pop_front();
    if (!m_pages.empty())
        taken.reply.changes.reserve(enoughChanges);
    while (!m_pages.empty() && !m_pages.front().overtaken && !taken.reply.complete && !m_pages.front().reply.complete) {
        FeedReply& next = m_pages.front().reply;
        std::vector<RemoteTopic>& changes = taken.reply.changes;
        if (changes.size() + next.changes.size() > enoughChanges)
            break;
        changes.insert(changes.end(), std::make_move_iterator(next.changes.begin()),
                       std::make_move_iterator(next.changes.end()));
        taken.reply.next = next.next;
        taken.reply.more = next.more;
        m_pages.pop_front();
    }
    return taken;
}

void Feed::apply()
{
    if (m_pages.front().overtaken && ++m_overtaken <= maxOvertaken) {
        dropPages();
        return;
    }
    m_overtaken = 0;
    m_applying = true;
    Page page = nextPages();
    const QString next = page.reply.next;
    const bool more = page.reply.more;
    Q_EMIT telling(page.reply.changes);
    m_ledger.ask(
        this, [page = std::move(page)](TopicLedger& ledger) mutable { return take(ledger, page.reply, page.sentMeanwhile); },
        [this, next, more](const Result<std::vector<TopicId>>& changed) { onApplied(changed, next, more); });
}

void Feed::onApplied(const Result<std::vector<TopicId>>& changed, const QString& next, bool more)
{
    m_applying = false;
    if (!changed) {
        dropPages();
        fail(unkept(changed.error()));
        return;
    }
    accept(next);
    if (!changed->empty() && !std::exchange(m_news, true))
        m_newsAge.start();
    tellNews(more);
    if (!m_pages.empty())
        apply();
    onPage(more);
    if (m_verdict && !m_applying) {
        const FeedReply verdict = *std::exchange(m_verdict, std::nullopt);
        judge(verdict);
    }
}

/// What came behind the last page in the ledger has to be asked for again.
void Feed::dropPages()
{
    m_pages.clear();
    m_verdict.reset();
    if (m_asking)
        m_asking->isVoid = true;
    m_ahead = m_cursor;
    m_more = false;
    m_current = false;
    m_doubt = true;
}

void Feed::tellNews(bool more)
{
    if (!m_news || (more && m_newsAge.elapsed() < newsEveryMs))
        return;
    m_news = false;
    Q_EMIT topicsChanged();
}

void Feed::accept(const QString& cursor)
{
    m_startedOver = m_startedOver && m_cursor.isEmpty();
    m_cursor = cursor;
}

void Feed::onPage(bool more)
{
    m_current = !more && !m_applying;
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
    setCursor({});
    m_current = false;
    Q_EMIT heard();
}

void Feed::fail(const Reply& reply)
{
    m_current = false;
    m_doubt = true;
    Q_EMIT failed(reply);
}

} // namespace vorzimmer::cloud::topics
