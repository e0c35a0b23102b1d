#pragma once

#include "listening_ear.h"

#include "vorzimmer/ports/call_sound.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vorzimmer::audio {

/// How a peer of a test sounds and hears.
struct PeerOrder {
    ports::VoiceCodec codec = ports::VoiceCodec::Pcma;
    int payloadType = 8;
    std::string host = "127.0.0.1";
    quint16 remotePort = 0;
    double hertz = 1000;
    double loss = 0;  ///< share of packets, both ways
    int jitterMs = 0; ///< each packet is late by up to this, both ways
    std::optional<ports::SrtpKey> sealing;
    std::optional<ports::SrtpKey> opening;
};

/// The other end of a call, of GStreamer's elements and nothing of ours: sends a tone, keeps what it hears.
class SoundPeer {
public:
    explicit SoundPeer(const PeerOrder& order);
    ~SoundPeer();

    [[nodiscard]] quint16 port() const { return m_port; }
    void send(bool sending);
    /// What it has heard since the last call, 48000 a second.
    [[nodiscard]] std::vector<std::int16_t> takeHeard() { return m_ear.take(); }
    /// Packets of this type that came in, as they are, one after the other.
    [[nodiscard]] std::vector<std::string> packetsOf(int payloadType);

private:
    static GstPadProbeReturn onPacket(GstPad* pad, GstPadProbeInfo* info, gpointer self);

    ListeningEar m_ear;
    std::mutex m_mutex;
    std::vector<std::string> m_packets;
    ports::SrtpKey m_opening;
    quint16 m_port = 0;
    GstElement* m_pipeline = nullptr;
};

/// The loudest frequency, and its share of all the power (1 = a pure tone).
struct Tone {
    double hertz = 0;
    double share = 0;
    double power = 0;
};
[[nodiscard]] Tone toneOf(const std::vector<std::int16_t>& samples);
[[nodiscard]] double shareOf(const std::vector<std::int16_t>& samples, double hertz);
/// In which share of the time there was this tone, clean and about as loud as most of the time.
[[nodiscard]] double timeOf(const std::vector<std::int16_t>& samples, double hertz);

} // namespace vorzimmer::audio
