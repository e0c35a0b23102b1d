// How long a call takes from the wire to the desk; hidden, run with "[.bench]".
#include "sip_desk.h"

#include <algorithm>
#include <iostream>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;

TEST_CASE("Burst: 50 calls a second for ten seconds", "[.bench]")
{
    // The caller's name ends with the wall clock's seconds and microseconds; both ends share this machine's clock.
    constexpr qsizetype stampLength = 17;
    SipDesk desk;
    std::vector<double> milliseconds;
    QObject::connect(&desk.feed, &ports::CallFeed::callOffered, &desk.log, [&](const ports::CallOffer& offer) {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        milliseconds.push_back(std::chrono::duration<double, std::milli>(now).count() -
                               offer.callerDisplay.right(stampLength).toDouble() * 1000);
    });
    SippOrder order = desk.order("stamped_call_given_up");
    order.more = {QStringLiteral("-m"), QStringLiteral("500"), QStringLiteral("-r"), QStringLiteral("50")};
    SippPeer peer(order);
    checkContent(peer);
    REQUIRE(milliseconds.size() == 500);
    std::sort(milliseconds.begin(), milliseconds.end());
    std::cout << "INVITE to callOffered: p50 " << milliseconds[250] << " ms, p99 " << milliseconds[495] << " ms, max "
              << milliseconds.back() << " ms\n";
}

} // namespace vorzimmer::telephony
