#include "packet_door.h"

#include <utility>

namespace vorzimmer::audio {

namespace {

constexpr std::size_t shortestPacket = 12;
constexpr int versionShift = 6;
constexpr int rtpVersion = 2;
constexpr int payloadTypeMask = 0x7f;

} // namespace

void PacketDoor::expect(const QByteArray& named, std::set<int> payloadTypes)
{
    const std::scoped_lock locked(m_mutex);
    if (m_named != named)
        m_speaking.clear();
    m_named = named;
    m_payloadTypes = std::move(payloadTypes);
}

bool PacketDoor::admits(std::span<const std::uint8_t> packet, const QByteArray& from, Clock::time_point now)
{
    if (packet.size() < shortestPacket || packet[0] >> versionShift != rtpVersion)
        return false;
    const std::scoped_lock locked(m_mutex);
    if (!m_payloadTypes.contains(packet[1] & payloadTypeMask))
        return false;
    if (from != m_named && from != m_speaking && !m_speaking.isEmpty() && now - m_heard < silence)
        return false;
    m_speaking = from;
    m_heard = now;
    return true;
}

} // namespace vorzimmer::audio
