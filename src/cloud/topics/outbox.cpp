#include "topics/outbox.h"

#include <algorithm>
#include <utility>

namespace vorzimmer::cloud::topics {

using domain::Result;
using ports::OutboxOperation;
using ports::TopicLedger;

namespace {

/// Counting what waits takes the longer the more it is.
constexpr qint64 summaryEveryMs = 100;

/// So many may wait for the ledger before nothing more is sent.
constexpr int settlingAtMost = 64;

/// Every operation's own pause is over by then.
QDateTime endOfTime()
{
    return QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
}

} // namespace

Outbox::Outbox(Provider* provider, LedgerDesk ledger, const ports::Clock& clock, const Pause& pause,
               std::chrono::milliseconds longest)
    : m_provider(provider), m_ledger(std::move(ledger)), m_clock(clock), m_pause(pause), m_longest(longest),
      m_most(provider ? std::max(1, provider->breadth().deliveries) : 0)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { goOn(m_maySend); });
}

Outbox::~Outbox()
{
    m_leaving.request_stop();
}

std::vector<domain::TopicId> Outbox::underWay() const
{
    std::vector<domain::TopicId> topics;
    for (const auto& [id, one] : m_deliveries)
        topics.push_back(one.topic);
    return topics;
}

void Outbox::noteTold(const std::vector<ports::RemoteTopic>& changes)
{
    for (const auto& [id, one] : m_deliveries) {
        for (const ports::RemoteTopic& change : changes) {
            if (change.topic.id == one.topic)
                one.delivery->noteTold(change);
        }
    }
}

int Outbox::room() const
{
    const int sent = static_cast<int>(m_deliveries.size()) - m_settling;
    const bool ledgerKeepsUp = m_settling < settlingAtMost;
    return m_maySend && ledgerKeepsUp ? std::max(0, m_allowed - sent) : 0;
}

int Outbox::wanted() const
{
    if (!m_maySend)
        return 0;
    const int ahead = m_allowed > 1 ? 4 * m_allowed : 0; // one at a time is also for finding out, so the next one stays put until then
    const int ready = static_cast<int>(m_ready.size());
    return ready >= m_allowed ? 0 : std::max(0, room() + ahead - ready);
}

void Outbox::goOn(bool maySend)
{
    m_maySend = maySend && m_provider;
    if (!m_maySend)
        putReadyBack();
    if (m_looking)
        m_lookAgain = true;
    else if (!delivering() || wanted() > 0) // else the end of a delivery looks
        look();
}

/// On the store lane. What is taken is marked last: nothing stays behind in flight that nobody delivers.
Result<Outbox::Look> Outbox::lookInto(TopicLedger& ledger, int room, const QDateTime& until, bool wantsSummary)
{
    Look found;
    while (static_cast<int>(found.taken.size()) < room) {
        auto operation = ledger.nextOperation(until);
        if (!operation)
            return domain::failure(operation.error());
        if (!*operation)
            break;
        auto agreed = ledger.agreed((*operation)->topic.id);
        if (!agreed)
            return domain::failure(agreed.error());
        if (const auto marked = ledger.markInFlight((*operation)->id); !marked)
            return domain::failure(marked.error());
        found.taken.push_back({std::move(**operation), std::move(*agreed)});
    }
    if (wantsSummary || static_cast<int>(found.taken.size()) < room) {
        auto summary = ledger.outbox();
        if (!summary)
            return domain::failure(summary.error());
        found.summary = *summary;
    }
    return found;
}

void Outbox::look()
{
    m_looking = true;
    m_lookAgain = false;
    m_timer.stop();
    const bool hurried = m_hurry;
    const QDateTime now = m_clock.nowUtc();
    const int room = wanted();
    const bool wantsSummary = room == 0 || !delivering() || !m_summed.isValid() || m_summed.elapsed() > summaryEveryMs;
    m_ledger.ask(
        this,
        [room, until = hurried ? endOfTime() : now, wantsSummary, stop = m_leaving.get_token()](TopicLedger& ledger) {
            return lookInto(ledger, stop.stop_requested() ? 0 : room, until, wantsSummary);
        },
        [this, now, hurried, room](const Result<Look>& found) { onLooked(found, now, hurried, room); });
}

void Outbox::onLooked(const Result<Look>& found, const QDateTime& at, bool hurried, int room)
{
    m_looking = false;
    if (!found) {
        onStoreFailed(storeProblem(found.error()));
        return;
    }
    if (found->summary) {
        m_summary = *found->summary;
        m_summed.start();
    }
    m_ready.insert(m_ready.end(), found->taken.begin(), found->taken.end());
    m_leftMore = room > 0 && static_cast<int>(found->taken.size()) == room;
    if (m_maySend)
        deliverReady();
    else
        putReadyBack();
    if (m_lookAgain && (!delivering() || wanted() > 0))
        look();
    else if (m_maySend && room > 0 && found->taken.empty())
        waitForNext(at, hurried);
    Q_EMIT changed();
}

void Outbox::waitForNext(const QDateTime& looked, bool hurried)
{
    m_hurry = false;
    // One that is due and was not found stands behind a blocked one: no time will change that.
    if (m_summary.waiting == 0 || !(m_summary.earliestTry > looked))
        return;
    const std::chrono::milliseconds left(looked.msecsTo(m_summary.earliestTry));
    if (left > m_longest && !hurried) { // written by a clock that was wrong
        m_hurry = true;
        look();
        return;
    }
    m_timer.start(std::min(left, m_longest));
}

void Outbox::deliverReady()
{
    while (!m_ready.empty() && room() > 0) {
        const Waiting next = std::move(m_ready.front());
        m_ready.pop_front();
        deliver(next);
    }
}

void Outbox::deliver(const Waiting& waiting)
{
    const domain::OperationId id = waiting.operation.id;
    const domain::TopicId topic = waiting.operation.topic.id;
    auto delivery = std::make_unique<Delivery>(
        waiting.operation, waiting.agreed, *m_provider, m_ledger,
        [this](int attempt, const Reply& reply) { return m_pause.nextTry(attempt, reply); }, [this, id] { onSettling(id); },
        [this, id](const DeliveryEnd& end) { onDelivered(id, end); });
    delivery->onReplaced([this, topic](const QString& revision) { Q_EMIT replaced(topic, revision); });
    Delivery& started = *delivery;
    m_deliveries[id] = {std::move(delivery), topic, m_failures, false};
    Q_EMIT sending(topic);
    started.start();
}

void Outbox::onSettling(const domain::OperationId& id)
{
    if (!std::exchange(m_deliveries[id].settling, true)) // else it had to be looked at once more
        ++m_settling;
    if (m_maySend && m_allowed > 1)
        deliverReady();
    // The next ones are looked for in the same transaction that writes these ends down.
    if (m_leftMore && !m_looking && wanted() > 0)
        look();
    else if (m_settling == static_cast<int>(m_deliveries.size()))
        m_ledger.hurry(); // no other end comes that could go with it
}

/// They were taken, and then it turned out that nothing may be sent.
void Outbox::putReadyBack()
{
    for (const Waiting& waiting : std::exchange(m_ready, {})) {
        m_ledger.ask(
            this,
            [operation = waiting.operation](TopicLedger& ledger) {
                return ledger.postpone(operation.id, operation.state, operation.nextTry, operation.problem);
            },
            [this](const domain::Outcome& written) {
                if (!written)
                    onStoreFailed(storeProblem(written.error()));
            });
    }
}

void Outbox::onDelivered(const domain::OperationId& id, const DeliveryEnd& end)
{
    auto node = m_deliveries.extract(id);
    const bool news = node.mapped().failuresBefore == m_failures;
    m_settling -= node.mapped().settling ? 1 : 0;
    node.mapped().delivery.release()->deleteLater(); // it is the one that calls
    switch (end.kind) {
    case DeliveryEnd::Kind::Confirmed:
        // Until the next look says that nothing waits any more, something does.
        m_summary.waiting = std::max(m_summary.waiting - 1, 1);
        break;
    case DeliveryEnd::Kind::SetAside:
    case DeliveryEnd::Kind::Blocked:
        m_summed.invalidate();
        break;
    case DeliveryEnd::Kind::Postponed:
        m_summed.invalidate();
        m_hurry = false;
        m_allowed = 1;
        ++m_failures;
        putReadyBack();
        Q_EMIT failed(end.reply);
        break;
    case DeliveryEnd::Kind::StoreFailed:
        onStoreFailed(end.reply.problem);
        return;
    }
    if (end.kind == DeliveryEnd::Kind::SetAside)
        Q_EMIT topicsChanged();
    if (end.kind != DeliveryEnd::Kind::Postponed) {
        if (news)
            m_allowed = std::min(m_allowed + 1, m_most);
        news ? Q_EMIT heard() : Q_EMIT ended();
    }
    if (m_maySend)
        deliverReady();
    if (m_looking)
        m_lookAgain = true; // there is room now that it did not count on
    else if (!delivering() || wanted() > 0)
        look();
}

void Outbox::onStoreFailed(const QString& problem)
{
    m_maySend = false;
    m_allowed = 1;
    m_ready.clear(); // reviving finds them
    m_summed.invalidate();
    Q_EMIT storeFailed(problem);
}

} // namespace vorzimmer::cloud::topics
