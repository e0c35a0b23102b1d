#include "topics/outbox.h"

#include <algorithm>

namespace vorzimmer::cloud::topics {

using domain::Result;
using ports::OutboxOperation;
using ports::TopicLedger;

namespace {

/// Every operation's own pause is over by then.
QDateTime endOfTime()
{
    return QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
}

} // namespace

Outbox::Outbox(Provider* provider, LedgerDesk ledger, const ports::Clock& clock, const Pause& pause,
               std::chrono::milliseconds longest)
    : m_provider(provider), m_ledger(std::move(ledger)), m_clock(clock), m_pause(pause), m_longest(longest)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { goOn(m_maySend); });
}

void Outbox::goOn(bool maySend)
{
    m_maySend = maySend && m_provider;
    if (m_looking)
        m_lookAgain = true;
    else if (!m_delivery)
        look();
}

void Outbox::look()
{
    m_looking = true;
    m_lookAgain = false;
    m_timer.stop();
    const bool hurried = m_hurry;
    const QDateTime now = m_clock.nowUtc();
    m_ledger.ask(
        this,
        [maySend = m_maySend, until = hurried ? endOfTime() : now](TopicLedger& ledger) -> Result<Look> {
            Look found;
            if (maySend) {
                auto operation = ledger.nextOperation(until);
                if (!operation)
                    return domain::failure(operation.error());
                found.operation = std::move(*operation);
            }
            auto summary = ledger.outbox();
            if (!summary)
                return domain::failure(summary.error());
            found.summary = *summary;
            return found;
        },
        [this, now, hurried](const Result<Look>& found) { onLooked(found, now, hurried); });
}

void Outbox::onLooked(const Result<Look>& found, const QDateTime& at, bool hurried)
{
    m_looking = false;
    if (!found) {
        Q_EMIT storeFailed(storeProblem(found.error()));
        return;
    }
    m_summary = found->summary;
    if (found->operation && m_maySend)
        deliver(*found->operation);
    else if (m_lookAgain)
        look();
    else if (m_maySend)
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

void Outbox::deliver(const OutboxOperation& operation)
{
    m_delivery = std::make_unique<Delivery>(
        operation, *m_provider, m_ledger,
        [this](int attempt, const Reply& reply) { return m_pause.nextTry(attempt, reply); },
        [this](const DeliveryEnd& end) { onDelivered(end); });
    m_delivery->onReplaced(
        [this, topic = operation.topic.id](const QString& revision) { Q_EMIT replaced(topic, revision); });
    m_sending = operation.topic.id;
    m_delivery->start();
    Q_EMIT sending(m_sending);
}

void Outbox::onDelivered(const DeliveryEnd& end)
{
    m_delivery.release()->deleteLater(); // it is the one that calls
    switch (end.kind) {
    case DeliveryEnd::Kind::SetAside:
        Q_EMIT topicsChanged();
        [[fallthrough]];
    case DeliveryEnd::Kind::Confirmed:
    case DeliveryEnd::Kind::Blocked:
        Q_EMIT heard();
        break;
    case DeliveryEnd::Kind::Postponed:
        m_hurry = false;
        Q_EMIT failed(end.reply);
        break;
    case DeliveryEnd::Kind::StoreFailed:
        Q_EMIT storeFailed(end.reply.problem);
        return;
    }
    if (!m_looking && !m_delivery)
        look();
}

} // namespace vorzimmer::cloud::topics
