#include "seat.h"

namespace vorzimmer::audio {

TEST_CASE("Every codec carries a tone both ways", "[audio][call]")
{
    const auto [codec, payloadType] = GENERATE(table<VoiceCodec, int>(
        {{VoiceCodec::Pcma, 8}, {VoiceCodec::Pcmu, 0}, {VoiceCodec::G722, 9}, {VoiceCodec::Opus, 96}}));
    Seat seat;
    const auto known = seat.desk.codecs();
    REQUIRE(std::find(known.begin(), known.end(), codec) != known.end());
    PeerOrder order;
    order.codec = codec;
    order.payloadType = payloadType;
    Talk talk(seat, order);
    INFO("payload type " << payloadType);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("A call carries sound over IPv6", "[audio][call]")
{
    Seat seat;
    Talk talk(seat, {}, "::1");
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("A held peer hears silence and is not heard, until it is resumed", "[audio][call]")
{
    Seat seat;
    Talk talk(seat);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
    SECTION("with silence that goes on")
    {
        talk.path.weHear = false;
        talk.sound->carry(talk.path);
        const auto silence = talk.peerHeard();
        CHECK(silence.size() > 48 * 300);
        checkSilence(silence);
    }
    SECTION("with nothing at all")
    {
        talk.path.weHear = talk.path.weSend = false;
        talk.sound->carry(talk.path);
        CHECK(talk.peerHeard().size() < 48 * 100);
    }
    CHECK(seat.isQuiet());
    talk.path.weHear = talk.path.weSend = true;
    talk.sound->carry(talk.path);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("A peer that holds is still heard", "[audio][call]")
{
    Seat seat;
    Talk talk(seat);
    talk.path.weSend = false;
    talk.sound->carry(talk.path);
    CHECK(talk.peerHeard().size() < 48 * 100);
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("Loss and jitter are survived", "[audio][call]")
{
    const auto [codec, payloadType] =
        GENERATE(table<VoiceCodec, int>({{VoiceCodec::Pcma, 8}, {VoiceCodec::G722, 9}, {VoiceCodec::Opus, 96}}));
    Seat seat;
    PeerOrder order;
    order.codec = codec;
    order.payloadType = payloadType;
    order.loss = 0.05;
    order.jitterMs = 40;
    Talk talk(seat, order);
    INFO("payload type " << payloadType);
    checkTone([&] { return seat.heard(2s); }, peerHertz, 0.5);
    checkTone([&] { return talk.peerHeard(); }, ourHertz, 0.5);
    double clean = 0; // a busy machine makes gaps of its own: the best of some tries counts
    for (int tries = 0; tries < 4 && clean < 0.8; ++tries)
        clean = std::max(clean, timeOf(seat.heard(2s), peerHertz));
    CHECK(clean >= 0.8);
}

TEST_CASE("Sealed sound is heard by whoever has the key", "[audio][call][srtp]")
{
    const auto suite = GENERATE(SrtpSuite::AesCm128HmacSha1_80, SrtpSuite::AesCm128HmacSha1_32);
    Seat seat;
    PeerOrder order;
    order.sealing = keyOf('p', suite);
    order.opening = keyOf('o', suite);
    Talk talk(seat, order, "127.0.0.1", keyOf('o', suite), keyOf('p', suite));
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
    talk.path.weHear = false;
    talk.sound->carry(talk.path);
    checkSilence(talk.peerHeard());
    talk.path.weHear = true;
    talk.sound->carry(talk.path);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("A peer with a wrong key, or none, is neither heard nor hears", "[audio][call][srtp]")
{
    const bool sealed = GENERATE(true, false);
    Seat seat;
    PeerOrder order;
    if (sealed) {
        order.sealing = keyOf('x');
        order.opening = keyOf('y');
    }
    Talk talk(seat, order, "127.0.0.1", keyOf('o'), keyOf('p'));
    const auto byPeer = talk.peerHeard();
    // Without a key it plays noise: what it takes for sound is sealed.
    CHECK(shareOf(byPeer, ourHertz) < 0.1);
    checkSilence(seat.last(listening));
}

TEST_CASE("Muted, the peer hears silence", "[audio][call]")
{
    Seat seat;
    Talk talk(seat);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    talk.sound->setMuted(true);
    checkSilence(talk.peerHeard());
    checkTone([&] { return seat.last(listening); }, peerHertz);
    talk.sound->setMuted(false);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
}

TEST_CASE("Of two calls the one resumed last has the devices", "[audio][call]")
{
    Seat seat;
    Talk first(seat);
    PeerOrder order;
    order.hertz = 1500;
    Talk second(seat, order);
    checkSilence(first.peerHeard());
    checkTone([&] { return seat.last(listening); }, 1500);
    SECTION("the second is held")
    {
        second.path.weHear = false;
        second.sound->carry(second.path);
    }
    SECTION("the second ends")
    {
        second.sound.reset();
    }
    checkTone([&] { return first.peerHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("A re-INVITE moves the call to another place and another codec", "[audio][call]")
{
    Seat seat;
    Talk talk(seat);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    PeerOrder order;
    order.codec = VoiceCodec::Pcmu;
    order.payloadType = 0;
    order.hertz = 1500;
    order.remotePort = talk.sound->port();
    talk.peer->send(false);
    SoundPeer other(order);
    talk.path.port = other.port();
    talk.path.codec = VoiceCodec::Pcmu;
    talk.path.payloadType = 0;
    talk.sound->carry(talk.path);
    CHECK(talk.peerHeard().size() < 48 * 100);
    static_cast<void>(other.takeHeard());
    turnFor(listening);
    checkTone([&] { return other.takeHeard(); }, ourHertz);
    checkTone([&] { return seat.last(listening); }, 1500);
}

TEST_CASE("Key tones are sent as events, one after the other", "[audio][call][keys]")
{
    Seat seat;
    Talk talk(seat);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    REQUIRE(talk.sound->sendKeys(QStringLiteral("5#d")).has_value());
    const auto ends = [&talk] {
        std::string keys;
        std::string stamp;
        for (const std::string& packet : talk.peer->packetsOf(101)) {
            if (packet.size() < 16 || !(packet[13] & 0x80) || packet.substr(4, 4) == stamp)
                continue; // an end is told thrice
            stamp = packet.substr(4, 4);
            keys += char(packet[12]);
        }
        return keys;
    };
    CHECK(turnUntil([&ends] { return ends().size() == 3; }, 5s));
    CHECK(ends() == std::string({5, 11, 15}));
    checkTone([&] { return talk.peerHeard(); }, ourHertz); // and the voice is back
    CHECK(talk.sound->sendKeys(QStringLiteral("5x")).error().fault == domain::Fault::Invalid);
    CHECK(talk.sound->sendKeys({}).error().fault == domain::Fault::Invalid);
    talk.path.weSend = false;
    talk.sound->carry(talk.path);
    CHECK(talk.sound->sendKeys(QStringLiteral("5")).error().fault == domain::Fault::Conflict);
    talk.path.keysPayloadType.reset();
    talk.sound->carry(talk.path);
    CHECK(talk.sound->sendKeys(QStringLiteral("5")).error().fault == domain::Fault::Unsupported);
}

TEST_CASE("Without any device the call goes on in silence, and that is told", "[audio][call]")
{
    Seat seat(ports::noDevice);
    Talk talk(seat);
    const auto silence = talk.peerHeard();
    CHECK(silence.size() > 48 * 300);
    checkSilence(silence);
    CHECK(seat.desk.state().inUse);
    CHECK(seat.desk.state().microphone.isEmpty());
    checkTone([&] { return seat.last(listening); }, peerHertz);
}

TEST_CASE("A device that fails in mid-call leaves the call alive, told once", "[audio][call]")
{
    Seat seat;
    Talk talk(seat);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    std::vector<ports::SoundState> states;
    QObject::connect(&seat.desk, &SoundDesk::stateChanged,
                     [&states](const ports::SoundState& state) { states.push_back(state); });
    ports::SoundChoice choice = seat.desk.choice();
    choice.loudspeaker = QStringLiteral("file:/nowhere/at/all.raw");
    seat.desk.choose(choice);
    checkTone([&] { return talk.peerHeard(); }, ourHertz);
    CHECK(seat.desk.state().loudspeaker.isEmpty());
    CHECK(!seat.desk.state().microphone.isEmpty());
    const auto without = std::count_if(states.begin(), states.end(),
                                       [](const ports::SoundState& state) { return state.loudspeaker.isEmpty(); });
    CHECK(without == 1);
    choice.loudspeaker = QStringLiteral("file:") + seat.file;
    seat.desk.choose(choice);
    checkTone([&] { return seat.heard(); }, peerHertz);
}

TEST_CASE("Devices are open only while somebody talks", "[audio][call]")
{
    Seat seat;
    CHECK(!seat.desk.state().inUse);
    {
        Talk talk(seat);
        CHECK(turnUntil([&seat] { return seat.desk.state().inUse; }));
    }
    CHECK(turnUntil([&seat] { return !seat.desk.state().inUse; }));
    seat.desk.setTesting(true, true);
    CHECK(turnUntil([&seat] { return seat.desk.state().inUse; }));
    turnFor(1s);
    checkTone([&] { return seat.heard(); }, ourHertz); // the tone of the microphone comes back
    CHECK(seat.desk.takeLevels().microphone > 0.1);
    seat.desk.setTesting(false, false);
    CHECK(turnUntil([&seat] { return !seat.desk.state().inUse; }));
}

TEST_CASE("Many calls open their own ports and close them", "[audio]")
{
    Seat seat;
    std::vector<std::unique_ptr<ports::CallSound>> calls;
    std::vector<quint16> used;
    for (int i = 0; i < 20; ++i) {
        auto call = seat.desk.open(QStringLiteral("127.0.0.1"));
        REQUIRE(call.has_value());
        CHECK((*call)->port() % 2 == 0);
        CHECK(std::find(used.begin(), used.end(), (*call)->port()) == used.end());
        used.push_back((*call)->port());
        calls.push_back(std::move(*call));
    }
    CHECK(seat.desk.open(QStringLiteral("pbx.example")).error().fault == domain::Fault::Invalid);
    CHECK(seat.desk.open(QStringLiteral("192.0.2.77")).error().fault == domain::Fault::Busy);
}

} // namespace vorzimmer::audio
