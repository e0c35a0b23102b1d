#pragma once

#include "vorzimmer/ports/topic_ledger.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace vorzimmer::lane {
class Lane;
}

namespace vorzimmer::cloud::topics {

/// Where questions to one ledger queue up for the store lane. Whatever stands there when the lane has time is done in one
/// transaction.
class LedgerCounter : public std::enable_shared_from_this<LedgerCounter> {
public:
    struct Question {
        std::function<void(ports::TopicLedger&)> run;
        std::function<void(const domain::Error&)> fail; ///< what ran was not kept, or did not run at all
        std::function<void()> answered;                 ///< after one of them or both
    };

    LedgerCounter(lane::Lane& storeLane, std::shared_ptr<ports::TopicLedger> ledger);
    ~LedgerCounter();
    LedgerCounter(const LedgerCounter&) = delete;
    LedgerCounter& operator=(const LedgerCounter&) = delete;

    /// A question that has time waits a moment for others to come.
    enum class Haste { AtOnce, HasTime };

    /// One thread with an event loop, always the same.
    void queue(Question question, Haste haste);

    /// No more company is to be expected: whoever waits for it waits no longer. On the thread that queues.
    void hurry();

private:
    void callLane();
    void serve();
    static void answer(ports::TopicLedger& ledger, std::vector<Question> questions);

    lane::Lane& m_lane;
    std::shared_ptr<ports::TopicLedger> m_ledger; ///< used on the lane only
    std::mutex m_mutex;
    std::vector<Question> m_queue;
    bool m_called = false; ///< the lane is on its way to the queue
    bool m_timed = false;  ///< it will be called in a moment
};

} // namespace vorzimmer::cloud::topics
