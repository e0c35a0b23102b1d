#include "gst.h"

#include <gio/gio.h>

#include "sound_peer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <numbers>

namespace vorzimmer::audio {

using ports::VoiceCodec;

namespace {

constexpr int rate = 48000;

struct Words {
    const char* encoder;
    const char* decoder;
    int rate;
    int clock;
    const char* name;
};

Words wordsOf(VoiceCodec codec)
{
    switch (codec) {
    case VoiceCodec::Opus:
        return {"opusenc ! rtpopuspay", "rtpopusdepay ! opusdec", 48000, 48000, "OPUS"};
    case VoiceCodec::G722:
        return {"avenc_g722 ! rtpg722pay min-ptime=20000000 max-ptime=20000000", "rtpg722depay ! avdec_g722", 16000, 8000,
                "G722"};
    case VoiceCodec::Pcma:
        return {"alawenc ! rtppcmapay min-ptime=20000000 max-ptime=20000000", "rtppcmadepay ! alawdec", 8000, 8000, "PCMA"};
    case VoiceCodec::Pcmu:
        break;
    }
    return {"mulawenc ! rtppcmupay min-ptime=20000000 max-ptime=20000000", "rtppcmudepay ! mulawdec", 8000, 8000, "PCMU"};
}

std::string hexOf(const ports::SrtpKey& key)
{
    return key.material.toHex().toStdString();
}

std::string authOf(const ports::SrtpKey& key)
{
    return key.suite == ports::SrtpSuite::AesCm128HmacSha1_80 ? "hmac-sha1-80" : "hmac-sha1-32";
}

GstCaps* onKeyWanted(GstElement*, guint, gpointer key)
{
    const auto* opening = static_cast<ports::SrtpKey*>(key);
    const std::string text =
        "application/x-srtp,srtp-key=(buffer)" + hexOf(*opening) +
        ",srtp-cipher=aes-128-icm,srtcp-cipher=aes-128-icm,srtcp-auth=hmac-sha1-80,srtp-auth=" + authOf(*opening);
    return gst_caps_from_string(text.c_str());
}

} // namespace

SoundPeer::SoundPeer(const PeerOrder& order)
{
    gst_init(nullptr, nullptr);
    const Words words = wordsOf(order.codec);
    const auto number = [](auto value) { return std::to_string(value); };
    std::string text = "audiotestsrc is-live=true freq=" + number(order.hertz) +
                       " volume=0.3 samplesperbuffer=" + number(words.rate / 50) +
                       " ! audio/x-raw,channels=1,rate=" + number(words.rate) + " ! valve name=gate ! " + words.encoder +
                       " pt=" + number(order.payloadType);
    if (order.sealing)
        text += " ! srtpenc key=" + hexOf(*order.sealing) + " rtp-auth=" + authOf(*order.sealing);
    // Both ways.
    const std::string network = order.loss > 0 || order.jitterMs > 0
                                    ? " ! netsim drop-probability=" + number(order.loss) +
                                          " delay-probability=1 min-delay=0 max-delay=" + number(order.jitterMs)
                                    : std::string();
    text += network + " ! udpsink host=" + order.host + " port=" + number(order.remotePort) + " sync=false async=false ";
    const std::string rtp = "media=audio,payload=" + number(order.payloadType) + ",clock-rate=" + number(words.clock) +
                            ",encoding-name=" + words.name;
    text += "udpsrc name=in close-socket=false caps=\"";
    text += (order.opening ? "application/x-srtp," : "application/x-rtp,") + rtp;
    text += "\"" + network + " ! identity name=tap ! ";
    if (order.opening)
        text += "srtpdec name=unseal ! ";
    text += "rtpptdemux name=sort ignored-payload-types=\"<101>\" sort.src_" + number(order.payloadType) +
            " ! rtpjitterbuffer latency=100 ! " + words.decoder +
            " ! audioconvert ! audioresample ! audio/x-raw,format=S16LE,channels=1,rate=" + number(rate) +
            " ! appsink name=ear sync=false";
    GError* error = nullptr;
    m_pipeline = gst_parse_launch(text.c_str(), &error);
    INFO(text);
    INFO((error ? error->message : ""));
    REQUIRE(m_pipeline);
    g_clear_error(&error);

    GSocketAddress* any = g_inet_socket_address_new_from_string(order.host.c_str(), 0);
    GSocket* socket = g_socket_new(g_socket_address_get_family(any), G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, nullptr);
    REQUIRE(g_socket_bind(socket, any, FALSE, nullptr));
    g_object_unref(any);
    GSocketAddress* bound = g_socket_get_local_address(socket, nullptr);
    m_port = g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(bound));
    g_object_unref(bound);
    const GstRef<GstElement> in(gst_bin_get_by_name(GST_BIN(m_pipeline), "in"));
    g_object_set(in.get(), "socket", socket, nullptr);
    g_object_unref(socket);

    if (order.opening) {
        m_opening = *order.opening;
        const GstRef<GstElement> unseal(gst_bin_get_by_name(GST_BIN(m_pipeline), "unseal"));
        g_signal_connect(unseal.get(), "request-key", G_CALLBACK(onKeyWanted), &m_opening);
    }
    m_ear.listenTo(m_pipeline);
    const GstRef<GstElement> tap(gst_bin_get_by_name(GST_BIN(m_pipeline), "tap"));
    const GstRef<GstPad> pad(gst_element_get_static_pad(tap.get(), "src"));
    gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_BUFFER, onPacket, this, nullptr);
    gst_element_set_state(m_pipeline, GST_STATE_PLAYING);
}

SoundPeer::~SoundPeer()
{
    gst_element_set_state(m_pipeline, GST_STATE_NULL);
    gst_object_unref(m_pipeline);
}

void SoundPeer::send(bool sending)
{
    const GstRef<GstElement> gate(gst_bin_get_by_name(GST_BIN(m_pipeline), "gate"));
    g_object_set(gate.get(), "drop", gboolean(!sending), nullptr);
}

GstPadProbeReturn SoundPeer::onPacket(GstPad*, GstPadProbeInfo* info, gpointer self)
{
    auto* peer = static_cast<SoundPeer*>(self);
    GstMapInfo map;
    GstBuffer* packet = GST_PAD_PROBE_INFO_BUFFER(info);
    if (gst_buffer_map(packet, &map, GST_MAP_READ)) {
        const std::scoped_lock locked(peer->m_mutex);
        peer->m_packets.emplace_back(reinterpret_cast<const char*>(map.data), map.size);
        gst_buffer_unmap(packet, &map);
    }
    return GST_PAD_PROBE_OK;
}

std::vector<std::string> SoundPeer::packetsOf(int payloadType)
{
    const std::scoped_lock locked(m_mutex);
    std::vector<std::string> packets;
    for (const std::string& packet : m_packets)
        if (packet.size() >= 12 && (packet[1] & 0x7f) == payloadType)
            packets.push_back(packet);
    return packets;
}

double shareOf(const std::vector<std::int16_t>& samples, double hertz)
{
    // Goertzel: how much of all the power is at this one frequency.
    const double turn = 2 * std::cos(2 * std::numbers::pi * hertz / rate);
    double before = 0;
    double now = 0;
    double all = 0;
    for (const std::int16_t sample : samples) {
        const double next = sample + turn * now - before;
        before = now;
        now = next;
        all += double(sample) * sample;
    }
    const double power = now * now + before * before - turn * now * before;
    return all > 0 ? 2 * power / (all * double(samples.size())) : 0;
}

double timeOf(const std::vector<std::int16_t>& samples, double hertz)
{
    constexpr std::ptrdiff_t window = rate / 50; // 20 ms, as long as a packet
    std::vector<double> powers;
    std::vector<double> shares;
    for (auto from = samples.begin(); samples.end() - from >= window; from += window) {
        const std::vector<std::int16_t> part(from, from + window);
        powers.push_back(std::accumulate(part.begin(), part.end(), 0.0, [](double sum, double sample) { return sum + sample * sample; }));
        shares.push_back(shareOf(part, hertz));
    }
    if (powers.empty())
        return 0;
    std::vector<double> sorted = powers;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    const double usual = sorted[sorted.size() / 2];
    int clean = 0;
    for (std::size_t i = 0; i < powers.size(); ++i)
        clean += usual > 0 && powers[i] > usual / 2 && shares[i] > 0.8 ? 1 : 0;
    return clean / double(powers.size());
}

Tone toneOf(const std::vector<std::int16_t>& samples)
{
    Tone tone;
    for (const std::int16_t sample : samples)
        tone.power += double(sample) * sample / double(samples.size());
    for (double hertz = 200; hertz <= 3000; hertz += 2) {
        const double share = shareOf(samples, hertz);
        if (share > tone.share) {
            tone.share = share;
            tone.hertz = hertz;
        }
    }
    return tone;
}

} // namespace vorzimmer::audio
