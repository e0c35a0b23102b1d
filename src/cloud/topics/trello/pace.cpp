#include "topics/trello/pace.h"

namespace vorzimmer::cloud::topics::trello {

using std::chrono::milliseconds;

milliseconds Pace::take(Instant now)
{
    while (!m_sent.empty() && now - m_sent.front() >= m_window)
        m_sent.pop_front();
    if (static_cast<int>(m_sent.size()) >= m_requests)
        return std::chrono::ceil<milliseconds>(m_window - (now - m_sent.front()));
    m_sent.push_back(now);
    return milliseconds(0);
}

} // namespace vorzimmer::cloud::topics::trello
