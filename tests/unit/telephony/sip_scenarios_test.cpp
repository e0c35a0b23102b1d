#include "feed_log.h"
#include "sipp_peer.h"
#include "text.h"

#include "vorzimmer/telephony/sip_feed.h"

#include <catch2/catch.hpp>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;
using ports::DialledSource;

namespace {

SipConfig quickConfig()
{
    SipConfig config;
    config.port = 0;
    config.peerTimeout = 2s;
    return config;
}

/// A feed that is up, and what it tells.
struct Desk {
    explicit Desk(const SipConfig& config = quickConfig()) : feed(config), log(feed)
    {
        feed.start();
        REQUIRE(spin([this] { return feed.backendState() == BackendState::Up; }));
        REQUIRE(feed.port() != 0);
    }
    ~Desk() { CHECK(log.complaints() == QStringList()); }

    [[nodiscard]] SippOrder order(const char* scenario) const
    {
        SippOrder order;
        order.scenario = QLatin1String(scenario);
        order.port = feed.port();
        return order;
    }

    /// The next call's reference once it rings.
    [[nodiscard]] CallRef rung(std::size_t count = 1)
    {
        REQUIRE(log.waitForOffers(count));
        return log.offers[count - 1].call;
    }

    void answer(CallRef call)
    {
        REQUIRE(log.outcomeOf(feed.answer(call)).has_value());
        REQUIRE(log.waitForState(call, CallState::Active));
    }

    SipFeed feed;
    FeedLog log;
};

void checkContent(SippPeer& peer)
{
    const bool content = peer.isContent();
    INFO(peer.story().toStdString());
    CHECK(content);
}

} // namespace

TEST_CASE("A caller is answered and hangs up", "[sip]")
{
    const bool tcp = GENERATE(false, true);
    Desk desk;
    SippOrder order = desk.order("plain_call_caller_hangs_up");
    order.tcp = tcp;
    SippPeer peer(order);
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    CHECK(desk.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs, u"ended CallerHungUp"_qs});
}

} // namespace vorzimmer::telephony
