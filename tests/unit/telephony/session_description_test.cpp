#include "session_description.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace vorzimmer::telephony {

namespace {

const SessionOwner owner{"192.0.2.1", 7, 2};

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

TEST_CASE("Damaged descriptions are survived, and our answer stays clean", "[sdp][robustness]")
{
    std::mt19937 chance(4711);
    const auto below = [&chance](qsizetype bound) { return std::uniform_int_distribution<qsizetype>(0, bound - 1)(chance); };
    int readable = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray text = described("m=audio 4000/2 RTP/AVP 8 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n");
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
        CHECK(std::all_of(answer.begin(), answer.end(),
                          [](char c) { return c == '\r' || c == '\n' || (c >= ' ' && c < '\x7f'); }));
    }
    CHECK(readable > 1000);
}

} // namespace vorzimmer::telephony
