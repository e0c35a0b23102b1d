#include "connection_crew.h"

#include <system_error>

namespace vorzimmer::topicserver {

void ConnectionCrew::enqueue(std::function<void()> job)
{
    std::unique_lock lock(m_mutex);
    m_space.wait(lock, [this] { return m_jobs.size() < m_idle || m_threads.size() < m_most; });
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() > m_idle) {
        try {
            m_threads.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
            // No more threads to be had: the job waits for one of those there are, and the first one cannot fail here
            // without the server being unable to do anything at all.
            if (m_threads.empty())
                throw;
        }
    }
    countBusy();
    m_work.notify_one();
}

void ConnectionCrew::shutdown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_work.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

void ConnectionCrew::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        countBusy();
        m_space.notify_one();
        m_work.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        --m_idle;
        if (m_jobs.empty())
            return;
        const std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

void ConnectionCrew::countBusy()
{
    const std::size_t idle = m_idle > m_jobs.size() ? m_idle - m_jobs.size() : 0;
    m_crowded = m_threads.size() - std::min(idle, m_threads.size()) > m_most * 3 / 4;
}

} // namespace vorzimmer::topicserver
