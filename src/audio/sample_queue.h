#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace vorzimmer::audio {

/// Sound inside the house: 16 bit, one channel.
using Sample = std::int16_t;
inline constexpr int sampleRate = 48000;
inline constexpr std::size_t samplesPerMs = sampleRate / 1000;

/// Hands sound from one streaming thread to another, so that either side may stop, fail or be built anew without the other
/// noticing more than silence. Any thread.
class SampleQueue {
public:
    /// After running dry it collects @p cushion before it gives again, which evens out the two threads' steps; what is more
    /// than @p limit is dropped, oldest first, so that sound never comes late.
    SampleQueue(std::size_t cushion, std::size_t limit);

    void push(std::span<const Sample> samples);
    /// Fills @p samples, with silence where there is nothing. False when all of it is silence.
    bool pull(std::span<Sample> samples);
    void clear();

private:
    std::mutex m_mutex;
    std::vector<Sample> m_ring;
    std::size_t m_cushion;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
    bool m_filling = true;
};

} // namespace vorzimmer::audio
