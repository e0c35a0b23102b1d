#include "sofia/line_address.h"

namespace vorzimmer::telephony::sofia {

using domain::LineTransport;
using domain::PhoneLine;

namespace {

const char* transportWord(LineTransport transport)
{
    switch (transport) {
    case LineTransport::Udp: return "udp";
    case LineTransport::Tcp: return "tcp";
    case LineTransport::Tls: return "tls";
    }
    return "udp";
}

} // namespace

QByteArray uriPlace(const QString& server)
{
    const auto place = domain::serverPlace(server);
    if (!place)
        return {};
    QByteArray text = place->host.toLatin1();
    if (text.contains(':'))
        text = '[' + text + ']';
    if (place->port > 0)
        text += ':' + QByteArray::number(place->port);
    return text;
}

QByteArray lineAddress(const PhoneLine& line)
{
    return "sip:" + line.user.toLatin1() + '@' + uriPlace(line.server);
}

QByteArray registrarOf(const PhoneLine& line)
{
    return "sip:" + uriPlace(line.server);
}

QByteArray nextHopOf(const PhoneLine& line)
{
    return "sip:" + uriPlace(line.proxy.isEmpty() ? line.server : line.proxy) + ";transport=" + transportWord(line.transport);
}

QByteArray loginOf(const PhoneLine& line)
{
    return (line.login.isEmpty() ? line.user : line.login).toLatin1();
}

QByteArray contactUserOf(const PhoneLine& line)
{
    constexpr qsizetype enough = 8; // of 16 random bytes
    return "line-" + line.id.uuid().toRfc4122().right(enough).toHex();
}

} // namespace vorzimmer::telephony::sofia
