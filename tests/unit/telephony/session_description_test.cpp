#include "session_description.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace vorzimmer::telephony {

using ports::VoiceCodec;

namespace {

const SessionOwner owner{"192.0.2.1", 7, 2};

bool isClean(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || (c >= ' ' && c < '\x7f'); });
}

QByteArray described(const QByteArray& media)
{
    return "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n" + media;
}

} // namespace

TEST_CASE("A usual offer is answered with its usual codecs, inactive", "[sdp]")
{
    const auto offer =
        SessionDescription::parse(described("m=audio 4000 RTP/AVP 18 8 97 101\r\na=rtpmap:18 G729/8000\r\n"
                                            "a=rtpmap:97 opus/48000/2\r\na=rtpmap:101 telephone-event/8000\r\n"
                                            "m=video 4002 RTP/AVP 99\r\na=rtpmap:99 H264/90000\r\n"));
    REQUIRE(offer.has_value());
    CHECK(offer->hasUsableAudio());
    CHECK(!offer->isHeld());
    CHECK(offer->inactiveAnswer(owner) == "v=0\r\no=- 7 2 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
                                          "m=audio 9 RTP/AVP 8 97 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:97 "
                                          "opus/48000/2\r\na=rtpmap:101 telephone-event/8000\r\n"
                                          "a=inactive\r\n"
                                          "m=video 0 RTP/AVP 99\r\n");
}

TEST_CASE("An address of the new kind is named as such", "[sdp]")
{
    CHECK(SessionDescription::inactiveOffer({"2001:db8::1", 1, 1}).contains("c=IN IP6 2001:db8::1\r\n"));
}

TEST_CASE("What we could never take is seen", "[sdp]")
{
    const auto media = GENERATE(as<QByteArray>(), "", "m=image 4000 udptl t38\r\n", "m=audio 0 RTP/AVP 8\r\n",
                                "m=audio 4000 RTP/SAVP 8\r\n", "m=audio 4000 RTP/AVP 18\r\n",
                                "m=audio 4000 RTP/AVP 96\r\na=rtpmap:96 speex/8000\r\n", "m=audio 4000 RTP/AVP 8 128\r\n",
                                "m=audio 4000 RTP/AVP 8 x\r\n");
    INFO(media.toStdString());
    const auto offer = SessionDescription::parse(described(media));
    REQUIRE(offer.has_value());
    CHECK(!offer->hasUsableAudio());
    CHECK(!offer->isHeld());
}

TEST_CASE("What is no description is refused", "[sdp]")
{
    const auto text =
        GENERATE(as<QByteArray>(), "", "\r\n", "v=1\r\n", "hello", "v=0\r\nnonsense\r\n", "v=0\r\nm=audio 4000 RTP/AVP\r\n",
                 "v=0\r\nm=audio x RTP/AVP 8\r\n", "v=0\r\nm=audio 70000 RTP/AVP 8\r\n", "v=0\r\nm=audio -1 RTP/AVP 8\r\n",
                 "v=0\r\nm=audio 9 RTP/AVP 8\x01\r\n", "v=0\r\nm=aud\xc3\xafo 9 RTP/AVP 8\r\n");
    INFO(text.toStdString());
    CHECK(!SessionDescription::parse(text).has_value());
    CHECK(!SessionDescription::parse(QByteArray("v=0\r\n\0\r\n", 8)).has_value());
    CHECK(!SessionDescription::parse("v=0\r\n" + QByteArray("m=audio 9 RTP/AVP 8\r\n").repeated(33)).has_value());
    CHECK(!SessionDescription::parse("v=0\r\ns=" + QByteArray(40000, 'x')).has_value());
}

TEST_CASE("A hold is seen in each of its spellings", "[sdp]")
{
    const auto [media, held] = GENERATE(table<QByteArray, bool>({
        {"m=audio 4000 RTP/AVP 8\r\na=sendonly\r\n", true},
        {"m=audio 4000 RTP/AVP 8\r\na=inactive\r\n", true},
        {"m=audio 4000 RTP/AVP 8\r\nc=IN IP4 0.0.0.0\r\n", true},
        {"a=sendonly\r\nm=audio 4000 RTP/AVP 8\r\n", true},
        {"a=sendonly\r\nm=audio 4000 RTP/AVP 8\r\na=sendrecv\r\n", false},
        {"m=audio 4000 RTP/AVP 8\r\na=recvonly\r\n", false},
        {"m=audio 4000 RTP/AVP 8\r\n", false},
    }));
    INFO(media.toStdString());
    const auto offer = SessionDescription::parse(described(media));
    REQUIRE(offer.has_value());
    CHECK(offer->isHeld() == held);
}

namespace {

const std::vector<VoiceCodec> all{VoiceCodec::Opus, VoiceCodec::G722, VoiceCodec::Pcma, VoiceCodec::Pcmu};
const QByteArray keyLine =
    "a=crypto:3 AES_CM_128_HMAC_SHA1_32 inline:MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw|2^20\r\n"; // "123456789012345678901234567890"

std::optional<VoiceStream> chosen(const QByteArray& media, const std::vector<VoiceCodec>& codecs = all)
{
    INFO(media.toStdString());
    const auto offer = SessionDescription::parse(described(media));
    REQUIRE(offer.has_value());
    return offer->choose(codecs);
}

} // namespace

TEST_CASE("Of what a peer offers, our best codec is taken with its own numbers", "[sdp]")
{
    const auto stream =
        chosen("m=audio 4000 RTP/AVP 0 8 9 101\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:30\r\na=rtcp:4100\r\n");
    REQUIRE(stream.has_value());
    CHECK(stream->codec == VoiceCodec::G722);
    CHECK(stream->payloadType == 9);
    CHECK(stream->keysPayloadType == 101);
    CHECK(stream->packetMs == 30);
    CHECK(stream->host == "192.0.2.9");
    CHECK(stream->port == 4000);
    CHECK(stream->rtcpPort == 4100);
    CHECK(stream->peerSends);
    CHECK(stream->peerHears);
    CHECK(!stream->crypto.has_value());
    CHECK(chosen("m=audio 4000 RTP/AVP 0 8 9\r\n", {VoiceCodec::Pcma, VoiceCodec::G722})->codec == VoiceCodec::Pcma);
    CHECK(!chosen("m=audio 4000 RTP/AVP 9\r\n", {VoiceCodec::Pcma}).has_value());
}

TEST_CASE("A dynamic number means what the peer says, at its rate", "[sdp]")
{
    const auto opus =
        chosen("m=audio 4000 RTP/AVP 8 111 112\r\na=rtpmap:111 OPUS/48000/2\r\na=rtpmap:112 telephone-event/48000\r\n");
    REQUIRE(opus.has_value());
    CHECK(opus->codec == VoiceCodec::Opus);
    CHECK(opus->payloadType == 111);
    CHECK(opus->keysPayloadType == 112);
    CHECK(chosen("m=audio 4000 RTP/AVP 8 96\r\na=rtpmap:96 opus/16000\r\n")->codec == VoiceCodec::Pcma);
    CHECK(!chosen("m=audio 4000 RTP/AVP 96\r\na=rtpmap:96 PCMA/16000\r\n").has_value());
    CHECK(!chosen("m=audio 4000 RTP/AVP 8\r\na=rtpmap:8 G729/8000\r\n").has_value());
}

TEST_CASE("A codec with which key tones go through is preferred", "[sdp]")
{
    const auto stream =
        chosen("m=audio 4000 RTP/AVP 111 8 101\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:101 telephone-event/8000\r\n");
    REQUIRE(stream.has_value());
    CHECK(stream->codec == VoiceCodec::Pcma);
    CHECK(stream->keysPayloadType == 101);
    const auto without = chosen("m=audio 4000 RTP/AVP 111\r\na=rtpmap:111 opus/48000/2\r\n");
    REQUIRE(without.has_value());
    CHECK(!without->keysPayloadType.has_value());
}

TEST_CASE("Sound is sent to one machine only", "[sdp]")
{
    const auto media =
        GENERATE(as<QByteArray>(), "c=IN IP4 224.2.1.1/127\r\n", "c=IN IP4 224.2.1.1\r\n", "c=IN IP4 255.255.255.255\r\n",
                 "c=IN IP4 pbx.example\r\n", "c=IN IP6 ff02::1\r\n", "c=IN IP6 192.0.2.1\r\n", "c=IN IP4 192.0.2\r\n",
                 "c=IN IP6 ::ffff:224.0.0.1\r\n", "c=ATM NSAP 1\r\n", "c=\r\n", "c=IN IP4 192.0.2.1 x\r\n");
    CHECK(!chosen("m=audio 4000 RTP/AVP 8\r\n" + media).has_value());
    CHECK(chosen("m=audio 4000 RTP/AVP 8\r\nc=IN IP6 2001:db8::7\r\n")->host == "2001:db8::7");
    CHECK(!SessionDescription::parse("v=0\r\nm=audio 4000 RTP/AVP 8\r\n")->choose(all).has_value());
}

TEST_CASE("A peer that holds in the old way is told by its address", "[sdp]")
{
    const auto stream = chosen("m=audio 4000 RTP/AVP 8\r\nc=IN IP4 0.0.0.0\r\n");
    REQUIRE(stream.has_value());
    CHECK(!stream->peerHears);
    CHECK(stream->host.isEmpty());
}

TEST_CASE("A sealed stream is taken before a plain one, with the first key that we can keep to", "[sdp][srtp]")
{
    const QByteArray plain = "m=audio 4000 RTP/AVP 8\r\n";
    const auto stream =
        chosen(plain + "m=audio 4002 RTP/SAVP 8\r\na=crypto:1 AES_CM_256_HMAC_SHA1_80 inline:AAAA\r\n" + keyLine);
    REQUIRE(stream.has_value());
    CHECK(stream->place == 1);
    REQUIRE(stream->crypto.has_value());
    CHECK(stream->crypto->tag == 3);
    CHECK(stream->crypto->key.suite == ports::SrtpSuite::AesCm128HmacSha1_32);
    CHECK(stream->crypto->key.material == "123456789012345678901234567890");
    CHECK(!chosen("m=audio 4002 RTP/SAVP 8\r\n").has_value());
    CHECK(!chosen(plain + keyLine)->crypto.has_value());
}

TEST_CASE("A key line that we could not keep to in every word is not read", "[sdp][srtp]")
{
    const QByteArray key = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw";
    CHECK(CryptoLine::read("1 AES_CM_128_HMAC_SHA1_80 inline:" + key).has_value());
    CHECK(CryptoLine::read("1 AES_CM_128_HMAC_SHA1_80 inline:" + key + "|2^31").has_value());
    const auto line = GENERATE_COPY(
        as<QByteArray>(), "", "1", "1 AES_CM_128_HMAC_SHA1_80", "x AES_CM_128_HMAC_SHA1_80 inline:" + key,
        "-1 AES_CM_128_HMAC_SHA1_80 inline:" + key, "1 NULL_HMAC_SHA1_80 inline:" + key, "1 AES_CM_128_HMAC_SHA1_80 " + key,
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + key.left(36), "1 AES_CM_128_HMAC_SHA1_80 inline:" + key + "AA",
        "1 AES_CM_128_HMAC_SHA1_80 inline:*" + key.mid(1), "1 AES_CM_128_HMAC_SHA1_80 inline:" + key + "|2^20|1:4",
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + key + "|1:4", "1 AES_CM_128_HMAC_SHA1_80 inline:" + key + ";inline:" + key,
        "1 AES_CM_128_HMAC_SHA1_80 inline:" + key + " UNENCRYPTED_SRTP");
    INFO(line.toStdString());
    CHECK(!CryptoLine::read(line).has_value());
}

TEST_CASE("Keys of our own are new each time, and are read as they are written", "[sdp][srtp]")
{
    const CryptoLine one = CryptoLine::fresh(1, ports::SrtpSuite::AesCm128HmacSha1_80);
    const CryptoLine two = CryptoLine::fresh(1, ports::SrtpSuite::AesCm128HmacSha1_80);
    CHECK(one.key.material.size() == 30);
    CHECK(one.key.material != two.key.material);
    CHECK(CryptoLine::read(one.text()) == one);
}

TEST_CASE("An answer takes one codec and refuses every other stream", "[sdp]")
{
    const auto offer = SessionDescription::parse(
        described("m=video 4002 RTP/AVP 99 98\r\nm=audio 4000 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\n"));
    REQUIRE(offer.has_value());
    const auto stream = offer->choose(all);
    REQUIRE(stream.has_value());
    const QByteArray answer = offer->answer(owner, *stream, {5004, true, false, {}});
    CHECK(answer == "v=0\r\no=- 7 2 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
                    "m=video 0 RTP/AVP 99 98\r\n"
                    "m=audio 5004 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
                    "a=fmtp:101 0-15\r\na=ptime:20\r\na=sendonly\r\n");
}

TEST_CASE("Our own offer is one that we would take", "[sdp]")
{
    const QByteArray text = SessionDescription::offer(owner, all, {5004, true, true, {}});
    const auto offer = SessionDescription::parse(text);
    REQUIRE(offer.has_value());
    for (const VoiceCodec codec : all) {
        const auto stream = offer->choose({codec});
        REQUIRE(stream.has_value());
        CHECK(stream->codec == codec);
        CHECK(stream->keysPayloadType.has_value());
        CHECK(stream->port == 5004);
    }
    CHECK(SessionDescription::parse(SessionDescription::offer(owner, {VoiceCodec::Pcmu}, {5004, true, true, {}}))
              ->choose(all)
              ->codec == VoiceCodec::Pcmu);
}

TEST_CASE("In an answer the peer's first codec counts", "[sdp]")
{
    const auto answer = SessionDescription::parse(described("m=audio 4000 RTP/AVP 18 0 8\r\n"));
    REQUIRE(answer.has_value());
    CHECK(answer->chosenByPeer(all)->codec == VoiceCodec::Pcmu);
    CHECK(!answer->chosenByPeer({VoiceCodec::Opus}).has_value());
    CHECK(!SessionDescription::parse(described("m=audio 0 RTP/AVP 0\r\n"))->chosenByPeer(all).has_value());
    CHECK(!SessionDescription::parse(described(""))->chosenByPeer(all).has_value());
}

TEST_CASE("Damaged descriptions are survived, and our answer stays clean", "[sdp][robustness]")
{
    std::mt19937 chance(4711);
    const auto below = [&chance](qsizetype bound) { return std::uniform_int_distribution<qsizetype>(0, bound - 1)(chance); };
    int readable = 0;
    int taken = 0;
    int sealed = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray text = described("m=audio 4000/2 RTP/AVP 8 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n"
                                    "a=rtcp:4001\r\na=ptime:20\r\nm=audio 4010 RTP/SAVP 0\r\n" +
                                    keyLine);
        for (qsizetype blows = below(6); blows >= 0; --blows)
            text[below(text.size())] = char(below(256));
        const auto offer = SessionDescription::parse(text);
        if (!offer)
            continue;
        ++readable;
        const QByteArray answer = offer->inactiveAnswer(owner);
        const auto own = SessionDescription::parse(answer);
        REQUIRE(own.has_value());
        CHECK(own->hasUsableAudio() == offer->hasUsableAudio());
        CHECK(isClean(answer));
        const auto stream = offer->choose(all);
        if (!stream)
            continue;
        ++taken;
        sealed += stream->crypto ? 1 : 0;
        const QByteArray voiced = offer->answer(owner, *stream, {5004, true, true, stream->crypto});
        CHECK(isClean(voiced));
        const auto ownStream = SessionDescription::parse(voiced)->choose(all);
        REQUIRE(ownStream.has_value());
        CHECK(ownStream->codec == stream->codec);
        CHECK(ownStream->payloadType == stream->payloadType);
        CHECK(ownStream->crypto == stream->crypto);
    }
    CHECK(readable > 1000);
    CHECK(taken > 1000);
    CHECK(sealed > 100);
}

} // namespace vorzimmer::telephony
