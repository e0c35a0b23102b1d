#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace vorzimmer::topicserver {

/// Wakes the readers of one list that wait for its next change. A crowd is given a moment, half a millisecond for each but
/// the first, in which further changes are gathered: two hundred readers who come running for every single change would
/// leave the writers no air. Any thread.
class ChangeBell {
public:
    using Clock = std::chrono::steady_clock;

    explicit ChangeBell(std::int64_t newest) : m_newest(newest) {}

    /// Change number @p sequence is on the disk.
    void ring(std::int64_t sequence);
    /// Sends all who wait away, now and from now on.
    void silence();
    /// True as soon as there is a change after @p sequence; false at @p deadline or when silenced.
    [[nodiscard]] bool await(std::int64_t sequence, Clock::time_point deadline);
    /// The newest change rung so far.
    [[nodiscard]] std::int64_t newest();
    [[nodiscard]] bool isSilenced();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::condition_variable m_gathered; ///< for those who know of a change and let others gather
    Clock::time_point m_due;            ///< when the present crowd goes
    int m_waiting = 0;
    std::int64_t m_newest;
    bool m_silenced = false;
};

} // namespace vorzimmer::topicserver
