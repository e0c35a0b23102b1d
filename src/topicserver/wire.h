#pragma once

#include <chrono>
#include <memory>

#include <openssl/ssl.h>
#include <sys/types.h>

namespace vorzimmer::topicserver {

/// One accepted connection's bytes, in clear or through TLS. One thread at a time; never waits beyond the deadline.
class Wire {
public:
    using Clock = std::chrono::steady_clock;

    explicit Wire(int socket) : m_socket(socket) {}
    virtual ~Wire() = default;
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// Bytes read; 0 at the end; -1 on failure or when the deadline has passed.
    [[nodiscard]] virtual ssize_t read(char* target, std::size_t size, Clock::time_point deadline) = 0;
    /// Bytes written, perhaps fewer than @p size; -1 on failure or when the deadline has passed.
    [[nodiscard]] virtual ssize_t write(const char* source, std::size_t size, Clock::time_point deadline) = 0;
    /// Bytes were received already and wait in the wire itself.
    [[nodiscard]] virtual bool holdsInput() const { return false; }
    /// Says goodbye to the peer; no write after that.
    virtual void finishWriting();

    [[nodiscard]] int socket() const { return m_socket; }
    /// The peer has closed its side.
    [[nodiscard]] bool peerGone() const;

protected:
    /// False when the socket is not ready for @p events at @p deadline.
    [[nodiscard]] bool awaitSocket(short events, Clock::time_point deadline) const;

private:
    const int m_socket;
};

class PlainWire : public Wire {
public:
    using Wire::Wire;
    [[nodiscard]] ssize_t read(char* target, std::size_t size, Clock::time_point deadline) override;
    [[nodiscard]] ssize_t write(const char* source, std::size_t size, Clock::time_point deadline) override;
};

class TlsWire : public Wire {
public:
    /// @p session is on @p socket already.
    TlsWire(int socket, std::unique_ptr<SSL, decltype(&SSL_free)> session);
    /// False when the peer does not complete the handshake.
    [[nodiscard]] bool accept(Clock::time_point deadline);
    [[nodiscard]] ssize_t read(char* target, std::size_t size, Clock::time_point deadline) override;
    [[nodiscard]] ssize_t write(const char* source, std::size_t size, Clock::time_point deadline) override;
    [[nodiscard]] bool holdsInput() const override;
    void finishWriting() override;

private:
    /// Repeats @p step while the session waits for the socket.
    template <class Step>
    [[nodiscard]] int repeat(Clock::time_point deadline, Step step);

    std::unique_ptr<SSL, decltype(&SSL_free)> m_session;
};

} // namespace vorzimmer::topicserver
