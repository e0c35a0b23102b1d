#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace vorzimmer::topicserver {

/// A bucket per token: @p burst requests at once, refilled at @p perSecond. Any thread.
class RateLimit {
public:
    using Clock = std::chrono::steady_clock;

    RateLimit(int perSecond, int burst) : m_perSecond(perSecond), m_burst(burst) {}

    /// Takes one request out of the bucket of @p tokenId. Zero = go ahead, else the seconds to wait until there is one.
    [[nodiscard]] std::chrono::seconds admit(const std::string& tokenId, Clock::time_point now);

private:
    struct Bucket {
        double left;
        Clock::time_point filled;
    };

    const double m_perSecond;
    const double m_burst;
    std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets; ///< as many as there are tokens
};

} // namespace vorzimmer::topicserver
