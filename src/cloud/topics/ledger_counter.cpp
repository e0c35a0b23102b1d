#include "topics/ledger_counter.h"

#include "vorzimmer/lane/lane.h"

#include <QTimer>

#include <utility>

namespace vorzimmer::cloud::topics {

namespace {

/// How long a question that has time waits for company, and how much of it is enough.
constexpr std::chrono::milliseconds moment(20);
constexpr size_t enough = 40;

} // namespace

LedgerCounter::LedgerCounter(lane::Lane& storeLane, std::shared_ptr<ports::TopicLedger> ledger)
    : m_lane(storeLane), m_ledger(std::move(ledger))
{
}

LedgerCounter::~LedgerCounter()
{
    m_lane.post([ledger = std::move(m_ledger), left = std::move(m_queue)]() mutable {
        if (!left.empty())
            answer(*ledger, std::move(left));
    });
}

void LedgerCounter::queue(Question question, Haste haste)
{
    const std::lock_guard lock(m_mutex);
    m_queue.push_back(std::move(question));
    if (m_called)
        return;
    if (haste == Haste::AtOnce || m_queue.size() >= enough) {
        callLane();
    } else if (!std::exchange(m_timed, true)) {
        QTimer::singleShot(moment, [self = weak_from_this()] {
            const auto counter = self.lock();
            if (!counter)
                return;
            {
                const std::lock_guard again(counter->m_mutex);
                counter->m_timed = false;
            }
            counter->hurry();
        });
    }
}

void LedgerCounter::hurry()
{
    const std::lock_guard lock(m_mutex);
    if (!m_called && !m_queue.empty())
        callLane();
}

void LedgerCounter::callLane()
{
    m_called = true;
    m_lane.post([self = shared_from_this()] { self->serve(); });
}

void LedgerCounter::serve()
{
    std::vector<Question> questions;
    {
        const std::lock_guard lock(m_mutex);
        questions.swap(m_queue);
        m_called = false;
    }
    answer(*m_ledger, std::move(questions));
}

void LedgerCounter::answer(ports::TopicLedger& ledger, std::vector<Question> questions)
{
    const domain::Outcome kept = ledger.together([&] {
        for (const Question& question : questions)
            question.run(ledger);
    });
    for (Question& question : questions) {
        if (!kept)
            question.fail(kept.error());
        question.run = nullptr; // the answer is the other thread's alone before it is told
        question.fail = nullptr;
        question.answered();
    }
}

} // namespace vorzimmer::cloud::topics
