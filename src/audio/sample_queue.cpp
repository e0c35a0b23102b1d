#include "sample_queue.h"

#include <algorithm>

namespace vorzimmer::audio {

SampleQueue::SampleQueue(std::size_t cushion, std::size_t limit) : m_ring(limit), m_cushion(std::min(cushion, limit)) {}

void SampleQueue::push(std::span<const Sample> samples)
{
    const std::scoped_lock locked(m_mutex);
    if (samples.size() > m_ring.size())
        samples = samples.last(m_ring.size());
    for (const Sample sample : samples) {
        m_ring[(m_first + m_count) % m_ring.size()] = sample;
        if (m_count < m_ring.size())
            ++m_count;
        else
            m_first = (m_first + 1) % m_ring.size();
    }
    if (m_count >= m_cushion)
        m_filling = false;
}

bool SampleQueue::pull(std::span<Sample> samples)
{
    const std::scoped_lock locked(m_mutex);
    const std::size_t given = m_filling ? 0 : std::min(samples.size(), m_count);
    for (std::size_t at = 0; at < given; ++at)
        samples[at] = m_ring[(m_first + at) % m_ring.size()];
    std::fill(samples.begin() + std::ptrdiff_t(given), samples.end(), Sample(0));
    m_first = (m_first + given) % m_ring.size();
    m_count -= given;
    if (given < samples.size())
        m_filling = true;
    return given > 0;
}

void SampleQueue::clear()
{
    const std::scoped_lock locked(m_mutex);
    m_first = m_count = 0;
    m_filling = true;
}

} // namespace vorzimmer::audio
