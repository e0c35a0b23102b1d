#pragma once

#include <QString>

namespace vorzimmer::topicserver {

enum class Reach {
    ThisMachine, ///< loopback
    Network,
    Unknown, ///< not an address
};

/// Who can reach a server that listens on @p address, an IPv4 or IPv6 address or `localhost`.
[[nodiscard]] Reach reachOf(const QString& address);

/// `http://127.0.0.1:8737`
[[nodiscard]] QString urlOf(const QString& address, int port, bool tls);

} // namespace vorzimmer::topicserver
