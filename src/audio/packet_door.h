#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <mutex>
#include <set>
#include <span>

namespace vorzimmer::audio {

/// Lets in what may be sound of this call: RTP of an agreed type, from the address that the peer named, or, while nothing
/// comes from there (a peer behind an address translator), from the one that spoke first. Any thread.
class PacketDoor {
public:
    using Clock = std::chrono::steady_clock;

    /// The path has changed. @p named is "address:port".
    void expect(const QByteArray& named, std::set<int> payloadTypes);
    [[nodiscard]] bool admits(std::span<const std::uint8_t> packet, const QByteArray& from,
                              Clock::time_point now = Clock::now());

private:
    static constexpr std::chrono::milliseconds silence{1000};

    std::mutex m_mutex;
    QByteArray m_named;
    QByteArray m_speaking; ///< who was let in last
    Clock::time_point m_heard{};
    std::set<int> m_payloadTypes;
};

} // namespace vorzimmer::audio
