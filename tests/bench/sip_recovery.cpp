// The telephone's port dies in mid-call, again and again: how long until every call has ended and it is back, with the usual
// settings. The bare figure is what opening such a port takes by itself.
#include "bare_sip.h"
#include "deafen.h"
#include "event_loop/turn_until.h"
#include "packets.h"
#include "percentile.h"

#include "vorzimmer/telephony/sip_feed.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace vorzimmer;
using namespace std::chrono_literals;
using test::percentile;
using test::turnUntil;

namespace {

constexpr int usualRounds = 20;

/// One INVITE from a peer that says no more.
void invite(quint16 port, int number)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const QByteArray packet = telephony::richInvite(number);
    (void)::sendto(fd, packet.constData(), std::size_t(packet.size()), 0, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::close(fd);
}

double bareMilliseconds()
{
    QElapsedTimer clock;
    clock.start();
    test::BareSip library([](const std::string&) {});
    return library.port() != 0 ? double(clock.nsecsElapsed()) / 1e6 : -1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--describe"))) {
        std::puts("the port dies in mid-call: milliseconds until every call has ended and it is back (option: rounds)");
        return 0;
    }
    const int rounds = arguments.size() > 1 ? std::max(arguments.at(1).toInt(), 1) : usualRounds;

    telephony::SipConfig config;
    config.port = 0;
    telephony::SipFeed feed(config);
    int offered = 0;
    int lost = 0;
    QObject::connect(&feed, &ports::CallFeed::callOffered, &feed, [&] { ++offered; });
    QObject::connect(&feed, &ports::CallFeed::callEnded, &feed,
                     [&](ports::CallRef, domain::EndReason reason) { lost += reason == domain::EndReason::BackendLost; });
    feed.start();
    std::vector<double> noticed;
    std::vector<double> back;
    std::vector<double> bare;
    for (int round = 1; round <= rounds; ++round) {
        if (!turnUntil([&] { return feed.port() != 0; }))
            break;
        invite(feed.port(), round);
        if (!turnUntil([&] { return offered == round; }))
            break;
        QElapsedTimer clock;
        clock.start();
        if (!telephony::deafen(feed.port()) || !turnUntil([&] { return lost == round; }))
            break;
        noticed.push_back(double(clock.elapsed()));
        if (!turnUntil([&] { return feed.backendState() == ports::BackendState::Up; }))
            break;
        back.push_back(double(clock.elapsed()));
        bare.push_back(bareMilliseconds());
    }
    std::printf("{\"bench\":\"sip-recovery\",\"rounds\":%d,\"calls\":%d,\"ended\":%d,\"came_back\":%zu,\"noticed_p50_ms\":%.0f,"
                "\"back_p50_ms\":%.0f,\"back_max_ms\":%.0f,\"bare_open_p50_ms\":%.1f}\n",
                rounds, offered, lost, back.size(), percentile(noticed, 50), percentile(back, 50), percentile(back, 100),
                percentile(bare, 50));
    return int(back.size()) == rounds && lost == rounds ? 0 : 1;
}
