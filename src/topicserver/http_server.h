#pragma once

#include "bounded_stream.h"
#include "stop_signal.h"
#include "tls_identity.h"

#include "vorzimmer/domain/result.h"

#include <httplib.h>

#include <atomic>
#include <optional>
#include <thread>

namespace vorzimmer::topicserver {

struct HttpLimits {
    std::size_t connections = 528;
    std::size_t largestBody = 2 * 1024 * 1024;
    std::size_t requestsPerConnection = 1000;
    StreamBounds stream;
};

/// The HTTP library's parser and writer over connections of our own: bounded in bytes and time, closed wherever a body was
/// not read to its end, ended without delay on stop(). Routes are set on it as on any httplib::Server before start().
class HttpServer : public httplib::Server {
public:
    HttpServer(HttpLimits limits, std::optional<TlsIdentity> identity);
    ~HttpServer() override;

    /// Binds and serves on a thread of its own. Returns the port; Busy when it is taken.
    [[nodiscard]] domain::Result<int> start(const QString& address, int port);
    /// Takes no more connections, lets requests that are being answered finish, and returns when the last has.
    void stop();
    [[nodiscard]] bool isStopping() const { return m_stop.isRaised(); }

private:
    bool process_and_close_socket(socket_t socket) override;
    [[nodiscard]] std::unique_ptr<Wire> wireOn(socket_t socket) const;
    void serve(Wire& wire);
    /// True when the connection can take another request.
    [[nodiscard]] bool serveOne(BoundedStream& stream, bool last);
    [[nodiscard]] bool awaitRequest(const Wire& wire, const BoundedStream& stream) const;

    const HttpLimits m_limits;
    const std::optional<TlsIdentity> m_identity;
    StopSignal m_stop;
    std::atomic<bool> m_crowded = false;
    std::thread m_thread;
};

} // namespace vorzimmer::topicserver
