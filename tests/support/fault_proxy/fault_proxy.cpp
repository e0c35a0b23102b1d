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

Fault Fault::atRandom(std::mt19937& chance)
{
    const auto pick = [&chance](int below) { return static_cast<int>(chance() % static_cast<unsigned>(below)); };
    switch (pick(16)) {
    case 0:
        return drop(Ending::Reset);
    case 1:
        return drop(Ending::Fin);
    case 2:
        return loseReply(Ending::Reset);
    case 3:
        return loseReply(Ending::Fin);
    case 4:
        return twice();
    case 5:
        return sendAway(503, "1");
    case 6:
        return sendAway(429, "1");
    case 7:
        return cutAfter(pick(400));
    case 8:
        return delay(std::chrono::milliseconds(pick(20)));
    case 9:
        return answerWith(200, "<html>");
    default:
        return none();
    }
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
