// GLib before Qt.
#include <gio/gio.h>

#include "rtp_ports.h"

#include <QRandomGenerator>

namespace vorzimmer::audio {

using domain::Fault;
using domain::Result;

namespace {

// Above what systems hand out by themselves at one end and services at the other.
constexpr int lowestPair = 16384 / 2;
constexpr int pairs = (32768 - 16384) / 2;
constexpr int tries = 64;

quint16 portOf(GSocket* socket)
{
    GSocketAddress* address = g_socket_get_local_address(socket, nullptr);
    if (!address)
        return 0;
    const guint16 port = g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(address));
    g_object_unref(address);
    return port;
}

} // namespace

RtpPorts::Socket RtpPorts::bound(const QByteArray& host, quint16 port)
{
    GSocketAddress* address = g_inet_socket_address_new_from_string(host.constData(), port);
    if (!address)
        return {};
    GSocket* socket =
        g_socket_new(g_socket_address_get_family(address), G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, nullptr);
    const bool open = socket && g_socket_bind(socket, address, FALSE, nullptr);
    g_object_unref(address);
    Socket held(socket, [](GSocket* mine) {
        if (mine)
            g_object_unref(mine);
    });
    return open ? held : Socket();
}

Result<RtpPorts> RtpPorts::open(const QString& host)
{
    const QByteArray address = host.toLatin1();
    GInetAddress* read = g_inet_address_new_from_string(address.constData());
    if (!read)
        return domain::failure(Fault::Invalid, QStringLiteral("%1 is no address").arg(host));
    g_object_unref(read);
    for (int attempt = 0; attempt < tries; ++attempt) {
        RtpPorts ports;
        const int pair = lowestPair + QRandomGenerator::system()->bounded(pairs);
        ports.m_rtp = bound(address, quint16(2 * pair));
        if (!ports.m_rtp)
            continue;
        ports.m_port = portOf(ports.m_rtp.get());
        ports.m_rtcp = bound(address, quint16(2 * pair + 1));
        if (ports.m_rtcp && ports.m_port)
            return ports;
    }
    return domain::failure(Fault::Busy, QStringLiteral("no pair of ports for sound is free at %1").arg(host));
}

} // namespace vorzimmer::audio
