#pragma once

#include "vorzimmer/domain/phone_line.h"

#include <QByteArray>

namespace vorzimmer::telephony::sofia {

/// Host and port as they stand in a URI.
[[nodiscard]] QByteArray uriPlace(const QString& server);
/// The line's own address: "sip:user@server".
[[nodiscard]] QByteArray lineAddress(const domain::PhoneLine& line);
/// The server as the one that registers: "sip:server".
[[nodiscard]] QByteArray registrarOf(const domain::PhoneLine& line);
/// Where everything is really sent, with its transport: "sip:proxy;transport=tls".
[[nodiscard]] QByteArray nextHopOf(const domain::PhoneLine& line);
/// Who signs in.
[[nodiscard]] QByteArray loginOf(const domain::PhoneLine& line);
/// Our own user name on this line. No number, and the same after every start; a call that is sent there is the line's.
[[nodiscard]] QByteArray contactUserOf(const domain::PhoneLine& line);

} // namespace vorzimmer::telephony::sofia
