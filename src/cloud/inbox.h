#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace vorzimmer::cloud {

/// Jobs for the thread it was made on, which must run an event loop. The jobs lie in a mutex-guarded queue and Qt only rings
/// the bell. Whoever posts must have stopped before it is destroyed; what was not run by then is dropped.
class Inbox : public QObject {
public:
    /// Any thread. Jobs run in order.
    void post(std::function<void()> job);

    bool event(QEvent* event) override;

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_jobs;
};

} // namespace vorzimmer::cloud
