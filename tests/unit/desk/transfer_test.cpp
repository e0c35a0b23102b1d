// Putting a caller through, on the simulated telephone: its laws are those of a real line.
#include "event_loop/turn_until.h"

#include "vorzimmer/desk/transfer.h"
#include "vorzimmer/system/system_clock.h"
#include "vorzimmer/telephony/simulator.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using desk::Transfer;
using desk::TransferManner;
using desk::TransferStage;
using domain::AttemptOutcome;
using domain::EndReason;
using ports::CallRef;
using ports::CallState;
using telephony::ScriptedTransfer;

namespace {

constexpr double fast = 100;

/// A caller who is being spoken with, on a telephone where the target behaves as scripted.
struct Talk {
    explicit Talk(ScriptedTransfer target = ScriptedTransfer::Succeeds)
        : feed(telephony::Scenario{false, {scripted(target)}}, fast)
    {
        QObject::connect(&feed, &ports::CallFeed::callOffered, &feed, [this](const ports::CallOffer& offer) { caller = offer.call; });
        QObject::connect(&feed, &ports::CallFeed::callStateChanged, &feed, [this](CallRef call, CallState state) { states[call] = state; });
        QObject::connect(&feed, &ports::CallFeed::callEnded, &feed, [this](CallRef call, EndReason reason) { ends[call] = reason; });
        feed.start();
        REQUIRE(test::turnUntil([this] { return caller.value != 0; }));
        feed.answer(caller);
        REQUIRE(reaches(caller, CallState::Active));
    }

    static telephony::ScriptedCall scripted(ScriptedTransfer target)
    {
        telephony::ScriptedCall call;
        call.number = QStringLiteral("+4915228817386");
        call.dialled = QStringLiteral("+493023125010");
        call.transfer = target;
        return call;
    }
    static domain::RingStep step(const char* name, const char* number)
    {
        return {{}, QString::fromLatin1(name), {{}, domain::PhoneNumber::fromE164(QString::fromLatin1(number))}};
    }

    bool reaches(CallRef call, CallState state)
    {
        return test::turnUntil([&] { return states[call] == state; });
    }
    bool reaches(TransferStage stage)
    {
        return test::turnUntil([&] { return transfer->stage() == stage; });
    }
    void begin(TransferManner manner)
    {
        transfer.emplace(feed, clock, caller, manner, std::vector{step("Dr. Vogt", "+493023125011"), step("Kerner", "+493023125012")},
                         ports::DialOrigin{});
        QObject::connect(&*transfer, &Transfer::over, &feed, [this] { ++overs; });
        transfer->start(CallState::Active);
    }
    std::vector<AttemptOutcome> outcomes()
    {
        std::vector<AttemptOutcome> all;
        for (const auto& attempt : transfer->attempts()) {
            all.push_back(attempt.outcome);
            CHECK((attempt.outcome == AttemptOutcome::Open) == !attempt.endedAt.isValid());
        }
        return all;
    }

    system::SystemClock clock;
    telephony::Simulator feed;
    CallRef caller;
    std::map<CallRef, CallState> states;
    std::map<CallRef, EndReason> ends;
    std::optional<Transfer> transfer;
    int overs = 0;
};

} // namespace

TEST_CASE("A blind transfer is over when the target has taken the call", "[transfer]")
{
    Talk talk;
    talk.begin(TransferManner::Blind);
    REQUIRE(talk.reaches(TransferStage::Succeeded));
    CHECK(talk.outcomes() == std::vector{AttemptOutcome::Connected});
    CHECK(talk.ends[talk.caller] == EndReason::Transferred);
    CHECK(talk.overs == 1);
}

TEST_CASE("A blind transfer that nobody takes tries every number and brings the caller back", "[transfer]")
{
    const bool busy = GENERATE(true, false);
    Talk talk(busy ? ScriptedTransfer::Refused : ScriptedTransfer::Unanswered);
    talk.begin(TransferManner::Blind);
    REQUIRE(talk.reaches(TransferStage::CameBack));
    const AttemptOutcome each = busy ? AttemptOutcome::Busy : AttemptOutcome::NoAnswer;
    CHECK(talk.outcomes() == std::vector{each, each});
    CHECK(talk.states[talk.caller] == CallState::Active);
    CHECK(talk.ends.empty());
    CHECK(talk.overs == 1);
}

TEST_CASE("An announced transfer: hold, consult, join", "[transfer]")
{
    Talk talk;
    talk.begin(TransferManner::Announced);
    REQUIRE(talk.reaches(TransferStage::Consulting));
    CHECK(talk.states[talk.caller] == CallState::HeldByUs);
    CHECK(talk.transfer->isConsulting());
    const CallRef target = *talk.transfer->consultation();
    SECTION("at once")
    {
        talk.transfer->join();
    }
    SECTION("after a word with the caller, who is told and waits again")
    {
        talk.transfer->swap();
        REQUIRE(talk.reaches(TransferStage::WithCaller));
        CHECK(talk.states[talk.caller] == CallState::Active);
        CHECK(talk.states[target] == CallState::HeldByUs);
        talk.transfer->join();
    }
    SECTION("after going to and fro")
    {
        for (const TransferStage stage : {TransferStage::WithCaller, TransferStage::Consulting}) {
            talk.transfer->swap();
            REQUIRE(talk.reaches(stage));
        }
        talk.transfer->join();
    }
    REQUIRE(talk.reaches(TransferStage::Succeeded));
    CHECK(talk.outcomes() == std::vector{AttemptOutcome::Connected});
    CHECK(talk.ends[talk.caller] == EndReason::Transferred);
    CHECK(talk.ends[target] == EndReason::Transferred);
    CHECK(talk.overs == 1);
}

TEST_CASE("Who does not want the call leaves the caller to us", "[transfer]")
{
    Talk talk;
    talk.begin(TransferManner::Announced);
    SECTION("given up while it rings")
    {
        REQUIRE(talk.reaches(TransferStage::Ringing));
        REQUIRE(test::turnUntil([&] { return talk.transfer->consultation().has_value(); }));
        talk.transfer->giveUp();
        REQUIRE(talk.reaches(TransferStage::CameBack));
        CHECK(talk.outcomes() == std::vector{AttemptOutcome::GivenUp});
    }
    SECTION("given up before it rings")
    {
        talk.transfer->giveUp();
        REQUIRE(talk.reaches(TransferStage::CameBack));
        CHECK(talk.outcomes().empty());
    }
    SECTION("after a word")
    {
        REQUIRE(talk.reaches(TransferStage::Consulting));
        talk.transfer->giveUp();
        REQUIRE(talk.reaches(TransferStage::CameBack));
        CHECK(talk.outcomes() == std::vector{AttemptOutcome::Spoken});
    }
    SECTION("after a word, the target hanging up")
    {
        REQUIRE(talk.reaches(TransferStage::Consulting));
        talk.feed.hangUp(*talk.transfer->consultation());
        REQUIRE(talk.reaches(TransferStage::CameBack));
        CHECK(talk.outcomes() == std::vector{AttemptOutcome::Spoken});
    }
    REQUIRE(talk.reaches(talk.caller, CallState::Active));
    CHECK(test::turnUntil([&] { return talk.feed.snapshot().size() == 1; }));
    CHECK(talk.overs == 1);
}

TEST_CASE("A consultation that is busy or silent is followed by the next number", "[transfer]")
{
    Talk talk(ScriptedTransfer::Refused);
    talk.begin(TransferManner::Announced);
    REQUIRE(talk.reaches(TransferStage::CameBack));
    CHECK(talk.outcomes() == std::vector{AttemptOutcome::Busy, AttemptOutcome::Busy});
    CHECK(talk.transfer->step().name == QStringLiteral("Kerner"));
    REQUIRE(talk.reaches(talk.caller, CallState::Active));
}

TEST_CASE("The user need not wait for the time-out to try the next number", "[transfer]")
{
    Talk talk(ScriptedTransfer::Unanswered);
    talk.begin(TransferManner::Announced);
    REQUIRE(test::turnUntil([&] { return talk.transfer->consultation().has_value(); }));
    talk.transfer->tryNext();
    REQUIRE(test::turnUntil([&] { return talk.transfer->attempts().size() == 2; }));
    CHECK(talk.outcomes().front() == AttemptOutcome::NoAnswer);
    CHECK(talk.transfer->stage() == TransferStage::Ringing);
}

TEST_CASE("A caller who has gone leaves us with the target until one of both hangs up", "[transfer]")
{
    Talk talk;
    talk.begin(TransferManner::Announced);
    REQUIRE(talk.reaches(TransferStage::Consulting));
    talk.feed.hangUp(talk.caller); // as the feed sees it; who hung up makes no difference here
    REQUIRE(talk.reaches(TransferStage::CallerGone));
    CHECK_FALSE(talk.transfer->isOver());
    talk.transfer->giveUp();
    REQUIRE(talk.reaches(TransferStage::Ended));
    CHECK(talk.outcomes() == std::vector{AttemptOutcome::Spoken});
    CHECK(test::turnUntil([&] { return talk.feed.snapshot().empty(); }));
    CHECK(talk.overs == 1);
}

TEST_CASE("A caller who has gone stops the ringing", "[transfer]")
{
    Talk talk(ScriptedTransfer::Unanswered);
    talk.begin(TransferManner::Announced);
    REQUIRE(test::turnUntil([&] { return talk.transfer->consultation().has_value(); }));
    talk.feed.hangUp(talk.caller);
    REQUIRE(talk.reaches(TransferStage::Ended));
    CHECK(talk.outcomes() == std::vector{AttemptOutcome::GivenUp});
    CHECK(test::turnUntil([&] { return talk.feed.snapshot().empty(); }));
}

TEST_CASE("Losing the telephone ends a transfer, too", "[transfer]")
{
    Talk talk;
    talk.begin(TransferManner::Announced);
    REQUIRE(talk.reaches(TransferStage::Consulting));
    talk.feed.stop();
    CHECK(test::turnUntil([&] { return talk.transfer->isOver(); }));
    CHECK(talk.overs == 1);
}

TEST_CASE("Who else is spoken with is not joined by a caller coming back", "[transfer]")
{
    Talk talk;
    talk.begin(TransferManner::Announced);
    REQUIRE(talk.reaches(TransferStage::Consulting));
    const ports::CommandId dial = talk.feed.dial(QStringLiteral("+493023125099"), {}, {});
    CallRef other;
    QObject::connect(&talk.feed, &ports::CallFeed::callStarted, &talk.feed, [&](CallRef call, ports::CommandId by) {
        if (by == dial)
            other = call;
    });
    REQUIRE(test::turnUntil([&] { return other.value != 0 && talk.states[other] == CallState::Active; }));
    talk.feed.hangUp(*talk.transfer->consultation());
    REQUIRE(talk.reaches(TransferStage::CameBack));
    test::turnFor(std::chrono::milliseconds(100));
    CHECK(talk.states[talk.caller] == CallState::HeldByUs);
}
