#include "vorzimmer/lane/lane.h"

#include <QCoreApplication>
#include <QEvent>

#ifdef __linux__
#include <pthread.h>
#endif

namespace vorzimmer::lane {

class LetterBox::Bell : public QObject {
public:
    explicit Bell(std::shared_ptr<LetterBox> box) : m_box(std::move(box)) {}

    bool event(QEvent* event) override
    {
        // The event was made under this lock. Qt's own queue orders the two threads as well, but ThreadSanitizer cannot see it.
        m_box->m_mutex.lock();
        m_box->m_mutex.unlock();
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_box->empty();
        return true;
    }

private:
    std::shared_ptr<LetterBox> m_box;
};

/// Owns a thread's box and takes the bell down when the thread ends.
struct LetterBoxOwner {
    LetterBoxOwner() : box(std::make_shared<LetterBox>()), bell(std::make_unique<LetterBox::Bell>(box))
    {
        box->m_bell = bell.get();
    }
    ~LetterBoxOwner()
    {
        const std::lock_guard lock(box->m_mutex);
        box->m_bell = nullptr;
        box->m_jobs.clear();
        box->m_expected.clear();
    }
    std::shared_ptr<LetterBox> box;
    std::unique_ptr<LetterBox::Bell> bell;
};

std::shared_ptr<LetterBox> LetterBox::ofThisThread()
{
    thread_local LetterBoxOwner owner;
    return owner.box;
}

quint64 LetterBox::expect(std::function<void()> onArrival)
{
    m_expected.emplace(++m_lastTicket, std::move(onArrival));
    return m_lastTicket;
}

void LetterBox::arrived(quint64 ticket)
{
    drop([this, ticket] {
        const auto expected = m_expected.extract(ticket);
        expected.mapped()();
    });
}

void LetterBox::drop(std::function<void()> job)
{
    const std::lock_guard lock(m_mutex);
    if (!m_bell)
        return;
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1)
        QCoreApplication::postEvent(m_bell, new QEvent(QEvent::User));
}

void LetterBox::empty()
{
    std::vector<std::function<void()>> jobs;
    {
        const std::lock_guard lock(m_mutex);
        jobs.swap(m_jobs);
    }
    for (const auto& job : jobs)
        job();
}

Lane::Lane(const char* name) : m_thread([this, name](const std::stop_token& stop) { work(stop, name); }) {}

Lane::~Lane() = default;

void Lane::post(std::function<void()> job, Turn turn)
{
    {
        const std::lock_guard lock(m_mutex);
        if (turn == Turn::Next)
            m_jobs.push_front(std::move(job));
        else
            m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Lane::work(const std::stop_token& stop, const char* name)
{
#ifdef __linux__
    pthread_setname_np(pthread_self(), name);
#else
    Q_UNUSED(name)
#endif
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = nullptr; // whatever it holds is released before the next one starts, and on this thread
        lock.lock();
    }
}

} // namespace vorzimmer::lane
