#include "sound_talk.h"

#include "fake_sounds.h"

#include <catch2/catch.hpp>

namespace vorzimmer::telephony {

using domain::Fault;
using ports::SoundPath;
using ports::VoiceCodec;

namespace {

QByteArray voice(const QByteArray& direction, const QByteArray& key = {})
{
    QByteArray text = "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\nm=audio 4000 " +
                      QByteArray(key.isEmpty() ? "RTP/AVP" : "RTP/SAVP") +
                      " 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=" + direction + "\r\n";
    if (!key.isEmpty())
        text += "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + key.toBase64() + "\r\n";
    return text;
}

std::optional<SessionDescription> read(const QByteArray& text)
{
    return SessionDescription::parse(text);
}

QByteArray written(SoundTalk& talk)
{
    const auto text = talk.description();
    REQUIRE(text.has_value());
    return *text;
}

/// An agreed call that sounds, and its path.
struct Conversation {
    explicit Conversation(const QByteArray& offer = voice("sendrecv"))
    {
        REQUIRE(talk.takeOffer(read(offer)).has_value());
        first = written(talk);
        talk.go();
    }
    [[nodiscard]] const FakeSounds::Call& call() const { return *sounds.calls.at(0); }
    [[nodiscard]] SoundPath path() const
    {
        REQUIRE(!call().paths.empty());
        return call().paths.back();
    }

    FakeSounds sounds;
    SoundTalk talk{&sounds, "192.0.2.1"};
    QByteArray first;
};

} // namespace

TEST_CASE("An offer that is taken sounds once the call goes", "[sound-talk]")
{
    FakeSounds sounds;
    SoundTalk talk(&sounds, "192.0.2.1");
    REQUIRE(talk.takeOffer(read(voice("sendrecv"))).has_value());
    CHECK(sounds.calls.empty()); // a call that rings takes no port
    const QByteArray answer = written(talk);
    CHECK(answer.contains("m=audio 30000 RTP/AVP 8 101\r\n"));
    CHECK(answer.contains("a=sendrecv\r\n"));
    CHECK(sounds.calls.at(0)->paths.empty());
    CHECK(sounds.calls.at(0)->host == QStringLiteral("192.0.2.1"));
    talk.go();
    REQUIRE(sounds.calls.at(0)->paths.size() == 1);
    const SoundPath path = sounds.calls[0]->paths[0];
    CHECK(path.host == QStringLiteral("192.0.2.9"));
    CHECK(path.port == 4000);
    CHECK(path.rtcpPort == 4001);
    CHECK(path.codec == VoiceCodec::Pcma);
    CHECK(path.payloadType == 8);
    CHECK(path.keysPayloadType == 101);
    CHECK(path.weSend);
    CHECK(path.weHear);
    CHECK(!path.sealing.has_value());
}

TEST_CASE("Sound goes with its call", "[sound-talk]")
{
    FakeSounds sounds;
    {
        SoundTalk talk(&sounds, "192.0.2.1");
        REQUIRE(talk.takeOffer(read(voice("sendrecv"))).has_value());
        written(talk);
        talk.go();
    }
    CHECK(sounds.calls.at(0)->gone);
}

TEST_CASE("A peer holds and comes back", "[sound-talk]")
{
    Conversation with;
    REQUIRE(with.talk.takeOffer(read(voice("sendonly"))).has_value());
    CHECK(with.talk.isHeldByPeer());
    CHECK(written(with.talk).contains("a=recvonly\r\n"));
    CHECK(!with.path().weSend);
    CHECK(with.path().weHear);
    REQUIRE(with.talk.takeOffer(read(voice("inactive"))).has_value());
    CHECK(written(with.talk).contains("a=inactive\r\n"));
    REQUIRE(with.talk.takeOffer(read(voice("sendrecv"))).has_value());
    CHECK(!with.talk.isHeldByPeer());
    CHECK(written(with.talk).contains("a=sendrecv\r\n"));
    CHECK(with.path().weSend);
    CHECK(with.sounds.calls.size() == 1);
}

TEST_CASE("We hold at once, and resume when the peer agrees", "[sound-talk]")
{
    Conversation with;
    with.talk.setHeldByUs(true);
    CHECK(!with.path().weHear);
    CHECK(with.path().weSend);
    CHECK(written(with.talk).contains("a=sendonly\r\n"));
    const auto answer = GENERATE(as<QByteArray>(), "recvonly", "inactive");
    REQUIRE(with.talk.takeAnswer(read(voice(answer))).has_value());
    CHECK(!with.talk.isHeldByPeer());
    CHECK(!with.path().weHear);

    with.talk.setHeldByUs(false);
    CHECK(!with.path().weHear);
    CHECK(written(with.talk).contains("a=sendrecv\r\n"));
    REQUIRE(with.talk.takeAnswer(read(voice("sendrecv"))).has_value());
    CHECK(with.path().weHear);
    CHECK(with.path().weSend);
}

TEST_CASE("A peer that refuses to be held is heard again", "[sound-talk]")
{
    Conversation with;
    with.talk.setHeldByUs(true);
    CHECK(!with.path().weHear);
    with.talk.setHeldByUs(false);
    CHECK(with.path().weHear);
    CHECK(with.path().weSend);
}

TEST_CASE("Whom we hold is not heard, whatever it offers", "[sound-talk]")
{
    Conversation with;
    with.talk.setHeldByUs(true);
    REQUIRE(with.talk.takeOffer(read(voice("sendrecv"))).has_value());
    CHECK(written(with.talk).contains("a=sendonly\r\n"));
    CHECK(!with.path().weHear);
}

TEST_CASE("An offer that shares nothing changes nothing", "[sound-talk]")
{
    Conversation with;
    const auto paths = with.call().paths;
    for (const QByteArray& text : {QByteArray("v=0\r\n"), voice("sendrecv").replace("audio", "video"), QByteArray("x")}) {
        const auto outcome = with.talk.takeOffer(read(text));
        REQUIRE(!outcome.has_value());
        CHECK(outcome.error().fault == Fault::Unsupported);
    }
    CHECK(with.call().paths == paths);
    CHECK(written(with.talk).contains("m=audio 30000 RTP/AVP 8 101"));
}

TEST_CASE("We begin, and the peer chooses", "[sound-talk]")
{
    FakeSounds sounds;
    SoundTalk talk(&sounds, "192.0.2.1");
    const QByteArray offer = written(talk);
    CHECK(offer.contains("m=audio 30000 RTP/AVP 96 9 8 0"));
    CHECK(offer.contains(" 1 IN IP4"));
    talk.go();
    CHECK(sounds.calls.at(0)->paths.empty());
    REQUIRE(talk.takeAnswer(read(voice("sendrecv"))).has_value());
    REQUIRE(sounds.calls[0]->paths.size() == 1);
    CHECK(sounds.calls[0]->paths[0].codec == VoiceCodec::Pcma);
    CHECK(!talk.takeAnswer(read("v=0\r\n")).has_value());
    // Answered with keys that nobody offered.
    CHECK(!talk.takeAnswer(read(voice("sendrecv", QByteArray(30, 'k')))).has_value());
}

TEST_CASE("Sealed sound has a key for each way, and a new one only with the peer's", "[sound-talk][srtp]")
{
    Conversation with(voice("sendrecv", QByteArray(30, 'k')));
    REQUIRE(with.path().opening.has_value());
    REQUIRE(with.path().sealing.has_value());
    CHECK(with.path().opening->material == QByteArray(30, 'k'));
    const ports::SrtpKey ours = *with.path().sealing;
    CHECK(ours.material != QByteArray(30, 'k'));
    CHECK(with.first.contains("RTP/SAVP 8"));
    CHECK(with.first.contains("inline:" + ours.material.toBase64() + "\r\n"));

    REQUIRE(with.talk.takeOffer(read(voice("sendonly", QByteArray(30, 'k')))).has_value());
    CHECK(with.path().sealing == ours);
    with.talk.setHeldByUs(true);
    CHECK(written(with.talk).contains(ours.material.toBase64()));
    REQUIRE(with.talk.takeAnswer(read(voice("recvonly", QByteArray(30, 'm')))).has_value());
    CHECK(with.path().sealing == ours);
    CHECK(with.path().opening->material == QByteArray(30, 'm'));

    REQUIRE(with.talk.takeOffer(read(voice("sendrecv", QByteArray(30, 'n')))).has_value());
    CHECK(with.path().sealing != ours);
    REQUIRE(with.talk.takeOffer(read(voice("sendrecv"))).has_value());
    CHECK(!with.path().sealing.has_value());
    CHECK(!with.path().opening.has_value());
}

TEST_CASE("Without a port there is no description", "[sound-talk]")
{
    FakeSounds sounds;
    sounds.full = true;
    SoundTalk talk(&sounds, "192.0.2.1");
    REQUIRE(talk.takeOffer(read(voice("sendrecv"))).has_value());
    const auto text = talk.description();
    REQUIRE(!text.has_value());
    CHECK(text.error().fault == Fault::Busy);
    CHECK(!talk.sendKeys(QStringLiteral("1")).has_value());
}

TEST_CASE("Mute and keys reach the sound", "[sound-talk]")
{
    FakeSounds sounds;
    SoundTalk talk(&sounds, "192.0.2.1");
    talk.setMuted(true); // before there is any
    REQUIRE(talk.takeOffer(read(voice("sendrecv"))).has_value());
    written(talk);
    talk.go();
    CHECK(sounds.calls.at(0)->muted);
    talk.setMuted(false);
    CHECK(!sounds.calls[0]->muted);
    CHECK(talk.sendKeys(QStringLiteral("12#")).has_value());
    CHECK(sounds.calls[0]->keys == QStringLiteral("12#"));
}

TEST_CASE("Without sounds of our own the stream is inactive, and holding still told", "[sound-talk]")
{
    SoundTalk talk(nullptr, "192.0.2.1");
    CHECK(!talk.hasOwnSound());
    REQUIRE(talk.takeOffer(read(voice("sendonly"))).has_value());
    CHECK(talk.isHeldByPeer());
    const QByteArray answer = written(talk);
    CHECK(answer.contains("m=audio 9 RTP/AVP 8 101\r\n"));
    CHECK(answer.contains("a=inactive\r\n"));
    talk.go();
    CHECK(!talk.sendKeys(QStringLiteral("1")).has_value());
    CHECK(!talk.takeOffer(read(voice("sendrecv", QByteArray(30, 'k')))).has_value());
}

} // namespace vorzimmer::telephony
