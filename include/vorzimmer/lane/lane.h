#pragma once

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace vorzimmer::lane {

/// A letter box of one thread: anyone may drop a job in, the owner's event loop runs it. The jobs lie in a mutex-guarded queue
/// and Qt only rings the bell; who waits for an answer, and what is to be done with it, never leaves the owner's thread. Both
/// because ThreadSanitizer cannot see into Qt's queued calls and its counting of references.
class LetterBox {
public:
    /// The calling thread's own box; it needs a running event loop to be emptied.
    [[nodiscard]] static std::shared_ptr<LetterBox> ofThisThread();

    /// Any thread. Dropped silently when the owner's thread has ended.
    void drop(std::function<void()> job);

    /// Owner's thread. Returns the ticket that makes the owner run @p onArrival, once.
    [[nodiscard]] quint64 expect(std::function<void()> onArrival);
    /// Any thread: what @p ticket stands for has come.
    void arrived(quint64 ticket);

private:
    class Bell;
    friend struct LetterBoxOwner;
    void empty();

    std::map<quint64, std::function<void()>> m_expected; ///< owner's thread only
    quint64 m_lastTicket = 0;                            ///< likewise
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_jobs;
    QObject* m_bell = nullptr; ///< lives on the owner's thread; null once that ended
};

/// When a job is done: after all that came before it, or before all that still waits.
enum class Turn { InLine, Next };

/// One worker thread that runs jobs in order and brings each result home. Destroying it finishes what is queued.
class Lane {
public:
    explicit Lane(const char* name);
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Any thread. Runs @p job on the lane.
    void post(std::function<void()> job, Turn turn = Turn::InLine);

    /// Runs @p job on the lane and @p deliver with its value on the calling thread, or nothing when @p receiver is gone by
    /// then or @p stop was requested. A job whose stop was requested before its turn does not run at all.
    template <class Job, class Deliver>
    void ask(QObject* receiver, std::stop_token stop, Job job, Deliver deliver, Turn turn = Turn::InLine)
    {
        using Value = std::invoke_result_t<Job>;
        auto parcel = std::make_shared<std::optional<Value>>();
        auto box = LetterBox::ofThisThread();
        const quint64 ticket = box->expect([parcel, guard = QPointer<QObject>(receiver), stop, deliver = std::move(deliver)]() mutable {
            if (*parcel && guard && !stop.stop_requested())
                deliver(std::move(**parcel));
        });
        post([parcel, box, ticket, stop = std::move(stop), job = std::move(job)]() mutable {
            if (!stop.stop_requested())
                parcel->emplace(job());
            parcel.reset();
            box->arrived(ticket);
        }, turn);
    }

    /// As above, for work that must be done whether or not anyone still waits for the answer.
    template <class Job, class Deliver>
    void ask(QObject* receiver, Job job, Deliver deliver, Turn turn = Turn::InLine)
    {
        ask(receiver, std::stop_token(), std::move(job), std::move(deliver), turn);
    }

    /// True on the lane's own thread.
    [[nodiscard]] bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    void work(const std::stop_token& stop, const char* name);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_jobs;
    std::jthread m_thread; ///< last: starts when everything above is made
};

} // namespace vorzimmer::lane
