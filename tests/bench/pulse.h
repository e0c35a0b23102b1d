#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace vorzimmer::bench {

/// Beats once a millisecond in the event loop of the thread it was made on, and notes what came between two beats: the time,
/// and how much of it this thread was itself at work. On a busy machine the first also holds other programs' turns.
class Pulse : public QObject {
public:
    Pulse();

    void begin();
    void end() { m_timer.stop(); }

    /// In milliseconds, of all beats so far; -1 before the first.
    [[nodiscard]] double gap(std::size_t hundredth) const;
    [[nodiscard]] double longestGap() const { return gap(100); }
    [[nodiscard]] double longestWork() const { return m_longestWork; }
    [[nodiscard]] std::size_t beats() const { return m_gaps.size(); }

private:
    using Clock = std::chrono::steady_clock;
    void beat();

    QTimer m_timer;
    Clock::time_point m_last;
    double m_lastWork = 0; ///< this thread's processor time in milliseconds
    std::vector<double> m_gaps;
    double m_longestWork = 0;
};

} // namespace vorzimmer::bench
