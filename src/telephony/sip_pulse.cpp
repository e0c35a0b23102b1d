#include "sip_pulse.h"

#include <QRandomGenerator>
#include <QSocketNotifier>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <utility>

namespace vorzimmer::telephony {

namespace {

/// So many questions without an answer, and the port is dead.
constexpr int mostMissed = 3;

/// An address that stands for all of them is asked for by way of this machine itself.
QByteArray reachable(const QString& host)
{
    if (host == u"0.0.0.0" || host == u"*")
        return "127.0.0.1";
    return host == u"::" ? QByteArray("::1") : host.toLatin1();
}

/// A socket address of either family.
struct Address {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;

    [[nodiscard]] sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
    [[nodiscard]] quint16 port() const
    {
        // Both families keep it in the same place.
        return ntohs(reinterpret_cast<const sockaddr_in*>(&storage)->sin_port);
    }
};

std::optional<Address> addressOf(const QByteArray& host, quint16 port)
{
    Address address;
    auto* four = reinterpret_cast<sockaddr_in*>(&address.storage);
    if (::inet_pton(AF_INET, host.constData(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        address.length = sizeof *four;
        return address;
    }
    auto* six = reinterpret_cast<sockaddr_in6*>(&address.storage);
    if (::inet_pton(AF_INET6, host.constData(), &six->sin6_addr) != 1)
        return {};
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    address.length = sizeof *six;
    return address;
}

/// A socket that sends from an address of this machine to @p port there; -1 when there is no such address.
int connectedTo(const QByteArray& host, quint16 port, quint16& ownPort)
{
    std::optional<Address> peer = addressOf(host, port);
    if (!peer)
        return -1;
    const int fd = ::socket(peer->storage.ss_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    Address own;
    if (fd >= 0 && ::connect(fd, peer->get(), peer->length) == 0 && ::getsockname(fd, own.get(), &own.length) == 0) {
        ownPort = own.port();
        return fd;
    }
    if (fd >= 0)
        ::close(fd);
    return -1;
}

/// Whether an address is one of this machine's: only then can it be bound. What cannot be told this way is taken for ours.
bool isOurs(const QByteArray& host)
{
    std::optional<Address> address = addressOf(host, 0);
    if (!address)
        return true;
    const int fd = ::socket(address->storage.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return true;
    const bool ours = ::bind(fd, address->get(), address->length) == 0;
    ::close(fd);
    return ours;
}

} // namespace

SipPulse::SipPulse(std::function<void(const QString&)> lost, std::function<quint64()> heard)
    : m_lost(std::move(lost)), m_heard(std::move(heard))
{
    connect(&m_timer, &QTimer::timeout, this, &SipPulse::beat);
}

SipPulse::~SipPulse()
{
    stop();
}

void SipPulse::start(const QString& host, quint16 port, std::chrono::milliseconds interval)
{
    stop();
    if (interval.count() == 0)
        return;
    m_host = reachable(host);
    m_port = port;
    m_socket = connectedTo(m_host, port, m_ownPort);
    if (m_socket >= 0) {
        m_ear = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
        connect(m_ear.get(), &QSocketNotifier::activated, this, &SipPulse::hear);
    }
    m_since.start();
    m_timer.start(interval);
}

void SipPulse::stop()
{
    m_timer.stop();
    m_ear.reset();
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
    m_missed = 0;
}

void SipPulse::beat()
{
    // Whoever was held up himself has no right to call another one late; and who is busy with calls is not dead.
    const bool late = m_since.restart() > m_timer.interval() * 3 / 2;
    if (const quint64 heard = m_heard(); std::exchange(m_heardBefore, heard) != heard || late)
        m_missed = 0;
    if (!isOurs(m_host)) {
        stop();
        return m_lost(QStringLiteral("the address %1 is gone").arg(QString::fromLatin1(m_host)));
    }
    if (m_missed++ >= mostMissed) {
        stop();
        return m_lost(QStringLiteral("%1, port %2 is dead").arg(QString::fromLatin1(m_host)).arg(m_port));
    }
    const QByteArray text = question();
    (void)::send(m_socket, text.constData(), std::size_t(text.size()), MSG_NOSIGNAL);
}

void SipPulse::hear()
{
    std::array<char, 2048> answer;
    while (::recv(m_socket, answer.data(), answer.size(), 0) > 0)
        m_missed = 0;
}

QByteArray SipPulse::question()
{
    const QByteArray host = m_host.contains(':') ? '[' + m_host + ']' : m_host;
    const QByteArray mark = QByteArray::number(QRandomGenerator::global()->generate64(), 16) + QByteArray::number(++m_beats);
    return "OPTIONS sip:pulse@" + host + ':' + QByteArray::number(m_port) + " SIP/2.0\r\nVia: SIP/2.0/UDP " + host + ':' +
           QByteArray::number(m_ownPort) + ";branch=z9hG4bK" + mark + "\r\nFrom: <sip:pulse@" + host + ">;tag=" + mark +
           "\r\nTo: <sip:pulse@" + host + ">\r\nCall-ID: " + mark + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n" +
           "Content-Length: 0\r\n\r\n";
}

} // namespace vorzimmer::telephony
