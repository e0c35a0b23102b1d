#include "change_bell.h"

#include <algorithm>

namespace vorzimmer::topicserver {

namespace {

constexpr std::chrono::microseconds gatheringTimeEach{500};

} // namespace

void ChangeBell::ring(std::int64_t sequence)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newest = std::max(m_newest, sequence); // two writers may arrive here in the other order
        if (const auto now = Clock::now(); now >= m_due)
            m_due = now + std::max(0, m_waiting - 1) * gatheringTimeEach;
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
    m_gathered.notify_all();
}

bool ChangeBell::await(std::int64_t sequence, Clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    if (m_changed.wait_until(lock, deadline, [&] { return m_silenced || m_newest > sequence; }))
        m_gathered.wait_until(lock, std::min(deadline, m_due), [this] { return m_silenced; });
    --m_waiting;
    return m_newest > sequence;
}

std::int64_t ChangeBell::newest()
{
    const std::lock_guard lock(m_mutex);
    return m_newest;
}

bool ChangeBell::isSilenced()
{
    const std::lock_guard lock(m_mutex);
    return m_silenced;
}

} // namespace vorzimmer::topicserver
