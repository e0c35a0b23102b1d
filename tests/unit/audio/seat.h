#pragma once

#include "event_loop/turn_until.h"
#include "sound_peer.h"

#include "vorzimmer/audio/sound_desk.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

#include <cstring>

namespace vorzimmer::audio {

using ports::SoundPath;
using ports::SrtpKey;
using ports::SrtpSuite;
using ports::VoiceCodec;
using test::turnFor;
using test::turnUntil;
using namespace std::chrono_literals;

inline constexpr double ourHertz = 700;
inline constexpr double peerHertz = 1000;
inline constexpr auto settle = 700ms;
inline constexpr auto listening = 600ms;
inline constexpr double closeEnough = 6; // Hz

inline SrtpKey keyOf(char letter, SrtpSuite suite = SrtpSuite::AesCm128HmacSha1_80)
{
    return {suite, QByteArray(30, letter)};
}

/// A seat whose microphone is a tone and whose loudspeaker is a file.
struct Seat {
    explicit Seat(const QString& microphone = QStringLiteral("tone:700"))
        : file(folder.filePath(QStringLiteral("heard.raw"))),
          desk({microphone, QStringLiteral("file:") + file, ports::noDevice, ports::noDevice})
    {
        REQUIRE(turnUntil([this] { return desk.isReady(); }, 60s));
    }

    /// At devices of a sound server.
    explicit Seat(ports::SoundChoice choice) : desk(std::move(choice))
    {
        REQUIRE(turnUntil([this] { return desk.isReady(); }, 60s));
    }

    /// The last of what was played, once @p time has passed.
    [[nodiscard]] std::vector<std::int16_t> heard(std::chrono::milliseconds time = listening)
    {
        turnFor(time + settle);
        return last(time);
    }
    [[nodiscard]] std::vector<std::int16_t> last(std::chrono::milliseconds time) const
    {
        QFile played(file);
        if (!played.open(QIODevice::ReadOnly))
            return {};
        const qint64 bytes = time.count() * 48 * 2;
        played.seek(std::max<qint64>(0, (played.size() - bytes) & ~1));
        const QByteArray tail = played.readAll();
        std::vector<std::int16_t> samples(std::size_t(tail.size()) / 2);
        std::memcpy(samples.data(), tail.constData(), samples.size() * 2);
        return samples;
    }

    /// Whether nothing is played, be it that the loudspeaker is closed.
    [[nodiscard]] bool isQuiet() const
    {
        const qint64 before = QFile(file).size();
        turnFor(300ms);
        return QFile(file).size() == before || toneOf(last(200ms)).power < 1000;
    }

    QTemporaryDir folder;
    QString file;
    SoundDesk desk;
};

/// A call between a seat and a peer.
struct Talk {
    explicit Talk(Seat& seat, PeerOrder order = {}, const std::string& host = "127.0.0.1")
        : Talk(seat, std::move(order), host, {}, {})
    {
    }
    Talk(Seat& seat, PeerOrder order, const std::string& host, std::optional<SrtpKey> sealing,
         std::optional<SrtpKey> opening)
    {
        auto opened = seat.desk.open(QString::fromStdString(host));
        REQUIRE(opened.has_value());
        sound = std::move(*opened);
        order.host = host;
        order.remotePort = sound->port();
        peer = std::make_unique<SoundPeer>(order);
        path.host = QString::fromStdString(host);
        path.port = peer->port();
        path.rtcpPort = quint16(peer->port() + 1);
        path.codec = order.codec;
        path.payloadType = order.payloadType;
        path.keysPayloadType = 101;
        path.weSend = path.weHear = true;
        path.sealing = std::move(sealing);
        path.opening = std::move(opening);
        sound->carry(path);
    }
    /// What the peer hears from now on, once things have settled.
    [[nodiscard]] std::vector<std::int16_t> peerHeard()
    {
        turnFor(settle);
        static_cast<void>(peer->takeHeard());
        turnFor(listening);
        return peer->takeHeard();
    }

    std::unique_ptr<ports::CallSound> sound;
    std::unique_ptr<SoundPeer> peer;
    SoundPath path;
};

/// Whether @p listen, which gives what is heard at the moment, comes to hear that tone. A busy machine tears holes into sound that
/// is made and heard in real time, so it is listened to several times.
template <class Ear>
void checkTone(Ear listen, double hertz, double least = 0.6)
{
    constexpr int tries = 10;
    constexpr std::size_t enough = 48 * 300;
    std::vector<std::int16_t> samples = listen();
    Tone tone = toneOf(samples);
    const auto isHeard = [&] {
        return samples.size() > enough && std::abs(tone.hertz - hertz) <= closeEnough && tone.share > least && tone.power > 100000;
    };
    for (int again = 1; again < tries && !isHeard(); ++again) {
        turnFor(listening);
        samples = listen();
        tone = toneOf(samples);
    }
    INFO(samples.size() << " samples, " << tone.hertz << " Hz, share " << tone.share << ", power " << tone.power);
    CHECK(isHeard());
}

inline void checkSilence(const std::vector<std::int16_t>& samples)
{
    const Tone tone = toneOf(samples);
    INFO(tone.hertz << " Hz, share " << tone.share << ", power " << tone.power);
    CHECK(tone.power < 1000);
}

} // namespace vorzimmer::audio
