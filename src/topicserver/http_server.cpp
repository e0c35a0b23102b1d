#include "http_server.h"

#include "connection_crew.h"
#include "exchange.h"
#include "request_conditions.h"
#include "request_log.h"
#include "utc_now.h"

#include <QDateTime>
#include <QLocale>

#include <cerrno>

#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vorzimmer::topicserver {

namespace {

constexpr int backlog = 1024;

/// RFC 9110, 5.6.7
std::string httpNow()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toStdString();
}

class SocketCloser {
public:
    explicit SocketCloser(int socket) : m_socket(socket) {}
    ~SocketCloser() { ::close(m_socket); }
    SocketCloser(const SocketCloser&) = delete;
    SocketCloser& operator=(const SocketCloser&) = delete;

private:
    const int m_socket;
};

/// Closing a socket with unread input would reset the connection, and the client might never see why it was refused.
void drain(Wire& wire)
{
    constexpr std::size_t most = 4 * 1024 * 1024;
    const auto deadline = Wire::Clock::now() + std::chrono::seconds(2);
    char waste[4096];
    for (std::size_t drained = 0; drained < most;) {
        const ssize_t got = wire.read(waste, sizeof waste, deadline);
        if (got <= 0)
            return;
        drained += static_cast<std::size_t>(got);
    }
}

void finishHeaders(httplib::Response& response)
{
    response.set_header("Date", httpNow());
    if (Exchange::current().mustClose) {
        response.headers.erase("Keep-Alive");
        response.headers.erase("Connection");
        response.set_header("Connection", "close");
    }
    if (response.status == 204) // RFC 9110, 8.6
        response.headers.erase("Content-Length");
}

} // namespace

HttpServer::HttpServer(HttpLimits limits, std::optional<TlsIdentity> identity)
    : m_limits(limits), m_identity(std::move(identity))
{
    new_task_queue = [this] { return new ConnectionCrew(m_limits.connections, m_crowded); }; // the library deletes it
    // The library's own choice, SO_REUSEPORT, would let a second server take half of the connections in silence.
    set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_payload_max_length(m_limits.largestBody);
    set_keep_alive_timeout(m_limits.stream.idleTime.count());
    set_keep_alive_max_count(m_limits.requestsPerConnection);
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) { finishHeaders(response); });
    set_logger([](const httplib::Request&, const httplib::Response& response) {
        writeLogLine(logLine(Exchange::current(), response.status, utcNow()));
    });
}

HttpServer::~HttpServer()
{
    stop();
}

domain::Result<int> HttpServer::start(const QString& address, int port)
{
    using domain::Fault;
    const std::string host = address.toStdString();
    errno = 0;
    const int bound = port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : -1);
    if (bound < 0) {
        if (errno == EADDRINUSE)
            return domain::failure(Fault::Busy,
                                   QStringLiteral("port %1 on %2 is in use by another program").arg(port).arg(address));
        return domain::failure(Fault::Invalid, QStringLiteral("cannot listen on %1, port %2: %3")
                                                   .arg(address)
                                                   .arg(port)
                                                   .arg(QString::fromLocal8Bit(std::strerror(errno))));
    }
    ::listen(svr_sock_, backlog); // the library's own backlog of 5 makes a crowd of clients wait for a second each
    m_thread = std::thread([this] { listen_after_bind(); });
    while (!is_running()) // stop() does nothing before the loop has begun
        std::this_thread::yield();
    return bound;
}

void HttpServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_stop.raise();
    httplib::Server::stop();
    m_thread.join();
}

bool HttpServer::process_and_close_socket(socket_t socket)
{
    const SocketCloser closer(socket);
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes); // head and body leave in two writes
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
    try {
        if (const auto wire = wireOn(socket))
            serve(*wire);
        return true;
    } catch (const std::exception&) { // out of memory; this connection ends, the others go on
        return false;
    }
}

std::unique_ptr<Wire> HttpServer::wireOn(socket_t socket) const
{
    if (!m_identity)
        return std::make_unique<PlainWire>(socket);
    auto wire = m_identity->wire(socket);
    if (!wire || !wire->accept(Wire::Clock::now() + m_limits.stream.headTime))
        return nullptr;
    return wire;
}

void HttpServer::serve(Wire& wire)
{
    BoundedStream stream(wire, m_limits.stream);
    for (std::size_t left = m_limits.requestsPerConnection; left > 0 && awaitRequest(wire, stream); --left) {
        // With few threads left none is kept for a client that may never ask again.
        const bool last = left == 1 || m_crowded || m_stop.isRaised();
        if (!serveOne(stream, last))
            break;
    }
    wire.finishWriting();
    if (!stream.bodyWasRead())
        drain(wire);
}

bool HttpServer::serveOne(BoundedStream& stream, bool last)
{
    Exchange exchange(stream);
    stream.beginHead();
    bool closed = false;
    const bool served = process_request(stream, last, closed, [&](httplib::Request& request) {
        request.ranges.clear(); // parts of a list make no sense, and a server may ignore Range
        exchange.method = request.method;
        exchange.headProblem = problemOfHead(request, m_limits.largestBody);
        stream.beginBody(bodyLength(request));
    });
    return served && !closed && !last && !exchange.mustClose && stream.bodyWasRead();
}

bool HttpServer::awaitRequest(const Wire& wire, const BoundedStream& stream) const
{
    if (stream.holdsInput())
        return true;
    pollfd asked[] = {{wire.socket(), POLLIN, 0}, {m_stop.descriptor(), POLLIN, 0}};
    const auto idle = std::chrono::milliseconds(m_limits.stream.idleTime).count();
    return ::poll(asked, 2, static_cast<int>(idle)) > 0 && asked[0].revents != 0;
}

} // namespace vorzimmer::topicserver
