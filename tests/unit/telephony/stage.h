#pragma once

#include "feed_log.h"
#include "line.h"
#include "text.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace vorzimmer::telephony {

/// A line whose callers have begun to ring, and what it tells. Every test ends with the laws that always hold.
struct Stage {
    explicit Stage(LineMaker make, const std::vector<Caller>& callers) : line(make(callers)), feed(line->feed()), log(feed)
    {
        line->ring();
        REQUIRE(feed.backendState() == ports::BackendState::Up);
    }
    ~Stage()
    {
        const bool content = line->callersAreContent();
        INFO(line->story().toStdString());
        CHECK(content);
        CHECK(log.complaints() == QStringList());
    }

    [[nodiscard]] ports::CallRef rung(std::size_t count = 1)
    {
        REQUIRE(log.waitForOffers(count));
        return log.offers[count - 1].call;
    }

    void mustSucceed(ports::CommandId command)
    {
        const domain::Outcome outcome = log.outcomeOf(command);
        INFO((outcome ? QString() : outcome.error().detail).toStdString());
        CHECK(outcome.has_value());
    }

    void mustFail(ports::CommandId command, domain::Fault fault)
    {
        const domain::Outcome outcome = log.outcomeOf(command);
        REQUIRE(!outcome.has_value());
        CHECK(outcome.error().fault == fault);
    }

    void answer(ports::CallRef call)
    {
        mustSucceed(feed.answer(call));
        REQUIRE(log.isIn(call, ports::CallState::Active));
    }

    void hold(ports::CallRef call)
    {
        mustSucceed(feed.hold(call));
        REQUIRE(log.isIn(call, ports::CallState::HeldByUs));
    }

    void resume(ports::CallRef call)
    {
        mustSucceed(feed.resume(call));
        REQUIRE(log.isIn(call, ports::CallState::Active));
    }

    void hangUp(ports::CallRef call)
    {
        mustSucceed(feed.hangUp(call));
        CHECK(log.endOf(call) == domain::EndReason::WeHungUp);
    }

    /// Calls somebody; gives the call, which rings.
    [[nodiscard]] ports::CallRef dial(Called called, ports::CallRef consultFor = {})
    {
        const ports::CommandId command = feed.dial(line->somebodyWho(called), {}, consultFor);
        mustSucceed(command);
        REQUIRE(log.started.contains(command.value));
        return log.started.value(command.value);
    }

    [[nodiscard]] bool can(ports::Capability capability) const { return feed.capabilities().testFlag(capability); }

    std::unique_ptr<Line> line;
    ports::CallFeed& feed;
    FeedLog log;
};

/// Runs the test once for each feed there is.
#define FOR_EVERY_FEED const LineMaker make = GENERATE(&simulatedLine, &sippLine)

} // namespace vorzimmer::telephony
