#pragma once

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

namespace vorzimmer::lane {

/// A letter box of one thread: anyone may drop a job in, the owner's event loop runs it. The jobs lie in a
/// mutex-guarded queue and Qt only rings the bell, because queued lambdas cross threads through code that
/// ThreadSanitizer cannot see into.
class LetterBox {
public:
    /// The calling thread's own box; it needs a running event loop to be emptied.
    [[nodiscard]] static std::shared_ptr<LetterBox> ofThisThread();

    /// Any thread. Dropped silently when the owner's thread has ended.
    void drop(std::function<void()> job);

private:
    class Bell;
    friend struct LetterBoxOwner;
    void empty();

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_jobs;
    QObject* m_bell = nullptr; ///< lives on the owner's thread; null once that ended
};

/// One worker thread that runs jobs in order and brings each result home. Destroying it finishes what is queued.
class Lane {
public:
    explicit Lane(const char* name);
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Any thread. Runs @p job on the lane.
    void post(std::function<void()> job);

    /// Runs @p job on the lane and @p deliver with its value on the calling thread, or nothing when @p receiver is gone by
    /// then or @p stop was requested. A job whose stop was requested before its turn does not run at all.
    template <class Job, class Deliver>
    void ask(QObject* receiver, std::stop_token stop, Job job, Deliver deliver)
    {
        post([box = LetterBox::ofThisThread(), guard = QPointer<QObject>(receiver), stop = std::move(stop), job = std::move(job),
              deliver = std::move(deliver)]() mutable {
            if (stop.stop_requested())
                return;
            send(box, guard, stop, std::move(deliver), job());
        });
    }

    /// As above, for work that must be done whether or not anyone still waits for the answer.
    template <class Job, class Deliver>
    void ask(QObject* receiver, Job job, Deliver deliver)
    {
        ask(receiver, std::stop_token(), std::move(job), std::move(deliver));
    }

    /// True on the lane's own thread.
    [[nodiscard]] bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    template <class Deliver, class Value>
    static void send(const std::shared_ptr<LetterBox>& box, const QPointer<QObject>& guard, const std::stop_token& stop,
                     Deliver deliver, Value value)
    {
        // std::function wants a copyable job, the value may be move-only.
        auto parcel = std::make_shared<std::pair<Deliver, Value>>(std::move(deliver), std::move(value));
        box->drop([parcel, guard, stop] {
            if (guard && !stop.stop_requested())
                parcel->first(std::move(parcel->second));
        });
    }

    void work(const std::stop_token& stop, const char* name);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_jobs;
    std::jthread m_thread; ///< last: starts when everything above is made
};

} // namespace vorzimmer::lane
