#include "rate_limit.h"

#include <algorithm>
#include <cmath>

namespace vorzimmer::topicserver {

std::chrono::seconds RateLimit::admit(const std::string& tokenId, Clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    Bucket& bucket = m_buckets.try_emplace(tokenId, m_burst, now).first->second;
    const double passed = std::chrono::duration<double>(now - bucket.filled).count();
    bucket.left = std::min(m_burst, bucket.left + std::max(0.0, passed) * m_perSecond);
    bucket.filled = now;
    if (bucket.left >= 1.0) {
        bucket.left -= 1.0;
        return std::chrono::seconds(0);
    }
    return std::chrono::seconds(std::max(1L, std::lround(std::ceil((1.0 - bucket.left) / m_perSecond))));
}

} // namespace vorzimmer::topicserver
