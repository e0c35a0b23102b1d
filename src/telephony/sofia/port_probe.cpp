#include <gio/gio.h>

#include "sofia/port_probe.h"

#include <memory>

namespace vorzimmer::telephony::sofia {

namespace {

struct ObjectUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

QString takeMessage(GError* error)
{
    const QString text = error ? QString::fromUtf8(error->message) : QString();
    g_clear_error(&error);
    return text;
}

/// Why a socket of that kind cannot be bound; empty when it can. TCP may take over a port whose last connections still fade.
QString obstacle(GSocketAddress* address, GSocketType type)
{
    GError* error = nullptr;
    const std::unique_ptr<GSocket, ObjectUnref> socket(
        g_socket_new(g_socket_address_get_family(address), type, G_SOCKET_PROTOCOL_DEFAULT, &error));
    if (!socket)
        return takeMessage(error);
    return g_socket_bind(socket.get(), address, type == G_SOCKET_TYPE_STREAM, &error) ? QString() : takeMessage(error);
}

} // namespace

domain::Outcome probePort(const QString& host, quint16 port)
{
    const std::unique_ptr<GSocketAddress, ObjectUnref> address(
        g_inet_socket_address_new_from_string(host.toUtf8().constData(), port));
    if (!address)
        return domain::failure(domain::Fault::Invalid, QStringLiteral("not an address to listen on: %1").arg(host));
    for (const GSocketType type : {G_SOCKET_TYPE_DATAGRAM, G_SOCKET_TYPE_STREAM})
        if (const QString reason = obstacle(address.get(), type); !reason.isEmpty())
            return domain::failure(domain::Fault::Busy, QStringLiteral("%1, %2 port %3 cannot be opened: %4")
                                                            .arg(host, type == G_SOCKET_TYPE_STREAM ? QStringLiteral("TCP")
                                                                                                    : QStringLiteral("UDP"))
                                                            .arg(port)
                                                            .arg(reason));
    return {};
}

} // namespace vorzimmer::telephony::sofia
