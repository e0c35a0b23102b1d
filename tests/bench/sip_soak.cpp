// Ten thousand calls, one after the other and each answered, and what the telephone still holds in memory afterwards.
#include "event_loop/turn_until.h"
#include "memory.h"
#include "sipp_calls.h"

#include "vorzimmer/telephony/sip_feed.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace vorzimmer;
using namespace std::chrono_literals;

namespace {

constexpr int usualCalls = 10000;
constexpr int callsPerSecond = 150;

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--describe"))) {
        std::puts(
            "10,000 calls answered one after the other, and the memory held after a fifth and after all (option: calls)");
        return 0;
    }
    const int calls = arguments.size() > 1 ? std::max(arguments.at(1).toInt(), 10) : usualCalls;

    telephony::SipConfig config;
    config.port = 0;
    // What the library keeps of each call for so long would hide what it forgets to give back.
    config.peerTimeout = 4s;
    telephony::SipFeed feed(config);
    int ended = 0;
    int hungUp = 0;
    qint64 early = 0;
    QObject::connect(&feed, &ports::CallFeed::callOffered, &feed,
                     [&](const ports::CallOffer& offer) { feed.answer(offer.call); });
    QObject::connect(&feed, &ports::CallFeed::callEnded, &feed, [&](ports::CallRef, domain::EndReason reason) {
        hungUp += reason == domain::EndReason::CallerHungUp;
        if (++ended == calls / 5)
            early = test::residentKilobytes();
    });

    feed.start();
    const bool called = test::turnUntil([&] { return feed.port() != 0; }) &&
                        test::runSipp(feed.port(), {QStringLiteral("-sf"), QStringLiteral(SIPP_SCENARIOS "/plain_call_caller_hangs_up.xml"),
                                                    QStringLiteral("-s"), QStringLiteral("+493023125010"), QStringLiteral("-m"),
                                                    QString::number(calls), QStringLiteral("-r"), QString::number(callsPerSecond),
                                                    QStringLiteral("-l"), QStringLiteral("500")});
    test::turnFor(6s);
    const qint64 late = test::residentKilobytes();
    std::printf(
        "{\"bench\":\"sip-soak\",\"calls\":%d,\"ended\":%d,\"hung_up_by_caller\":%d,\"kb_early\":%lld,\"kb_late\":%lld}\n",
        calls, ended, hungUp, static_cast<long long>(early), static_cast<long long>(late));
    return called && ended == calls ? 0 : 1;
}
