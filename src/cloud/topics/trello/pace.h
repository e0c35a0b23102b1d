#pragma once

#include <chrono>
#include <deque>

namespace vorzimmer::cloud::topics::trello {

/// Trello counts a token's requests: no more than a hundred in ten seconds. We stay a little below it.
class Pace {
public:
    explicit Pace(int requests = 90, std::chrono::milliseconds window = std::chrono::seconds(10))
        : m_requests(requests), m_window(window)
    {
    }

    using Instant = std::chrono::steady_clock::time_point;

    /// How long the next request has to wait at @p now; nothing = it may go, and is counted.
    [[nodiscard]] std::chrono::milliseconds take(Instant now);
    [[nodiscard]] std::chrono::milliseconds window() const { return m_window; }

private:
    int m_requests;
    std::chrono::milliseconds m_window;
    std::deque<Instant> m_sent;
};

} // namespace vorzimmer::cloud::topics::trello
