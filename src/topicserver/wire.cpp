#include "wire.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <openssl/err.h>
#include <poll.h>
#include <sys/socket.h>

namespace vorzimmer::topicserver {

bool Wire::awaitSocket(short events, Clock::time_point deadline) const
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return false;
        pollfd asked{m_socket, events, 0};
        const int ready = ::poll(&asked, 1, static_cast<int>(std::min<long>(left, INT_MAX)));
        if (ready > 0)
            return true; // an error shows in the read or write that follows
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

bool Wire::peerGone() const
{
    pollfd asked{m_socket, POLLRDHUP, 0};
    return ::poll(&asked, 1, 0) > 0;
}

void Wire::finishWriting()
{
    ::shutdown(m_socket, SHUT_WR);
}

ssize_t PlainWire::read(char* target, std::size_t size, Clock::time_point deadline)
{
    for (;;) {
        const ssize_t got = ::recv(socket(), target, size, 0);
        if (got >= 0)
            return got;
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN || !awaitSocket(POLLIN, deadline))
            return -1;
    }
}

ssize_t PlainWire::write(const char* source, std::size_t size, Clock::time_point deadline)
{
    for (;;) {
        const ssize_t sent = ::send(socket(), source, size, MSG_NOSIGNAL);
        if (sent >= 0)
            return sent;
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN || !awaitSocket(POLLOUT, deadline))
            return -1;
    }
}

TlsWire::TlsWire(int socket, std::unique_ptr<SSL, decltype(&SSL_free)> session) : Wire(socket), m_session(std::move(session))
{
}

template <class Step>
int TlsWire::repeat(Clock::time_point deadline, Step step)
{
    for (;;) {
        ERR_clear_error(); // SSL_get_error() looks at whatever an earlier call left behind
        const int done = step();
        if (done > 0)
            return done;
        short events = 0;
        switch (SSL_get_error(m_session.get(), done)) {
        case SSL_ERROR_WANT_READ:
            events = POLLIN;
            break;
        case SSL_ERROR_WANT_WRITE:
            events = POLLOUT;
            break;
        case SSL_ERROR_ZERO_RETURN:
            return 0;
        default:
            return -1;
        }
        if (!awaitSocket(events, deadline))
            return -1;
    }
}

bool TlsWire::accept(Clock::time_point deadline)
{
    return repeat(deadline, [this] { return SSL_accept(m_session.get()); }) > 0;
}

ssize_t TlsWire::read(char* target, std::size_t size, Clock::time_point deadline)
{
    return repeat(deadline,
                  [&] { return SSL_read(m_session.get(), target, static_cast<int>(std::min<std::size_t>(size, INT_MAX))); });
}

ssize_t TlsWire::write(const char* source, std::size_t size, Clock::time_point deadline)
{
    return repeat(deadline, [&] {
        return SSL_write(m_session.get(), source, static_cast<int>(std::min<std::size_t>(size, INT_MAX)));
    });
}

bool TlsWire::holdsInput() const
{
    return SSL_pending(m_session.get()) > 0;
}

void TlsWire::finishWriting()
{
    ERR_clear_error();
    SSL_shutdown(m_session.get());
    Wire::finishWriting();
}

} // namespace vorzimmer::topicserver
