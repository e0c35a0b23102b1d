#pragma once

#include "topics/ledger_counter.h"

#include "vorzimmer/lane/lane.h"

#include <QPointer>

#include <optional>
#include <type_traits>

namespace vorzimmer::cloud::topics {

/// How a ledger's own failure is told in a status.
[[nodiscard]] inline QString storeProblem(const domain::Error& error)
{
    return QStringLiteral("this desk's own store failed: ") + error.detail;
}

/// The way from the cloud thread to one tenant's ledger: questions run on the store lane in the order asked, answers come
/// back to the asking thread. Questions that wait for the lane together share one transaction, and so one wait for the disk.
/// The ledger's last reference is given up on the lane, too. Copyable.
class LedgerDesk {
public:
    LedgerDesk(lane::Lane& storeLane, std::shared_ptr<ports::TopicLedger> ledger)
        : m_counter(std::make_shared<LedgerCounter>(storeLane, std::move(ledger)))
    {
    }

    /// @p job gets the ledger; @p deliver gets the job's value, unless @p receiver is gone by then. The job runs either way,
    /// except when the ledger cannot begin; when what it wrote could not be kept, its value is that failure.
    template <class Job, class Deliver>
    void ask(QObject* receiver, Job job, Deliver deliver) const
    {
        queue(receiver, std::move(job), std::move(deliver), LedgerCounter::Haste::AtOnce);
    }

    /// The same for what nobody waits for: it may stand there for some milliseconds until the ledger is written anyway.
    template <class Job, class Deliver>
    void askLater(QObject* receiver, Job job, Deliver deliver) const
    {
        queue(receiver, std::move(job), std::move(deliver), LedgerCounter::Haste::HasTime);
    }

    /// What was asked for later need not wait any longer.
    void hurry() const { m_counter->hurry(); }

private:
    template <class Job, class Deliver>
    void queue(QObject* receiver, Job job, Deliver deliver, LedgerCounter::Haste haste) const
    {
        using Value = std::invoke_result_t<Job, ports::TopicLedger&>;
        auto parcel = std::make_shared<std::optional<Value>>();
        auto box = lane::LetterBox::ofThisThread();
        const quint64 ticket =
            box->expect([parcel, guard = QPointer<QObject>(receiver), deliver = std::move(deliver)]() mutable {
                if (guard)
                    deliver(std::move(**parcel));
            });
        m_counter->queue(
            {[parcel, job = std::move(job)](ports::TopicLedger& ledger) mutable { parcel->emplace(job(ledger)); },
             [parcel](const domain::Error& error) { parcel->emplace(domain::failure(error)); },
             [box, ticket] { box->arrived(ticket); }},
            haste);
    }

    std::shared_ptr<LedgerCounter> m_counter;
};

} // namespace vorzimmer::cloud::topics
