#pragma once

#include "feed_log.h"
#include "sipp_peer.h"
#include "text.h"

#include "vorzimmer/telephony/sip_feed.h"

#include <catch2/catch.hpp>

namespace vorzimmer::telephony {

/// Any free port, and little patience with peers that vanish.
inline SipConfig quickConfig()
{
    SipConfig config;
    config.port = 0;
    config.peerTimeout = std::chrono::seconds(2);
    config.leastSessionInterval = std::chrono::seconds(1);
    config.peer = QStringLiteral("127.0.0.1");
    return config;
}

/// A SIP leg that is up, and what it tells.
struct SipDesk {
    explicit SipDesk(const SipConfig& config = quickConfig(), ports::CallSounds* sounds = nullptr)
        : host(config.host), feed(config, sounds), log(feed)
    {
        feed.start();
        REQUIRE(turnUntil([this] { return feed.backendState() == ports::BackendState::Up; }));
        REQUIRE(feed.port() != 0);
    }
    ~SipDesk() { CHECK(log.complaints() == QStringList()); }

    [[nodiscard]] SippOrder order(const char* scenario) const
    {
        SippOrder order;
        order.scenario = QLatin1String(scenario);
        order.host = host;
        order.port = feed.port();
        return order;
    }

    /// Somebody whom we can call.
    [[nodiscard]] SippOrder called(const char* scenario) const
    {
        SippOrder waiting = order(scenario);
        waiting.isCalled = true;
        return waiting;
    }

    /// Calls @p peer; gives the call, which rings.
    [[nodiscard]] ports::CallRef dial(const QString& target, ports::CallRef consultFor = {})
    {
        const ports::CommandId command = feed.dial(target, {}, consultFor);
        REQUIRE(log.outcomeOf(command).has_value());
        REQUIRE(log.started.contains(command.value));
        return log.started.value(command.value);
    }

    void hold(ports::CallRef call)
    {
        REQUIRE(log.outcomeOf(feed.hold(call)).has_value());
        REQUIRE(log.isIn(call, ports::CallState::HeldByUs));
    }

    void resume(ports::CallRef call)
    {
        REQUIRE(log.outcomeOf(feed.resume(call)).has_value());
        REQUIRE(log.isIn(call, ports::CallState::Active));
    }

    void hangUp(ports::CallRef call)
    {
        REQUIRE(log.outcomeOf(feed.hangUp(call)).has_value());
        CHECK(log.endOf(call) == domain::EndReason::WeHungUp);
    }

    /// The n-th call, once it rings.
    [[nodiscard]] ports::CallRef rung(std::size_t count = 1)
    {
        REQUIRE(log.waitForOffers(count));
        return log.offers[count - 1].call;
    }

    void answer(ports::CallRef call)
    {
        REQUIRE(log.outcomeOf(feed.answer(call)).has_value());
        REQUIRE(log.waitForState(call, ports::CallState::Active));
    }

    QString host;
    SipFeed feed;
    FeedLog log;
};

inline void checkContent(SippPeer& peer)
{
    const bool content = peer.isContent();
    INFO(peer.story().toStdString());
    CHECK(content);
}

} // namespace vorzimmer::telephony
