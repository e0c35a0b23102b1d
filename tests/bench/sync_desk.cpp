#include "sync_desk.h"

#include "vorzimmer/cloud/topic_sync.h"
#include "vorzimmer/ports/cabinet.h"
#include "vorzimmer/store/sqlite_store.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace vorzimmer::bench {

using domain::OperationId;
using domain::TopicId;
using Clock = std::chrono::steady_clock;

namespace {

TopicId topicId(const std::string& text)
{
    return TopicId::parse(QString::fromStdString(text));
}

OperationId newOperation()
{
    return OperationId(QUuid::createUuid());
}

} // namespace

bool loopUntil(const std::function<bool()>& isDone)
{
    QTimer look; // should nothing else wake the loop
    look.start(50);
    QEventLoop loop;
    for (const auto begin = Clock::now(); !isDone();) {
        if (Clock::now() - begin > std::chrono::minutes(5))
            return false;
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

SyncDesk::SyncDesk(const domain::TenantId& tenant, ports::BoardAccess access)
    : m_tenant(tenant), m_access(std::move(access)), m_room(store::makeCabinetRoom({m_folder.path()}, m_clock, m_ids))
{
    m_lane.ask(
        &m_receiver, [this] { return m_room->create(m_tenant).value(); },
        [this](std::shared_ptr<ports::Cabinet> cabinet) { m_cabinet = std::move(cabinet); });
    (void)loopUntil([this] { return m_cabinet != nullptr; });
}

SyncDesk::~SyncDesk()
{
    m_lane.post([cabinet = std::move(m_cabinet)] {});
}

double SyncDesk::sync()
{
    const auto begin = Clock::now();
    const auto board = cloud::makeTopicBoard(m_lane, m_clock);
    ports::BoardStatus status;
    QObject::connect(board.get(), &ports::TopicBoard::statusChanged, &m_receiver,
                     [&status](const ports::BoardStatus& now) { status = now; });
    QObject::connect(board.get(), &ports::TopicBoard::topicsChanged, &m_receiver, [this] { readTopics(); });
    board->open(m_tenant, m_access, std::shared_ptr<ports::TopicLedger>(m_cabinet, &m_cabinet->ledger()));
    const bool equal = loopUntil([&status] { return status.state == ports::BoardState::UpToDate && status.waiting == 0; });
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return equal ? seconds : -1;
}

void SyncDesk::readTopics()
{
    m_readAgain = m_reading;
    if (std::exchange(m_reading, true))
        return;
    m_lane.ask(
        &m_receiver,
        [this] {
            auto entries = m_cabinet->topicList().entries({});
            return entries ? std::move(*entries) : std::vector<ports::TopicEntry>();
        },
        [this](std::vector<ports::TopicEntry> entries) {
            m_shown = std::move(entries);
            m_reading = false;
            if (std::exchange(m_readAgain, false))
                readTopics();
        });
}

void SyncDesk::inCabinet(std::function<void(ports::Cabinet&)> work)
{
    bool done = false;
    m_lane.ask(
        &m_receiver,
        [this, work = std::move(work)] {
            work(*m_cabinet);
            return true;
        },
        [&done](bool) { done = true; });
    (void)loopUntil([&done] { return done; });
}

void SyncDesk::tickOff(const std::vector<std::string>& topics)
{
    inCabinet([this, &topics](ports::Cabinet& cabinet) {
        (void)cabinet.atomically([&]() -> domain::Outcome {
            for (const std::string& id : topics) {
                if (auto done =
                        cabinet.setTopicState(topicId(id), domain::TopicState::Done, newOperation(), m_clock.nowUtc());
                    !done)
                    return done;
            }
            return {};
        });
    });
}

void SyncDesk::add(const std::vector<std::string>& topics, const QString& title)
{
    inCabinet([this, &topics, &title](ports::Cabinet& cabinet) {
        (void)cabinet.atomically([&]() -> domain::Outcome {
            for (const std::string& id : topics) {
                domain::Topic topic;
                topic.id = topicId(id);
                topic.title = title;
                topic.text =
                    QStringLiteral("Bitte um Rückruf wegen der Lieferung am Montag; ab zehn Uhr im Büro zu erreichen.");
                topic.createdAt = m_clock.nowUtc();
                topic.createdBy = QStringLiteral("Frau Beispiel");
                if (auto added = cabinet.topicList().add(topic, newOperation()); !added)
                    return added;
            }
            return {};
        });
    });
}

std::size_t SyncDesk::count(const std::function<bool(const domain::Topic&)>& wanted)
{
    std::size_t found = 0;
    inCabinet([&](ports::Cabinet& cabinet) {
        const auto topics = cabinet.topics();
        if (topics)
            found = static_cast<std::size_t>(
                std::count_if(topics->begin(), topics->end(), [&](const auto& one) { return wanted(one.topic); }));
    });
    return found;
}

} // namespace vorzimmer::bench
