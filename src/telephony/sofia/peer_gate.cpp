#include <gio/gio.h>

#include "sofia/peer_gate.h"

#include <netinet/in.h>

#include <algorithm>

namespace vorzimmer::telephony::sofia {

namespace {

struct ObjectUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using AddressPtr = std::unique_ptr<GInetAddress, ObjectUnref>;

/// The peer's address; an IPv4 peer on an IPv6 socket as the IPv4 address it is.
AddressPtr addressOf(const sockaddr* peer, std::size_t length)
{
    constexpr std::size_t v4Offset = 12;
    if (peer->sa_family == AF_INET && length >= sizeof(sockaddr_in)) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(peer);
        return AddressPtr(
            g_inet_address_new_from_bytes(reinterpret_cast<const guint8*>(&v4->sin_addr), G_SOCKET_FAMILY_IPV4));
    }
    if (peer->sa_family == AF_INET6 && length >= sizeof(sockaddr_in6)) {
        const auto* v6 = reinterpret_cast<const sockaddr_in6*>(peer);
        const guint8* bytes = v6->sin6_addr.s6_addr;
        if (IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr))
            return AddressPtr(g_inet_address_new_from_bytes(bytes + v4Offset, G_SOCKET_FAMILY_IPV4));
        return AddressPtr(g_inet_address_new_from_bytes(bytes, G_SOCKET_FAMILY_IPV6));
    }
    return nullptr;
}

} // namespace

void PeerGate::Unref::operator()(_GInetAddressMask* mask) const
{
    g_object_unref(mask);
}

domain::Result<PeerGate> PeerGate::from(const QStringList& allowed)
{
    PeerGate gate;
    for (const QString& text : allowed) {
        GInetAddressMask* mask = g_inet_address_mask_new_from_string(text.trimmed().toUtf8().constData(), nullptr);
        if (!mask)
            return domain::failure(domain::Fault::Invalid, QStringLiteral("not an address or network: %1").arg(text),
                                   QStringLiteral("allowed peers"));
        gate.m_masks.emplace_back(mask);
    }
    return gate;
}

bool PeerGate::admits(const sockaddr* peer, std::size_t length) const
{
    const AddressPtr address = addressOf(peer, length);
    if (!address)
        return false;
    if (m_masks.empty())
        return g_inet_address_get_is_loopback(address.get());
    return std::any_of(m_masks.begin(), m_masks.end(),
                       [&](const auto& mask) { return g_inet_address_mask_matches(mask.get(), address.get()); });
}

} // namespace vorzimmer::telephony::sofia
