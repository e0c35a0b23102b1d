#pragma once

#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

namespace vorzimmer::desk {

/// Does something at once when asked to, then not again before an interval is over: what is asked for meanwhile is done
/// together at its end. For work that a burst of calls would otherwise ask for more often than anybody could see.
/// Lives on the thread that made it, which needs an event loop.
class Throttle {
public:
    /// @p action must be callable as long as this lives.
    Throttle(std::chrono::milliseconds interval, std::function<void()> action) : m_action(std::move(action))
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(interval);
        QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] {
            if (std::exchange(m_asked, false))
                ask();
        });
    }

    void ask()
    {
        if (m_pause.isActive()) {
            m_asked = true;
            return;
        }
        m_pause.start();
        m_action();
    }

private:
    std::function<void()> m_action;
    QTimer m_pause;
    bool m_asked = false; ///< during the pause
};

} // namespace vorzimmer::desk
