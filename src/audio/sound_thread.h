#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace vorzimmer::audio {

/// A thread that builds and takes down pipelines, because the GUI thread must never wait for a sound server.
class SoundThread {
public:
    explicit SoundThread(const QString& name);
    ~SoundThread();
    SoundThread(const SoundThread&) = delete;
    SoundThread& operator=(const SoundThread&) = delete;

    /// Any thread. Jobs run in order.
    void post(std::function<void()> job);
    /// Runs what was posted and ends the thread. False when it hangs in a driver; then whatever its jobs use must stay.
    [[nodiscard]] bool end();
    /// Lives on the thread; timers of jobs belong to it.
    [[nodiscard]] QObject* context() const { return m_context; }

private:
    static constexpr std::chrono::seconds patience{3};
    std::unique_ptr<QThread> m_thread;
    QObject* m_context;
};

} // namespace vorzimmer::audio
