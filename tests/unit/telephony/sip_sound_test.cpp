#include "fake_sounds.h"
#include "sip_desk.h"

namespace vorzimmer::telephony {

using domain::EndReason;
using domain::Fault;
using ports::CallRef;
using ports::CallState;
using ports::Capability;
using ports::VoiceCodec;

TEST_CASE("A call's sound begins with the answer, follows the peer's hold, and goes with the call", "[sip][sound]")
{
    FakeSounds sounds;
    SipDesk desk(quickConfig(), &sounds);
    CHECK(desk.feed.capabilities().testFlags(Capability::OwnAudio | Capability::Mute | Capability::Dtmf));
    SippPeer peer(desk.order("peer_holds_and_resumes"));
    const CallRef call = desk.rung();
    CHECK(sounds.calls.empty());
    desk.answer(call);
    REQUIRE(sounds.calls.size() == 1);
    CHECK(sounds.calls[0]->host == QStringLiteral("127.0.0.1"));
    CHECK(desk.log.outcomeOf(desk.feed.setMuted(call, true)).has_value());
    CHECK(sounds.calls[0]->muted);
    CHECK(desk.log.outcomeOf(desk.feed.sendDtmf(call, QStringLiteral("7"))).has_value());
    CHECK(sounds.calls[0]->keys == QStringLiteral("7"));
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    const auto& paths = sounds.calls[0]->paths;
    REQUIRE(paths.size() == 3);
    CHECK(paths[0].codec == VoiceCodec::Pcma);
    CHECK((paths[0].weSend && paths[0].weHear));
    CHECK((!paths[1].weSend && paths[1].weHear));
    CHECK((paths[2].weSend && paths[2].weHear));
    CHECK(sounds.calls[0]->gone);
}

TEST_CASE("A peer that lets us begin answers with its ACK", "[sip][sound]")
{
    FakeSounds sounds;
    SipDesk desk(quickConfig(), &sounds);
    SippPeer peer(desk.order("call_without_offer"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    REQUIRE(sounds.calls.size() == 1);
    REQUIRE(sounds.calls[0]->paths.size() == 1);
    CHECK(sounds.calls[0]->paths[0].codec == VoiceCodec::Pcma);
}

TEST_CASE("A call for whose sound no port is free is not answered", "[sip][sound]")
{
    FakeSounds sounds;
    sounds.full = true;
    SipDesk desk(quickConfig(), &sounds);
    SippPeer peer(desk.order("plain_call_caller_hangs_up"));
    const CallRef call = desk.rung();
    CHECK(!desk.log.outcomeOf(desk.feed.answer(call)).has_value());
    CHECK(desk.log.endOf(call) == EndReason::NetworkFailure);
}

TEST_CASE("Whom we call is heard before the answer, which may come with another codec or with none", "[sip][sound]")
{
    const auto [scenario, codecs] = GENERATE(table<const char*, std::vector<VoiceCodec>>({
        {"called_one_is_heard_ringing", {VoiceCodec::Pcma, VoiceCodec::Pcmu}},
        {"called_one_has_said_how_it_sounds", {VoiceCodec::Pcma}},
    }));
    INFO(scenario);
    FakeSounds sounds;
    SipDesk desk(quickConfig(), &sounds);
    SippPeer person(desk.called(scenario));
    const CallRef call = desk.dial(person.address());
    REQUIRE(turnUntil([&] { return !sounds.calls.at(0)->paths.empty(); }));
    CHECK(desk.log.story(call).back() == u"OutgoingRinging");
    CHECK(sounds.calls[0]->paths[0].weHear);
    REQUIRE(desk.log.isIn(call, CallState::Active));
    desk.hangUp(call);
    checkContent(person);
    std::vector<VoiceCodec> heard;
    for (const ports::SoundPath& path : sounds.calls[0]->paths)
        heard.push_back(path.codec);
    CHECK(heard == codecs);
}

TEST_CASE("Without sounds of its own the feed neither mutes nor plays keys", "[sip][sound]")
{
    SipDesk desk;
    CHECK(!desk.feed.capabilities().testFlag(Capability::OwnAudio));
    SippPeer peer(desk.order("we_hang_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    const auto outcome = desk.log.outcomeOf(desk.feed.setMuted(call, true));
    REQUIRE(!outcome.has_value());
    CHECK(outcome.error().fault == Fault::Unsupported);
    CHECK(desk.log.outcomeOf(desk.feed.hangUp(call)).has_value());
    checkContent(peer);
}

} // namespace vorzimmer::telephony
