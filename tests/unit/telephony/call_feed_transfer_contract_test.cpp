// The laws of ports::CallFeed for several calls at once, calls of our own, and calls that are passed on.
#include "stage.h"

using namespace std::chrono_literals;

namespace vorzimmer::telephony {

using domain::EndReason;
using domain::Fault;
using ports::CallRef;
using ports::CallState;
using ports::CommandId;

namespace {

QString target()
{
    return QStringLiteral("+493023125011");
}

} // namespace

// ------------------------------------------------------------------------------------------------------- several calls

TEST_CASE("Law: one talks and the other waits, and they are swapped", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye, Caller::WaitsForBye});
    const CallRef first = stage.rung(1);
    const CallRef second = stage.rung(2);
    stage.answer(first);
    stage.hold(first);
    stage.answer(second);
    stage.hold(second);
    stage.resume(first);
    CHECK(stage.log.isIn(second, CallState::HeldByUs));
    stage.hangUp(first);
    stage.resume(second);
    stage.hangUp(second);
    CHECK(stage.log.story(first) ==
          QStringList{u"offered"_qs, u"Active"_qs, u"HeldByUs"_qs, u"Active"_qs, u"ended WeHungUp"_qs});
}

TEST_CASE("Law: who calls while we talk disturbs nobody", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye, Caller::GivesUp});
    const CallRef active = stage.rung(1);
    stage.answer(active);
    CHECK(stage.log.endOf(stage.rung(2)) == EndReason::CallerGaveUp);
    CHECK(stage.log.story(active) == QStringList{u"offered"_qs, u"Active"_qs});
    stage.hangUp(active);
}

TEST_CASE("Law: ten are held at once, and each is found again", "[contract]")
{
    FOR_EVERY_FEED;
    constexpr std::size_t many = 10;
    Stage stage(make, std::vector<Caller>(many, Caller::WaitsForBye));
    for (std::size_t n = 1; n <= many; ++n) {
        const CallRef call = stage.rung(n);
        stage.answer(call);
        stage.hold(call);
    }
    REQUIRE(stage.feed.snapshot().size() == many);
    for (const ports::CallSnapshot& held : stage.feed.snapshot()) {
        CHECK(held.state == CallState::HeldByUs);
        stage.resume(held.call);
        stage.hangUp(held.call);
    }
}

TEST_CASE("Law: what is held cannot be held again, what talks cannot be resumed", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef call = stage.rung();
    stage.mustFail(stage.feed.hold(call), Fault::Conflict);
    stage.answer(call);
    stage.mustFail(stage.feed.resume(call), Fault::Conflict);
    stage.hold(call);
    stage.mustFail(stage.feed.hold(call), Fault::Conflict);
    stage.mustFail(stage.feed.sendDtmf(call, QStringLiteral("1")), Fault::Conflict);
    stage.hangUp(call);
}

TEST_CASE("Law: a call is sent elsewhere before it is answered", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::IsSentElsewhere});
    const CallRef call = stage.rung();
    stage.mustFail(stage.feed.redirect(call, QStringLiteral("nowhere")), Fault::Invalid);
    CHECK(stage.log.story(call) == QStringList{u"offered"_qs});
    stage.mustSucceed(stage.feed.redirect(call, target()));
    CHECK(stage.log.endOf(call) == EndReason::Transferred);
}

// --------------------------------------------------------------------------------------------------------- put through

TEST_CASE("Law: a transfer that succeeds ends the call as transferred", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::IsPassedOn});
    const CallRef call = stage.rung();
    stage.answer(call);
    stage.mustSucceed(stage.feed.blindTransfer(call, target()));
    CHECK(stage.log.endOf(call) == EndReason::Transferred);
    CHECK(stage.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs, u"Transferring"_qs, u"transfer Accepted"_qs,
                                               u"transfer Trying"_qs, u"transfer Ringing"_qs, u"transfer Succeeded"_qs,
                                               u"ended Transferred"_qs});
}

TEST_CASE("Law: a transfer that comes to nothing brings the call back before it is told", "[contract]")
{
    FOR_EVERY_FEED;
    const Caller caller = GENERATE(Caller::CannotBePassedOn, Caller::IsPassedOnInVain);
    Stage stage(make, {caller});
    const CallRef call = stage.rung();
    stage.answer(call);
    stage.mustSucceed(stage.feed.blindTransfer(call, target()));
    REQUIRE(stage.log.waitFor(call, u"transfer Failed"_qs));
    const QStringList story = stage.log.story(call);
    CHECK(story.at(story.size() - 2) == u"Active");
    stage.hangUp(call);
}

TEST_CASE("Law: while a call is passed on, nothing else is done with it", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::IsPassedOn});
    const CallRef call = stage.rung();
    stage.answer(call);
    stage.mustSucceed(stage.feed.blindTransfer(call, target()));
    const CommandId held = stage.log.given(stage.feed.hold(call));
    const CommandId again = stage.log.given(stage.feed.blindTransfer(call, target()));
    CHECK(stage.log.endOf(call) == EndReason::Transferred);
    for (const CommandId command : {held, again}) {
        REQUIRE(stage.log.isFinished(command));
        REQUIRE(!stage.log.outcome(command).has_value());
        CHECK(stage.log.outcome(command).error().fault == Fault::Conflict);
    }
}

TEST_CASE("Law: nobody is put through to what is no number", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef call = stage.rung();
    stage.answer(call);
    for (const QString& nonsense : {QString(), QStringLiteral("anna"), QStringLiteral("+49 30 x")}) {
        stage.mustFail(stage.feed.blindTransfer(call, nonsense), Fault::Invalid);
        stage.mustFail(stage.feed.dial(nonsense, {}, {}), Fault::Invalid);
    }
    CHECK(stage.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs});
    stage.hangUp(call);
}

// --------------------------------------------------------------------------------------------------- calls of our own

TEST_CASE("Law: a consultation goes back to the caller", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef caller = stage.rung();
    stage.answer(caller);
    stage.mustFail(stage.feed.dial(target(), {}, caller), Fault::Conflict);
    stage.hold(caller);
    const CallRef consultation = stage.dial(Called::Answers, caller);
    REQUIRE(stage.log.isIn(consultation, CallState::Active));
    CHECK(stage.log.isIn(caller, CallState::HeldByUs));
    // Back to the caller and again to the one consulted.
    stage.hold(consultation);
    stage.resume(caller);
    stage.hold(caller);
    stage.resume(consultation);
    stage.hangUp(consultation);
    CHECK(stage.log.isIn(caller, CallState::HeldByUs));
    stage.resume(caller);
    stage.hangUp(caller);
}

TEST_CASE("Law: a consultation that comes to nothing says why and leaves the caller held", "[contract]")
{
    FOR_EVERY_FEED;
    const auto [called, reason] = GENERATE(table<Called, EndReason>({
        {Called::IsBusy, EndReason::PeerBusy},
        {Called::Declines, EndReason::PeerDeclined},
        {Called::DoesNotAnswer, EndReason::NoAnswer},
        {Called::IsUnknown, EndReason::Unreachable},
    }));
    Stage stage(make, {Caller::WaitsForBye});
    const CallRef caller = stage.rung();
    stage.answer(caller);
    stage.hold(caller);
    const CallRef consultation = stage.dial(called, caller);
    CHECK(stage.log.endOf(consultation) == reason);
    CHECK(stage.log.isIn(caller, CallState::HeldByUs));
    CHECK(stage.log.story(consultation) == QStringList{u"started"_qs, u"OutgoingRinging"_qs, u"ended "_qs + word(reason)});
    stage.resume(caller);
    stage.hangUp(caller);
}

TEST_CASE("Law: a caller who was announced is joined with whom he wants", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {Caller::IsJoined});
    const CallRef caller = stage.rung();
    stage.answer(caller);
    stage.hold(caller);
    const CallRef consultation = stage.dial(Called::Answers, caller);
    stage.mustFail(stage.feed.completeTransfer(caller, consultation), Fault::Conflict); // it rings
    REQUIRE(stage.log.isIn(consultation, CallState::Active));
    stage.mustSucceed(stage.feed.completeTransfer(caller, consultation));
    CHECK(stage.log.endOf(caller) == EndReason::Transferred);
    CHECK(stage.log.endOf(consultation) == EndReason::Transferred);
    CHECK(stage.feed.snapshot().empty());
}

TEST_CASE("Law: a call of our own ends as whoever ended it", "[contract]")
{
    FOR_EVERY_FEED;
    Stage stage(make, {});
    SECTION("they, after the answer")
    {
        const CallRef call = stage.dial(Called::HangsUp);
        CHECK(stage.log.endOf(call) == EndReason::PeerHungUp);
        CHECK(stage.log.story(call) ==
              QStringList{u"started"_qs, u"OutgoingRinging"_qs, u"Active"_qs, u"ended PeerHungUp"_qs});
    }
    SECTION("we, while it rings")
    {
        const CallRef call = stage.dial(Called::RingsOn);
        turnFor(300ms);
        stage.hangUp(call);
    }
    SECTION("the back end")
    {
        const CallRef call = stage.dial(Called::Answers);
        REQUIRE(stage.log.isIn(call, CallState::Active));
        stage.feed.stop();
        CHECK(stage.log.endOf(call) == EndReason::BackendLost);
    }
}

} // namespace vorzimmer::telephony
