#pragma once

#include <httplib.h>

#include <atomic>

namespace vorzimmer::topicserver {

/// One thread per open connection, made when needed and kept, up to a limit; beyond it new connections wait in the kernel.
/// A waiting reader costs a sleeping thread and nothing else.
class ConnectionCrew : public httplib::TaskQueue {
public:
    /// @p crowded is kept up to date: true while few threads are left.
    ConnectionCrew(std::size_t most, std::atomic<bool>& crowded) : m_most(most), m_crowded(crowded) {}

    void enqueue(std::function<void()> job) override;
    void shutdown() override;

private:
    void work();
    void countBusy();

    const std::size_t m_most;
    std::atomic<bool>& m_crowded;
    std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_space;
    std::list<std::function<void()>> m_jobs;
    std::size_t m_idle = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace vorzimmer::topicserver
