#include "bounded_stream.h"

#include <algorithm>
#include <cstring>

namespace vorzimmer::topicserver {

void BoundedStream::beginHead()
{
    m_allowance = m_bounds.headBytes;
    m_inBody = false;
    m_replying = false;
    m_late = false;
    m_deadline = Wire::Clock::now() + m_bounds.headTime;
}

void BoundedStream::beginBody(std::size_t length)
{
    m_allowance = length;
    m_inBody = true;
    m_deadline = Wire::Clock::now() + m_bounds.bodyTime;
}

ssize_t BoundedStream::read(char* target, std::size_t size)
{
    if (m_allowance == 0)
        return -1;
    if (m_from == m_to) {
        const ssize_t got = m_wire.read(m_buffer.data(), m_buffer.size(), m_deadline);
        if (got <= 0) {
            m_late = got < 0 && Wire::Clock::now() >= m_deadline;
            return got;
        }
        m_from = 0;
        m_to = static_cast<std::size_t>(got);
    }
    const std::size_t count = std::min({size, m_to - m_from, m_allowance});
    std::memcpy(target, m_buffer.data() + m_from, count);
    m_from += count;
    m_allowance -= count;
    return static_cast<ssize_t>(count);
}

ssize_t BoundedStream::write(const char* source, std::size_t size)
{
    if (!m_replying) {
        m_replying = true;
        m_deadline = Wire::Clock::now() + m_bounds.replyTime;
    }
    return m_wire.write(source, size, m_deadline);
}

void BoundedStream::get_remote_ip_and_port(std::string& ip, int& port) const
{
    ip.clear();
    port = 0;
}

void BoundedStream::get_local_ip_and_port(std::string& ip, int& port) const
{
    ip.clear();
    port = 0;
}

} // namespace vorzimmer::topicserver
