#include "fault_proxy.h"

#include "relay.h"

#include <algorithm>

namespace vorzimmer::testing {

namespace {

Fault of(Fault::Kind kind)
{
    Fault fault;
    fault.kind = kind;
    return fault;
}

} // namespace

Fault Fault::drop(Ending ending)
{
    Fault fault = of(Kind::Drop);
    fault.ending = ending;
    return fault;
}

Fault Fault::loseReply(Ending ending)
{
    Fault fault = of(Kind::LoseReply);
    fault.ending = ending;
    return fault;
}

Fault Fault::twice()
{
    return of(Kind::Twice);
}

Fault Fault::answerWith(int status, const QByteArray& body, const QByteArray& contentType, const QList<QByteArray>& headers)
{
    Fault fault = of(Kind::Answer);
    fault.answer = "HTTP/1.1 " + QByteArray::number(status) + " Said by the proxy\r\nContent-Type: " + contentType +
                   "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray& header : headers)
        fault.answer += header + "\r\n";
    fault.answer += "\r\n" + body;
    return fault;
}

Fault Fault::sendAway(int status, const QByteArray& retryAfter)
{
    return answerWith(status, "{}", "application/json", {"Retry-After: " + retryAfter});
}

Fault Fault::delay(std::chrono::milliseconds time)
{
    Fault fault = of(Kind::Delay);
    fault.time = time;
    return fault;
}

Fault Fault::cutAfter(qsizetype bytes)
{
    Fault fault = of(Kind::Cut);
    fault.bytes = bytes;
    return fault;
}

Fault Fault::drip(std::chrono::milliseconds time)
{
    Fault fault = of(Kind::Drip);
    fault.time = time;
    return fault;
}

FaultProxy::FaultProxy(quint16 upstream) : m_upstream(upstream)
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_listener.nextPendingConnection())
            new Relay(*this, *socket, m_connections++);
    });
    up();
}

FaultProxy::~FaultProxy() = default;

QUrl FaultProxy::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void FaultProxy::up()
{
    if (!m_listener.listen(QHostAddress::LocalHost, m_port))
        qFatal("the fault proxy cannot listen: %s", qUtf8Printable(m_listener.errorString()));
    m_port = m_listener.serverPort();
}

void FaultProxy::down()
{
    m_listener.close();
    for (Relay* relay : findChildren<Relay*>())
        relay->end(Ending::Reset);
}

Fault FaultProxy::decide(SeenRequest& request)
{
    request.number = m_requests++;
    m_arrived.push_back(request);
    const auto queued =
        std::find_if(m_queue.begin(), m_queue.end(), [&](const auto& entry) { return entry.first == request.method; });
    if (queued != m_queue.end()) {
        const Fault fault = queued->second;
        m_queue.erase(queued);
        return fault;
    }
    return m_plan ? m_plan(request) : Fault::none();
}

int FaultProxy::count(const std::vector<SeenRequest>& requests, const QByteArray& method, const QByteArray& target)
{
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const SeenRequest& request) {
        return request.method == method && request.target.startsWith(target);
    }));
}

void FaultProxy::forget()
{
    m_arrived.clear();
    m_delivered.clear();
}

} // namespace vorzimmer::testing
