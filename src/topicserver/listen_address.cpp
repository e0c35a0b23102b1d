#include "listen_address.h"

#include <arpa/inet.h>

namespace vorzimmer::topicserver {

Reach reachOf(const QString& address)
{
    if (address == QLatin1String("localhost"))
        return Reach::ThisMachine;
    const QByteArray text = address.toLatin1();
    in_addr four{};
    if (::inet_pton(AF_INET, text.constData(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == 127 ? Reach::ThisMachine : Reach::Network;
    in6_addr six{};
    if (::inet_pton(AF_INET6, text.constData(), &six) == 1)
        return IN6_IS_ADDR_LOOPBACK(&six) ? Reach::ThisMachine : Reach::Network;
    return Reach::Unknown;
}

QString urlOf(const QString& address, int port, bool tls)
{
    const QString host = address.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(address) : address;
    return QStringLiteral("%1://%2:%3").arg(tls ? QStringLiteral("https") : QStringLiteral("http"), host).arg(port);
}

} // namespace vorzimmer::topicserver
