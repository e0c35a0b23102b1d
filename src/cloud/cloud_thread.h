#pragma once

#include "vorzimmer/lane/lane.h"

#include <functional>
#include <latch>
#include <memory>
#include <thread>

class QEventLoop;

namespace vorzimmer::cloud {

/// The thread of everything that leaves the house: a Qt event loop that jobs are dropped into. It is a std::thread, because
/// its join also waits for what the thread itself owned (its letter box), which QThread::wait() does not.
class CloudThread {
public:
    CloudThread();
    /// Runs what was posted, ends the loop, waits for the thread.
    ~CloudThread();
    CloudThread(const CloudThread&) = delete;
    CloudThread& operator=(const CloudThread&) = delete;

    /// Any thread. Jobs run in order.
    void post(std::function<void()> job) { m_box->drop(std::move(job)); }

private:
    void run();

    std::latch m_ready{1};
    std::shared_ptr<lane::LetterBox> m_box;
    QEventLoop* m_loop = nullptr; ///< on the thread's own stack
    std::jthread m_thread;        ///< last: starts when everything above is made
};

} // namespace vorzimmer::cloud
