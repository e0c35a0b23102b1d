#pragma once

#include "packets.h"

#include <catch2/catch.hpp>

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace vorzimmer::telephony {

/// A bare socket to the feed, for what no proper peer would send.
class Wire {
public:
    Wire(int type, quint16 port) : m_socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        REQUIRE(::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Wire() { ::close(m_socket); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    void say(const QByteArray& packet)
    {
        // The feed may have closed a connection it could not make sense of.
        (void)::send(m_socket, packet.constData(), std::size_t(packet.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }

    /// Its own.
    [[nodiscard]] quint16 port() const
    {
        sockaddr_in address{};
        socklen_t length = sizeof address;
        (void)::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length);
        return ntohs(address.sin_port);
    }

    /// What has come back since; empty when nothing.
    [[nodiscard]] QByteArray heard()
    {
        QByteArray packet(65536, '\0');
        const ssize_t size = ::recv(m_socket, packet.data(), std::size_t(packet.size()), MSG_DONTWAIT);
        return packet.left(std::max<ssize_t>(size, 0));
    }

private:
    int m_socket;
};

} // namespace vorzimmer::telephony
