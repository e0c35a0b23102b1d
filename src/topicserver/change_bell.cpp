#include "change_bell.h"

#include <algorithm>

namespace vorzimmer::topicserver {

void ChangeBell::ring(std::int64_t sequence)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newest = std::max(m_newest, sequence); // two writers may arrive here in the other order
    }
    m_changed.notify_all();
}

void ChangeBell::silence()
{
    {
        const std::lock_guard lock(m_mutex);
        m_silenced = true;
    }
    m_changed.notify_all();
}

bool ChangeBell::await(std::int64_t sequence, Clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, deadline, [&] { return m_silenced || m_newest > sequence; });
    return m_newest > sequence;
}

bool ChangeBell::isSilenced()
{
    const std::lock_guard lock(m_mutex);
    return m_silenced;
}

} // namespace vorzimmer::topicserver
