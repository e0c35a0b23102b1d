#include "topics/tenant_sync.h"

#include "log.h"
#include "topics/provider_factory.h"

namespace vorzimmer::cloud::topics {

using domain::Outcome;
using domain::Result;
using ports::BoardAccess;
using ports::OutboxSummary;
using ports::TopicLedger;

namespace {

/// How old the written time of the last sync may get while nothing happens.
constexpr qint64 syncWrittenEverySecs = 300;

/// How often it is told that nothing but the numbers changed: with a long backlog they do a thousand times a second.
constexpr std::chrono::milliseconds numbersToldEvery(100);

/// What the ledger knows at the start.
struct Book {
    QString cursor;
    QDateTime lastSync;
    OutboxSummary outbox;
};

Result<Book> readBookOf(TopicLedger& ledger)
{
    if (const Outcome revived = ledger.reviveInFlight(); !revived)
        return domain::failure(revived.error());
    auto cursor = ledger.cursor();
    if (!cursor)
        return domain::failure(cursor.error());
    auto lastSync = ledger.lastSync();
    if (!lastSync)
        return domain::failure(lastSync.error());
    auto outbox = ledger.outbox();
    if (!outbox)
        return domain::failure(outbox.error());
    return Book{*cursor, *lastSync, *outbox};
}

} // namespace

TenantSync::TenantSync(const domain::TenantId& tenant, const BoardAccess& access, LedgerDesk ledger,
                       const ports::Clock& clock, const SyncOptions& options)
    : m_tenant(tenant), m_ledger(ledger), m_clock(clock), m_configured(isConfigured(access)),
      m_provider(providerFor(access, clock, options)), m_pause(options.backoff, clock),
      m_outbox(m_provider.get(), ledger, clock, m_pause, options.backoff.longest()),
      m_feed(m_provider.get(), ledger, options)
{
    m_probe.setSingleShot(true);
    m_probe.setInterval(options.blockedProbe);
    m_numbersTold.setSingleShot(true);
    m_numbersTold.setInterval(numbersToldEvery);
    m_numbersTold.setTimerType(Qt::PreciseTimer); // a coarse one may end early
    connectParts();
}

TenantSync::~TenantSync() = default;

std::unique_ptr<Provider> TenantSync::providerFor(const BoardAccess& access, const ports::Clock& clock,
                                                  const SyncOptions& options)
{
    if (!m_configured)
        return nullptr;
    auto provider = makeProvider(access, clock, options);
    if (provider)
        return std::move(*provider);
    m_unusable = provider.error().detail;
    return nullptr;
}

void TenantSync::connectParts()
{
    connect(&m_pause, &Pause::ended, this, &TenantSync::goOn);
    connect(&m_probe, &QTimer::timeout, this, [this] {
        if (!m_noPush.isEmpty() || !m_noPull.isEmpty())
            retryNow();
    });
    connect(&m_numbersTold, &QTimer::timeout, this, &TenantSync::publish);
    connect(&m_outbox, &Outbox::changed, this, &TenantSync::publish);
    connect(&m_outbox, &Outbox::heard, this, [this] {
        m_noPush.clear();
        onHeard();
    });
    connect(&m_outbox, &Outbox::ended, this, &TenantSync::goOn);
    connect(&m_outbox, &Outbox::failed, this, [this](const Reply& reply) { onFailed(reply, m_noPush); });
    connect(&m_outbox, &Outbox::sending, &m_feed, &Feed::noteSending);
    connect(&m_outbox, &Outbox::replaced, &m_feed, &Feed::noteReplaced);
    connect(&m_feed, &Feed::telling, &m_outbox, &Outbox::noteTold);
    connect(&m_outbox, &Outbox::topicsChanged, this, &TenantSync::topicsChanged);
    connect(&m_feed, &Feed::asking, this, [this] {
        for (const domain::TopicId& topic : m_outbox.underWay())
            m_feed.noteSending(topic);
    });
    connect(&m_outbox, &Outbox::storeFailed, this, &TenantSync::onStoreFailed);
    connect(&m_feed, &Feed::heard, this, [this] {
        m_noPull.clear();
        onHeard();
    });
    connect(&m_feed, &Feed::came, this, &TenantSync::goOn);
    connect(&m_feed, &Feed::rested, this, &TenantSync::goOn);
    connect(&m_feed, &Feed::failed, this, [this](const Reply& reply) { onFailed(reply, m_noPull); });
    connect(&m_feed, &Feed::topicsChanged, this, &TenantSync::topicsChanged);
}

void TenantSync::start()
{
    goOn();
}

void TenantSync::push()
{
    m_pause.cutShort();
    goOn();
}

void TenantSync::retryNow()
{
    m_noPush.clear();
    m_noPull.clear();
    m_pause.forget();
    m_outbox.hurry();
    m_feed.hurry();
    goOn();
}

void TenantSync::readBook()
{
    if (std::exchange(m_readingBook, true))
        return;
    m_ledger.ask(this, &readBookOf, [this](const Result<Book>& book) {
        m_readingBook = false;
        if (!book) {
            onStoreFailed(storeProblem(book.error()));
            return;
        }
        if (!std::exchange(m_started, true)) {
            m_lastSync = book->lastSync;
            m_feed.setCursor(book->cursor);
        }
        m_bookRead = true;
        m_outbox.setSummary(book->outbox);
        goOn();
    });
}

/// Sets in motion whatever may move; called after everything that happens.
void TenantSync::goOn()
{
    const bool may = m_provider && !m_pause.active() && m_noPull.isEmpty();
    if (!m_bookRead) {
        if (!m_pause.active() && !m_outbox.delivering()) // what is still on its way must not be taken for left behind
            readBook();
    } else {
        m_outbox.goOn(may && m_noPush.isEmpty());
        if (may)
            m_feed.goOn(!m_outbox.delivering());
    }
    publish();
}

void TenantSync::onHeard()
{
    m_heardAt = m_clock.nowUtc();
    if (m_pause.heard())
        m_outbox.hurry();
    goOn();
}

void TenantSync::onFailed(const Reply& reply, QString& stop)
{
    qCInfo(log) << "list of tenant" << m_tenant.text() << "failed:" << reply.problem;
    m_equal = false;
    if (reply.needsPerson) {
        stop = reply.problem;
        m_probe.start();
    } else {
        m_pause.begin(reply);
    }
    goOn();
}

void TenantSync::onStoreFailed(const QString& problem)
{
    qCWarning(log) << "ledger of tenant" << m_tenant.text() << "failed:" << problem;
    m_bookRead = false;
    Reply reply;
    reply.answer = Answer::NotTaken;
    reply.problem = problem;
    m_pause.begin(reply);
    publish();
}

void TenantSync::noteSync()
{
    const OutboxSummary& outbox = m_outbox.summary();
    const bool equal =
        m_feed.current() && !m_outbox.delivering() && outbox.waiting == 0 && outbox.blocked == 0 && outbox.conflicts == 0;
    const bool sinceLastTime = std::exchange(m_equal, equal);
    if (!equal || !m_heardAt.isValid())
        return;
    m_lastSync = std::exchange(m_heardAt, QDateTime());
    if (sinceLastTime && std::abs(m_syncWritten.secsTo(m_lastSync)) < syncWrittenEverySecs)
        return;
    m_syncWritten = m_lastSync;
    m_ledger.ask(
        this, [at = m_lastSync](TopicLedger& ledger) { return ledger.setLastSync(at); },
        [](const Outcome& written) {
            if (!written)
                qCWarning(log) << "the time of the last sync could not be kept:" << written.error().detail;
        });
}

void TenantSync::publish()
{
    if (!m_bookRead && !m_pause.active())
        return; // nothing is known yet
    noteSync();
    BoardFacts facts;
    facts.configured = m_configured;
    for (const QString* problem : {&m_unusable, &m_noPull, &m_noPush}) {
        if (facts.forPerson.isEmpty())
            facts.forPerson = *problem;
    }
    if (!m_pause.problem().isEmpty())
        facts.pause = BoardFacts::Pause{m_pause.until(), m_pause.problem()};
    facts.busy = m_outbox.delivering() || !m_feed.current();
    facts.outbox = m_outbox.summary();
    facts.inFlight = static_cast<int>(m_outbox.underWay().size());
    facts.lastSync = m_lastSync;
    const auto status = boardStatus(m_tenant, facts, m_clock.nowUtc());
    if (m_published && (sameStatus(*m_published, status) || (m_numbersTold.isActive() && sameButNumbers(*m_published, status))))
        return;
    m_published = status;
    m_numbersTold.start();
    Q_EMIT statusChanged(status);
}

} // namespace vorzimmer::cloud::topics
