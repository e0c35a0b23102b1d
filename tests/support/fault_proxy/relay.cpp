#include "relay.h"

#include <QHostAddress>

#include <sys/socket.h>

namespace vorzimmer::testing {

namespace {

/// A server's "close" would end the client's connection, too, and with it what the tests want to see of connections.
QByteArray withoutClose(QByteArray reply)
{
    const qsizetype head = reply.indexOf("\r\n\r\n");
    const qsizetype at = reply.toLower().indexOf("\r\nconnection: close");
    if (at >= 0 && at < head)
        reply.remove(at, static_cast<qsizetype>(sizeof("\r\nconnection: close")) - 1);
    return reply;
}

} // namespace

Relay::Relay(FaultProxy& proxy, QTcpSocket& client, int connection)
    : QObject(&proxy), m_proxy(proxy), m_client(client), m_connection(connection)
{
    client.setParent(this);
    connect(&client, &QTcpSocket::readyRead, this, [this] {
        m_received += m_client.readAll();
        takeRequest();
    });
    connect(&client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void Relay::end(Ending ending)
{
    if (ending == Ending::Reset) {
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(m_client.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_client.abort();
        return;
    }
    m_client.disconnectFromHost();
}

std::optional<SeenRequest> Relay::cutOffRequest()
{
    const qsizetype head = m_received.indexOf("\r\n\r\n");
    if (head < 0)
        return std::nullopt;
    SeenRequest request;
    request.connection = m_connection;
    const QList<QByteArray> lines = m_received.left(head).split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = head + 4 + request.headers.value("content-length", "0").toLongLong();
    if (m_received.size() < length)
        return std::nullopt;
    request.body = m_received.mid(head + 4, length - head - 4);
    request.raw = m_received.left(length);
    m_received.remove(0, length);
    return request;
}

void Relay::takeRequest()
{
    if (m_busy)
        return;
    auto request = cutOffRequest();
    if (!request)
        return;
    m_busy = true;
    const Fault fault = m_proxy.decide(*request);
    suffer(*request, fault);
}

void Relay::suffer(const SeenRequest& request, const Fault& fault)
{
    const auto answer = [this, fault](const QByteArray& bytes) { reply(bytes, fault); };
    switch (fault.kind) {
    case Fault::Kind::Drop:
        end(fault.ending);
        return;
    case Fault::Kind::Answer:
        reply(fault.answer, Fault::none());
        return;
    case Fault::Kind::Twice:
        forward(request, [this, request, answer](const QByteArray&) { forward(request, answer); });
        return;
    case Fault::Kind::Delay:
        QTimer::singleShot(fault.time, this, [this, request, answer] { forward(request, answer); });
        return;
    case Fault::Kind::None:
    case Fault::Kind::LoseReply:
    case Fault::Kind::Cut:
    case Fault::Kind::Drip:
        forward(request, answer);
        return;
    }
}

void Relay::forward(const SeenRequest& request, std::function<void(const QByteArray&)> onReply)
{
    m_proxy.noteDelivered(request);
    auto* server = new QTcpSocket(this);
    QByteArray raw = request.raw;
    raw.insert(raw.indexOf("\r\n") + 2, "Connection: close\r\n"); // its end marks the reply's
    connect(server, &QTcpSocket::connected, server, [server, raw] { server->write(raw); });
    connect(server, &QTcpSocket::disconnected, this, [server, onReply = std::move(onReply)] {
        server->deleteLater();
        onReply(server->readAll());
    });
    connect(server, &QTcpSocket::errorOccurred, this, [this, server](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::RemoteHostClosedError)
            return;
        server->deleteLater();
        end(Ending::Reset); // there is no server
    });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy.m_upstream);
}

void Relay::reply(const QByteArray& bytes, const Fault& fault)
{
    const QByteArray whole = withoutClose(bytes);
    switch (fault.kind) {
    case Fault::Kind::LoseReply:
        end(fault.ending);
        return;
    case Fault::Kind::Cut:
        m_client.write(whole.left(fault.bytes));
        end(Ending::Fin);
        return;
    case Fault::Kind::Drip:
        drip(whole, fault.time);
        return;
    default:
        if (whole.isEmpty()) {
            end(Ending::Reset); // the server died over it
            return;
        }
        m_client.write(whole);
        finishRequest();
        return;
    }
}

void Relay::drip(const QByteArray& bytes, std::chrono::milliseconds time)
{
    m_client.write(bytes.left(1));
    if (bytes.size() > 1)
        QTimer::singleShot(time, this, [this, rest = bytes.mid(1), time] { drip(rest, time); });
    else
        finishRequest();
}

void Relay::finishRequest()
{
    m_busy = false;
    takeRequest();
}

} // namespace vorzimmer::testing
