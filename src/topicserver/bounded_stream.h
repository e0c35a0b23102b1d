#pragma once

#include "wire.h"

#include <httplib.h>

#include <array>

namespace vorzimmer::topicserver {

/// The most that one request may send and take, beyond which its connection ends.
struct StreamBounds {
    std::size_t headBytes = 32 * 1024;
    std::chrono::seconds headTime{10};
    std::chrono::seconds bodyTime{30};
    std::chrono::seconds replyTime{30};
    std::chrono::seconds idleTime{15};
};

/// A wire as the HTTP library wants to see it. The library itself bounds neither the number and length of headers nor the
/// time of a whole request; this does.
class BoundedStream : public httplib::Stream {
public:
    BoundedStream(Wire& wire, const StreamBounds& bounds) : m_wire(wire), m_bounds(bounds) {}

    /// The next request line and headers count from here.
    void beginHead();
    /// The head is over; @p length bytes of body follow.
    void beginBody(std::size_t length);
    /// The library may go on to the next request at the right place.
    [[nodiscard]] bool bodyWasRead() const { return m_inBody && m_allowance == 0; }
    [[nodiscard]] bool headWasTooLarge() const { return !m_inBody && m_allowance == 0; }
    [[nodiscard]] bool tookTooLong() const { return m_late; }
    [[nodiscard]] bool peerGone() const { return m_wire.peerGone(); }
    [[nodiscard]] bool holdsInput() const { return m_from < m_to || m_wire.holdsInput(); }

    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return true; }
    ssize_t read(char* target, std::size_t size) override;
    ssize_t write(const char* source, std::size_t size) override;
    /// Left empty: addresses are personal data that nothing here needs.
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] socket_t socket() const override { return m_wire.socket(); }

private:
    Wire& m_wire;
    const StreamBounds& m_bounds;
    std::array<char, 8192> m_buffer{};
    std::size_t m_from = 0;
    std::size_t m_to = 0;
    std::size_t m_allowance = 0; ///< bytes that head or body may still hand out
    bool m_inBody = false;
    bool m_replying = false;
    bool m_late = false;
    Wire::Clock::time_point m_deadline;
};

} // namespace vorzimmer::topicserver
