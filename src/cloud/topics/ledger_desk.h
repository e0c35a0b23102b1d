#pragma once

#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/topic_ledger.h"

#include <memory>

namespace vorzimmer::cloud::topics {

/// How a ledger's own failure is told in a status.
[[nodiscard]] inline QString storeProblem(const domain::Error& error)
{
    return QStringLiteral("this desk's own store failed: ") + error.detail;
}

/// The way from the cloud thread to one tenant's ledger: questions run on the store lane in the order asked, answers come
/// back to the asking thread. The ledger's last reference is given up on the lane, too. Copyable.
class LedgerDesk {
public:
    LedgerDesk(lane::Lane& storeLane, std::shared_ptr<ports::TopicLedger> ledger)
        : m_lane(&storeLane), m_ledger{ledger.get(), [lane = &storeLane, ledger](auto*) mutable {
                                           lane->post([last = std::move(ledger)] {});
                                       }}
    {
    }

    /// @p job gets the ledger; @p deliver gets the job's value, unless @p receiver is gone by then. The job runs either way.
    template <class Job, class Deliver>
    void ask(QObject* receiver, Job job, Deliver deliver) const
    {
        m_lane->ask(
            receiver, [ledger = m_ledger, job = std::move(job)]() mutable { return job(*ledger); }, std::move(deliver));
    }

private:
    lane::Lane* m_lane;
    std::shared_ptr<ports::TopicLedger> m_ledger;
};

} // namespace vorzimmer::cloud::topics
