#pragma once

#include "sample_queue.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace vorzimmer::audio {

/// What passes between one call's packets and the devices. Any thread.
struct VoiceBridge {
    explicit VoiceBridge(std::size_t cushionMs = 20) : fromPeer(cushionMs * samplesPerMs, (cushionMs + 140) * samplesPerMs)
    {
    }

    SampleQueue toPeer{20 * samplesPerMs, 100 * samplesPerMs};
    SampleQueue fromPeer;
    std::atomic<bool> muted = false;
    std::atomic<bool> hears = false;  ///< else the peer is held: neither side hears the other
    std::atomic<bool> echoes = false; ///< a test: what is said comes back
};

/// Which call has the microphone and the loudspeaker now. Any thread.
class TalkingCall {
public:
    void set(std::shared_ptr<VoiceBridge> bridge)
    {
        const std::scoped_lock locked(m_mutex);
        m_bridge = std::move(bridge);
    }
    [[nodiscard]] std::shared_ptr<VoiceBridge> get() const
    {
        const std::scoped_lock locked(m_mutex);
        return m_bridge;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<VoiceBridge> m_bridge;
};

} // namespace vorzimmer::audio
