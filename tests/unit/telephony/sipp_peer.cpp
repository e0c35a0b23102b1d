#include "sipp_peer.h"

#include "feed_log.h"

#include <QDir>
#include <QFile>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace vorzimmer::telephony {

namespace {

constexpr int portInUse = 254; ///< sipp's exit code

int bound(int type, quint16 port)
{
    const int fd = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

quint16 portOf(int fd)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin_port);
}

} // namespace

quint16 freePort()
{
    for (;;) {
        const int udp = bound(SOCK_DGRAM, 0);
        const quint16 port = portOf(udp);
        const int tcp = bound(SOCK_STREAM, port);
        ::close(udp);
        if (tcp >= 0) {
            ::close(tcp);
            return port;
        }
    }
}

SippPeer::SippPeer(SippOrder order) : m_order(std::move(order))
{
    QObject::connect(&m_process, &QProcess::finished, &m_process, [this] { onFinished(); });
    run();
}

SippPeer::~SippPeer()
{
    kill();
}

void SippPeer::run()
{
    ++m_portsTried;
    const QString scenario = QStringLiteral(VZ_SIP_SCENARIOS "/%1.xml").arg(m_order.scenario);
    const QString host = m_order.host.contains(u':') ? u'[' + m_order.host + u']' : m_order.host;
    m_port = freePort();
    QStringList arguments{QStringLiteral("-sf"),
                          scenario,
                          QStringLiteral("-i"),
                          m_order.from.isEmpty() ? m_order.host : m_order.from,
                          QStringLiteral("-p"),
                          QString::number(m_port),
                          QStringLiteral("-mp"),
                          QString::number(freePort()),
                          QStringLiteral("-s"),
                          m_order.dialled,
                          QStringLiteral("-t"),
                          m_order.tcp ? QStringLiteral("t1") : QStringLiteral("u1"),
                          QStringLiteral("-nostdin"),
                          QStringLiteral("-trace_err"),
                          QStringLiteral("-timeout"),
                          QStringLiteral("30s"),
                          QStringLiteral("-timeout_error")};
    if (!m_order.isCalled)
        arguments.prepend(QStringLiteral("%1:%2").arg(host).arg(m_order.port));
    if (!m_order.more.contains(QStringLiteral("-m")))
        arguments << QStringLiteral("-m") << QStringLiteral("1");
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("stderr")));
    m_process.start(QStringLiteral("sipp"), arguments + m_order.more);
}

void SippPeer::onFinished()
{
    // Somebody else may have taken a port since we found it free.
    constexpr int enough = 5;
    if (m_process.exitCode() == portInUse && m_portsTried < enough)
        run();
    else
        m_running = false;
}

QString SippPeer::address(const QString& user)
{
    // A port that can no longer be had is one that it listens on.
    (void)turnUntil([this] {
        const int fd = m_running ? bound(SOCK_DGRAM, m_port) : -1;
        if (fd >= 0)
            ::close(fd);
        return fd < 0;
    });
    return QStringLiteral("sip:%1@%2:%3").arg(user, m_order.host).arg(m_port);
}

bool SippPeer::isContent()
{
    return turnUntil([this] { return !m_running; }, 40s) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

QString SippPeer::story() const
{
    QString text = QStringLiteral("sipp %1: exit %2\n").arg(m_order.scenario).arg(m_process.exitCode());
    const QDir folder(m_folder.path());
    for (const QString& name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll());
    }
    return text;
}

void SippPeer::kill()
{
    m_process.disconnect();
    m_running = false;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace vorzimmer::telephony
