// The laws of ports::CallFeed, held against every feed there is.
#include "stage.h"

using namespace std::chrono_literals;

namespace vorzimmer::telephony {

using domain::EndReason;
using domain::Fault;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;
using ports::Capability;
using ports::CommandId;

namespace {

/// Every command that names a call, with the capability it needs.
std::vector<std::pair<Capability, std::function<CommandId()>>> commandsFor(ports::CallFeed& feed, CallRef call)
{
    const QString target = QStringLiteral("+493023125011");
    return {
        {Capability::Answer, [&feed, call] { return feed.answer(call); }},
        {Capability::Reject, [&feed, call] { return feed.reject(call, ports::RejectReason::Busy); }},
        {Capability::Redirect, [&feed, call, target] { return feed.redirect(call, target); }},
        {Capability::Answer, [&feed, call] { return feed.hangUp(call); }},
        {Capability::Hold, [&feed, call] { return feed.hold(call); }},
        {Capability::Hold, [&feed, call] { return feed.resume(call); }},
        {Capability::BlindTransfer, [&feed, call, target] { return feed.blindTransfer(call, target); }},
        {Capability::Dial, [&feed, call, target] { return feed.dial(target, {}, call); }},
        {Capability::AttendedTransfer, [&feed, call] { return feed.completeTransfer(call, call); }},
        {Capability::Dtmf, [&feed, call] { return feed.sendDtmf(call, QStringLiteral("1")); }},
        {Capability::Mute, [&feed, call] { return feed.setMuted(call, true); }},
    };
}

} // namespace

TEST_CASE("Law: who gives up before the answer gave up, who goes after it hung up", "[contract]")
{
    FOR_EVERY_FEED;
    SECTION("before")
    {
        Stage stage(make, {Caller::GivesUp});
        const CallRef call = stage.rung();
        CHECK(stage.log.endOf(call) == EndReason::CallerGaveUp);
        CHECK(stage.log.story(call) == QStringList{u"offered"_qs, u"ended CallerGaveUp"_qs});
    }
    SECTION("after")
    {
        Stage stage(make, {Caller::HangsUp});
        const CallRef call = stage.rung();
        stage.mustSucceed(stage.feed.answer(call));
        CHECK(stage.log.endOf(call) == EndReason::CallerHungUp);
        CHECK(stage.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs, u"ended CallerHungUp"_qs});
        CHECK(stage.feed.snapshot().empty());
    }
}

TEST_CASE("Law: our own end of a call is told as ours", "[contract]")
{
    FOR_EVERY_FEED;
    SECTION("hang up")
    {
        Stage stage(make, {Caller::WaitsForBye});
        const CallRef call = stage.rung();
        stage.mustSucceed(stage.feed.answer(call));
        REQUIRE(stage.log.waitForState(call, CallState::Active));
        stage.mustSucceed(stage.feed.hangUp(call));
        CHECK(stage.log.endOf(call) == EndReason::WeHungUp);
    }
    SECTION("reject")
    {
        Stage stage(make, {Caller::IsRejected});
        const CallRef call = stage.rung();
        stage.mustSucceed(stage.feed.reject(call, ports::RejectReason::Busy));
        CHECK(stage.log.endOf(call) == EndReason::Rejected);
    }
}

TEST_CASE("Law: losing the back end ends every live call with that reason", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye, Caller::RingsOn});
    const CallRef active = stage.rung(1);
    stage.mustSucceed(stage.feed.answer(active));
    REQUIRE(stage.log.waitForState(active, CallState::Active));
    const CallRef ringing = stage.rung(2);
    stage.feed.stop();
    CHECK(stage.log.endOf(active) == EndReason::BackendLost);
    CHECK(stage.log.endOf(ringing) == EndReason::BackendLost);
    CHECK(stage.feed.backendState() == BackendState::Down);
    CHECK(stage.log.backend.back().first == BackendState::Down);
    CHECK(stage.feed.snapshot().empty());
}

TEST_CASE("Law: after a stop the feed starts again, and no call's name is used twice", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::GivesUp});
    const CallRef before = stage.rung();
    CHECK(stage.log.endOf(before) == EndReason::CallerGaveUp);
    REQUIRE(stage.line->callersAreContent());
    stage.feed.stop();
    stage.line->ring();
    const CallRef after = stage.rung(2);
    CHECK(before < after);
    CHECK(stage.log.endOf(after) == EndReason::CallerGaveUp);
}

TEST_CASE("Law: a second offer never changes the first", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::IsRejected, Caller::HangsUp});
    const CallRef first = stage.rung(1);
    const ports::CallOffer copy = stage.log.offers.front();
    const CallRef second = stage.rung(2);
    REQUIRE(first != second);
    stage.mustSucceed(stage.feed.answer(second));
    CHECK(stage.log.endOf(second) == EndReason::CallerHungUp);
    CHECK(stage.log.story(first) == QStringList{u"offered"_qs});
    CHECK(stage.log.offers.front().dialled == copy.dialled);
    const std::vector<ports::CallSnapshot> live = stage.feed.snapshot();
    REQUIRE(live.size() == 1);
    CHECK(live.front().call == first);
    CHECK(live.front().state == CallState::Offered);
    stage.mustSucceed(stage.feed.reject(first, ports::RejectReason::Busy));
}

TEST_CASE("Law: a call that is not there is refused, not ignored", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::GivesUp});
    const CallRef ended = stage.rung();
    CHECK(stage.log.endOf(ended) == EndReason::CallerGaveUp);
    for (const CallRef call : {ended, CallRef{987654}})
        for (const auto& [capability, command] : commandsFor(stage.feed, call))
            stage.mustFail(command(), stage.can(capability) ? Fault::NotFound : Fault::Unsupported);
}

TEST_CASE("Law: what the feed cannot do is refused as unsupported", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef call = stage.rung();
    stage.mustSucceed(stage.feed.answer(call));
    REQUIRE(stage.log.waitForState(call, CallState::Active));
    for (const auto& [capability, command] : commandsFor(stage.feed, call))
        if (!stage.can(capability))
            stage.mustFail(command(), Fault::Unsupported);
    if (!stage.can(Capability::Dial))
        stage.mustFail(stage.feed.dial(QStringLiteral("110"), {}, {}), Fault::Unsupported);
    CHECK(stage.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs});
    stage.mustSucceed(stage.feed.hangUp(call));
}

TEST_CASE("Law: a command too late for the call's state is refused", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef call = stage.rung();
    stage.mustFail(stage.feed.hangUp(call), Fault::Conflict);
    const CommandId once = stage.log.given(stage.feed.answer(call));
    const CommandId again = stage.log.given(stage.feed.answer(call));
    CHECK(!(once == again));
    REQUIRE(stage.log.waitForState(call, CallState::Active));
    REQUIRE(turnUntil([&] { return stage.log.isFinished(once) && stage.log.isFinished(again); }));
    CHECK(stage.log.outcome(once).has_value());
    REQUIRE(!stage.log.outcome(again).has_value());
    CHECK(stage.log.outcome(again).error().fault == Fault::Conflict);
    stage.mustFail(stage.feed.answer(call), Fault::Conflict);
    stage.mustFail(stage.feed.reject(call, ports::RejectReason::Busy), Fault::Conflict);
    stage.mustSucceed(stage.feed.hangUp(call));
    CHECK(stage.log.endOf(call) == EndReason::WeHungUp);
}

TEST_CASE("Law: whoever hangs up and answers in one breath gets one end and one outcome each", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::IsRejected});
    const CallRef call = stage.rung();
    const CommandId rejected = stage.log.given(stage.feed.reject(call, ports::RejectReason::Busy));
    const CommandId answered = stage.log.given(stage.feed.answer(call));
    CHECK(stage.log.endOf(call) == EndReason::Rejected);
    CHECK(stage.log.outcome(rejected).has_value());
    CHECK(!stage.log.outcome(answered).has_value());
}

TEST_CASE("Law: a call that we hung up is not told as lost when the feed stops right after", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef call = stage.rung();
    stage.mustSucceed(stage.feed.answer(call));
    REQUIRE(stage.log.waitForState(call, CallState::Active));
    const CommandId hungUp = stage.log.given(stage.feed.hangUp(call));
    stage.feed.stop();
    CHECK(stage.log.endOf(call) == EndReason::WeHungUp);
    REQUIRE(turnUntil([&] { return stage.log.isFinished(hungUp); }));
    CHECK(stage.log.outcome(hungUp).has_value());
}

TEST_CASE("Law: who asks for privacy stays anonymous", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::Hides});
    const CallRef call = stage.rung();
    const ports::CallOffer& offer = stage.log.offers.front();
    CHECK(offer.anonymous);
    CHECK(offer.callerNumber.isEmpty());
    CHECK(offer.callerDisplay.isEmpty());
    CHECK(!offer.networkAsserted);
    CHECK(stage.log.endOf(call) == EndReason::CallerGaveUp);
}

TEST_CASE("Law: hold is announced before its end, and ends before the call does", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef call = stage.rung();
    stage.mustSucceed(stage.feed.answer(call));
    REQUIRE(stage.log.waitForState(call, CallState::Active));
    if (stage.can(Capability::Hold)) {
        stage.mustSucceed(stage.feed.hold(call));
        REQUIRE(stage.log.waitForState(call, CallState::HeldByUs));
        stage.mustSucceed(stage.feed.hangUp(call));
        CHECK(stage.log.endOf(call) == EndReason::WeHungUp);
        CHECK(stage.log.story(call) ==
              QStringList{u"offered"_qs, u"Active"_qs, u"HeldByUs"_qs, u"Active"_qs, u"ended WeHungUp"_qs});
    } else {
        stage.mustFail(stage.feed.hold(call), Fault::Unsupported);
        stage.mustSucceed(stage.feed.hangUp(call));
    }
}

TEST_CASE("Law: a transfer that fails leaves the call alive and brings it back", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::CannotBePassedOn});
    const CallRef call = stage.rung();
    stage.mustSucceed(stage.feed.answer(call));
    REQUIRE(stage.log.waitForState(call, CallState::Active));
    const QString target = QStringLiteral("+493023125011");
    if (stage.can(Capability::BlindTransfer)) {
        stage.mustSucceed(stage.feed.blindTransfer(call, target));
        REQUIRE(turnUntil([&] { return stage.log.story(call).contains(u"transfer Failed"_qs); }));
    } else {
        stage.mustFail(stage.feed.blindTransfer(call, target), Fault::Unsupported);
    }
    REQUIRE(stage.feed.snapshot().size() == 1);
    CHECK(stage.feed.snapshot().front().state == CallState::Active);
    stage.mustSucceed(stage.feed.hangUp(call));
    CHECK(stage.log.endOf(call) == EndReason::WeHungUp);
}

TEST_CASE("Law: while we are away nobody rings", "[contract]")
{
    FOR_EVERY_FEED;
    std::unique_ptr<Line> line = make({Caller::IsSentAway});
    FeedLog log(line->feed());
    CHECK(log.outcomeOf(line->feed().setAvailable(false)).has_value());
    line->ring();
    CHECK(line->callersAreContent());
    turnFor(150ms);
    CHECK(log.offers.empty());
    CHECK(log.complaints() == QStringList());
}

} // namespace vorzimmer::telephony
