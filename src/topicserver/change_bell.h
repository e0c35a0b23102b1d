#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace vorzimmer::topicserver {

/// Wakes the readers of one list that wait for its next change. Any thread.
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
    [[nodiscard]] bool isSilenced();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::int64_t m_newest;
    bool m_silenced = false;
};

} // namespace vorzimmer::topicserver
