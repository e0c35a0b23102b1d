#include "seat.h"
#include "sound_server.h"

namespace vorzimmer::audio {

namespace {

const QString headset = QStringLiteral("headset");
const QString speaker = QStringLiteral("speaker");

/// The server's devices may take two seconds to begin, and to end.
constexpr auto patience = 30s; ///< for broken code and busy machines

double loudestOf(const std::vector<std::int16_t>& samples)
{
    int loudest = 0;
    for (const std::int16_t sample : samples)
        loudest = std::max(loudest, std::abs(int(sample)));
    return loudest;
}

template <class Ear>
bool isTone(Ear take, double hertz)
{
    return turnUntil(
        [&] {
            static_cast<void>(take());
            turnFor(listening);
            const Tone tone = toneOf(take());
            return std::abs(tone.hertz - hertz) <= closeEnough && tone.share > 0.5;
        },
        patience);
}

/// Whether from some moment on it is as loud as that, or not louder than that.
template <class Ear>
bool isLoud(Ear take, bool loud)
{
    return turnUntil(
        [&] {
            static_cast<void>(take());
            turnFor(listening);
            const auto heard = take();
            return loud ? loudestOf(heard) > 1000 : loudestOf(heard) < 300 && (heard.size() > 48 * 100);
        },
        patience);
}

bool lists(const SoundDesk& desk, ports::SoundDevice::Kind kind, const QString& id)
{
    const auto& devices = desk.devices();
    return std::any_of(devices.begin(), devices.end(),
                       [&](const ports::SoundDevice& device) { return device.kind == kind && device.id == id; });
}

} // namespace

TEST_CASE("Devices are listed, and a talk uses the chosen ones", "[audio][devices]")
{
    SoundServer server;
    static_cast<void>(server.plugLoudspeaker(headset));
    static_cast<void>(server.plugLoudspeaker(speaker));
    static_cast<void>(server.plugMicrophone(QStringLiteral("mic")));
    Mouth mouth;
    Seat seat(ports::SoundChoice{QStringLiteral("mic"), speaker, headset, ports::noDevice});
    CHECK(turnUntil([&] {
        return lists(seat.desk, ports::SoundDevice::Kind::Loudspeaker, headset) &&
               lists(seat.desk, ports::SoundDevice::Kind::Microphone, QStringLiteral("mic"));
    }));
    CHECK(!lists(seat.desk, ports::SoundDevice::Kind::Microphone, QStringLiteral("mouth.monitor")));
    Overhearing atSpeaker(speaker);
    Overhearing atHeadset(headset);
    Talk talk(seat);
    const auto atPeer = [&] { return talk.peer->takeHeard(); };
    CHECK(isLoud(atPeer, true)); // clicks of the mouth, through the echo canceller
    CHECK(isTone([&] { return atSpeaker.take(); }, peerHertz));
    CHECK(isLoud([&] { return atHeadset.take(); }, false));
    CHECK(seat.desk.state().loudspeaker == speaker);

    seat.desk.setRinging(true);
    CHECK(isLoud([&] { return atHeadset.take(); }, true));
    CHECK(isTone([&] { return atSpeaker.take(); }, peerHertz));
    seat.desk.setRinging(false);
    CHECK(isLoud([&] { return atHeadset.take(); }, false));
}

TEST_CASE("A headset pulled out in mid-call hands the talk on, and gets it back", "[audio][devices]")
{
    SoundServer server;
    int plugged = server.plugLoudspeaker(headset);
    static_cast<void>(server.plugLoudspeaker(speaker));
    int microphone = server.plugMicrophone(QStringLiteral("mic"));
    Mouth mouth;
    Seat seat(ports::SoundChoice{QStringLiteral("mic"), headset, ports::noDevice, ports::noDevice});
    Talk talk(seat);
    CHECK(turnUntil([&] { return seat.desk.state().loudspeaker == headset; }));
    const auto atPeer = [&] { return talk.peer->takeHeard(); };
    CHECK(isLoud(atPeer, true));

    server.unplug(plugged);
    CHECK(turnUntil([&] { return seat.desk.state().loudspeaker != headset; }, patience));
    CHECK(!seat.desk.state().loudspeaker.isEmpty());
    CHECK(isLoud(atPeer, true)); // the other way goes on

    server.unplug(microphone);
    CHECK(turnUntil([&] { return seat.desk.state().microphone != QStringLiteral("mic"); }, patience));
    CHECK(isLoud(atPeer, false));

    plugged = server.plugLoudspeaker(headset);
    microphone = server.plugMicrophone(QStringLiteral("mic"));
    CHECK(turnUntil(
        [&] { return seat.desk.state().loudspeaker == headset && seat.desk.state().microphone == QStringLiteral("mic"); },
        patience));
    Overhearing atHeadset(headset);
    CHECK(isTone([&] { return atHeadset.take(); }, peerHertz));
    CHECK(isLoud(atPeer, true));
}

} // namespace vorzimmer::audio
