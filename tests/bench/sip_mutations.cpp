// Damaged SIP messages by the hundred thousand, over UDP and over TCP; and afterwards a good call still has to ring.
#include "event_loop/turn_until.h"
#include "memory.h"
#include "packets.h"

#include "vorzimmer/telephony/sip_feed.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

using namespace vorzimmer;
using namespace std::chrono_literals;

namespace {

constexpr int usualPackets = 100000;
constexpr unsigned usualSeed = 20260417;

/// A bare socket to a port of this machine.
class Socket {
public:
    Socket(int type, quint16 port) : m_socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        (void)::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
    ~Socket() { ::close(m_socket); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    void say(const QByteArray& packet)
    {
        (void)::send(m_socket, packet.constData(), std::size_t(packet.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }

private:
    int m_socket;
};

struct Run {
    int offered = 0;
    bool nextCallRings = false;
    qint64 kilobytesEarly = 0; ///< after a tenth of the packets
    qint64 kilobytesLate = 0;
    double seconds = 0;
};

Run mutate(int type, int packets, unsigned seed)
{
    telephony::SipConfig config;
    config.port = 0;
    config.ringTimeout = 200ms;
    config.peerTimeout = 500ms;
    config.connectionIdle = 500ms;
    telephony::SipFeed feed(config);
    Run run;
    QObject::connect(&feed, &ports::CallFeed::callOffered, &feed, [&run] { ++run.offered; });
    feed.start();
    if (!test::turnUntil([&] { return feed.port() != 0; }, 5s))
        return run;
    QElapsedTimer clock;
    clock.start();
    telephony::Vandal vandal(seed);
    const QByteArray transport = type == SOCK_DGRAM ? "UDP" : "TCP";
    auto socket = std::make_unique<Socket>(type, feed.port());
    for (int number = 0; number < packets; ++number) {
        socket->say(vandal.damage(telephony::richMessage(number, transport)));
        constexpr int perConnection = 7;
        if (type == SOCK_STREAM && number % perConnection == 0) {
            // The feed takes new connections on this very thread.
            test::turnFor(1ms);
            socket = std::make_unique<Socket>(type, feed.port());
        }
        constexpr int perTurn = 20;
        if (number % perTurn == 0)
            test::turnFor(1ms);
        if (number == packets / 10)
            run.kilobytesEarly = test::residentKilobytes();
    }
    (void)test::turnUntil([&] { return feed.snapshot().empty(); });
    test::turnFor(2s);
    run.kilobytesLate = test::residentKilobytes();
    run.seconds = double(clock.elapsed()) / 1000;
    const int before = run.offered;
    socket = std::make_unique<Socket>(type, feed.port());
    socket->say(telephony::richInvite(packets + 1, transport));
    run.nextCallRings = test::turnUntil([&] { return run.offered > before; }, 5s);
    return run;
}

void print(const char* name, const Run& run)
{
    std::printf(",\"%s\":{\"offered\":%d,\"next_call_rings\":%s,\"kb_early\":%lld,\"kb_late\":%lld,\"seconds\":%.1f}", name,
                run.offered, run.nextCallRings ? "true" : "false", static_cast<long long>(run.kilobytesEarly),
                static_cast<long long>(run.kilobytesLate), run.seconds);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--describe"))) {
        std::puts("damaged SIP messages over UDP and TCP, then a good call (options: packets, seed)");
        return 0;
    }
    const int packets = arguments.size() > 1 ? std::max(arguments.at(1).toInt(), 1) : usualPackets;
    const unsigned seed = arguments.size() > 2 ? arguments.at(2).toUInt() : usualSeed;
    const Run udp = mutate(SOCK_DGRAM, packets, seed);
    const Run tcp = mutate(SOCK_STREAM, packets, seed);
    std::printf("{\"bench\":\"sip-mutations\",\"packets\":%d,\"seed\":%u", packets, seed);
    print("udp", udp);
    print("tcp", tcp);
    std::puts("}");
    return udp.nextCallRings && tcp.nextCallRings ? 0 : 1;
}
