#include "gst.h"

#include <gst/net/gstnetaddressmeta.h>

#include "call_pipeline.h"

#include "codec_parts.h"
#include "log.h"

namespace vorzimmer::audio {

using ports::SoundPath;
using ports::SrtpKey;
using ports::SrtpSuite;
using namespace std::chrono_literals;

namespace {

constexpr int comfortNoiseType = 13; // RFC 3389
constexpr int jitterMs = 60;
constexpr auto keyLasts = 120ms;
constexpr auto keyRests = 100ms;
constexpr auto retryAfter = 1s;
constexpr auto keyNames = "0123456789*#ABCD";

const char* authOf(SrtpSuite suite)
{
    return suite == SrtpSuite::AesCm128HmacSha1_80 ? "hmac-sha1-80" : "hmac-sha1-32";
}

QByteArray endpoint(const QByteArray& host, quint16 port)
{
    return host + ':' + QByteArray::number(port);
}

/// IPv6 addresses have many spellings; compared is the system's.
QByteArray normal(const QString& host)
{
    GInetAddress* address = g_inet_address_new_from_string(host.toLatin1().constData());
    if (!address)
        return {};
    gchar* text = g_inet_address_to_string(address);
    const QByteArray spelled(text);
    g_free(text);
    g_object_unref(address);
    return spelled;
}

QByteArray senderOf(GstBuffer* buffer)
{
    const GstNetAddressMeta* meta = gst_buffer_get_net_address_meta(buffer);
    if (!meta || !G_IS_INET_SOCKET_ADDRESS(meta->addr))
        return {};
    GInetSocketAddress* from = G_INET_SOCKET_ADDRESS(meta->addr);
    gchar* text = g_inet_address_to_string(g_inet_socket_address_get_address(from));
    const QByteArray sender = endpoint(text, g_inet_socket_address_get_port(from));
    g_free(text);
    return sender;
}

QByteArray nameOf(GstPad* pad)
{
    gchar* name = gst_pad_get_name(pad);
    const QByteArray text(name);
    g_free(name);
    return text;
}

QByteArray branchOf(const QByteArray& pad)
{
    return "for_" + pad;
}

GstPadProbeReturn atTheDoor(GstPad*, GstPadProbeInfo* info, gpointer door)
{
    GstBuffer* packet = GST_PAD_PROBE_INFO_BUFFER(info);
    GstMapInfo map;
    if (!gst_buffer_map(packet, &map, GST_MAP_READ))
        return GST_PAD_PROBE_DROP;
    const bool in = static_cast<PacketDoor*>(door)->admits({map.data, map.size}, senderOf(packet));
    gst_buffer_unmap(packet, &map);
    return in ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
}

GstBuffer* bufferOf(const SrtpKey& key)
{
    return gst_buffer_new_memdup(key.material.constData(), gsize(key.material.size()));
}

/// The signals' and pads' data: a pipeline that is gone has taken its threads with it.
GstCaps* onPayloadType(GstElement*, guint, guint type, gpointer path)
{
    const auto* agreed = static_cast<SoundPath*>(path);
    const CodecParts& parts = partsOf(agreed->codec);
    const char* name = parts.name.c_str();
    if (agreed->keysPayloadType == int(type))
        name = "TELEPHONE-EVENT";
    else if (int(type) != agreed->payloadType)
        name = "CN";
    return gst_caps_new_simple("application/x-rtp", "media", G_TYPE_STRING, "audio", "payload", G_TYPE_INT, int(type),
                               "clock-rate", G_TYPE_INT, parts.clock, "encoding-name", G_TYPE_STRING, name, nullptr);
}

GstCaps* onKeyWanted(GstElement*, guint, gpointer key)
{
    const auto* opening = static_cast<SrtpKey*>(key);
    GstBuffer* material = bufferOf(*opening);
    const char* auth = authOf(opening->suite);
    GstCaps* caps = gst_caps_new_simple("application/x-srtp", "srtp-key", GST_TYPE_BUFFER, material, "srtp-cipher",
                                        G_TYPE_STRING, "aes-128-icm", "srtp-auth", G_TYPE_STRING, auth, "srtcp-cipher",
                                        G_TYPE_STRING, "aes-128-icm", "srtcp-auth", G_TYPE_STRING, "hmac-sha1-80", nullptr);
    gst_buffer_unref(material);
    return caps;
}

template <class T>
void forget(gpointer data, GClosure*)
{
    delete static_cast<T*>(data);
}

} // namespace

CallPipeline::CallPipeline(RtpPorts ports, std::shared_ptr<VoiceBridge> bridge)
    : m_ports(std::move(ports)), m_bridge(std::move(bridge))
{
    m_recovery.setSingleShot(true);
    connect(&m_recovery, &QTimer::timeout, this, &CallPipeline::build);
}

CallPipeline::~CallPipeline()
{
    m_pipeline.reset();
}

void CallPipeline::carry(const SoundPath& path)
{
    const bool same = m_path && m_pipeline && m_path->codec == path.codec && m_path->payloadType == path.payloadType &&
                      m_path->packetMs == path.packetMs && m_path->keysPayloadType == path.keysPayloadType &&
                      m_path->sealing == path.sealing && m_path->opening == path.opening;
    m_path = path;
    if (same)
        follow();
    else
        build();
}

std::string CallPipeline::text() const
{
    const CodecParts& parts = partsOf(m_path->codec);
    const auto number = [](auto value) { return std::to_string(value); };
    const std::string packet = number(qint64(m_path->packetMs) * 1'000'000);
    const std::string payloadType = number(m_path->payloadType);
    const bool sealed = m_path->sealing && m_path->opening;

    std::string sound = "audiotestsrc name=clockwork is-live=true wave=silence samplesperbuffer=" +
                        number(std::size_t(m_path->packetMs) * samplesPerMs) +
                        " ! audio/x-raw,format=S16LE,layout=interleaved,rate=" + number(sampleRate) +
                        ",channels=1 ! valve name=gate ! audioresample ! audio/x-raw,rate=" + number(parts.rate) + " ! " +
                        parts.encoder;
    if (m_path->codec == ports::VoiceCodec::Opus)
        sound += " frame-size=" + number(m_path->packetMs == 30 ? 20 : m_path->packetMs);
    sound += " ! " + parts.payloader + " pt=" + payloadType;
    if (m_path->codec != ports::VoiceCodec::Opus)
        sound += " min-ptime=" + packet + " max-ptime=" + packet;
    sound += " ! mux.sink_0 rtpdtmfmux name=mux ! rtp.send_rtp_sink_0 ";
    if (m_path->keysPayloadType)
        sound += "rtpdtmfsrc name=keys packet-redundancy=3 clock-rate=" + number(parts.clock) +
                 " pt=" + number(*m_path->keysPayloadType) + " ! mux.priority_sink_0 ";

    const std::string out = "udpsink name=rtpout close-socket=false sync=false async=false ";
    const std::string report = "udpsink name=rtcpout close-socket=false sync=false async=false ";
    const std::string in = "udpsrc name=rtpin close-socket=false caps=application/x-";
    const std::string reportIn = "udpsrc name=rtcpin close-socket=false caps=application/x-";
    std::string wire = "rtpbin name=rtp latency=" + number(jitterMs) + " do-lost=true autoremove=true max-streams=8 ";
    if (sealed)
        wire += "srtpenc name=seal srtpdec name=unseal "
                "rtp.send_rtp_src_0 ! seal.rtp_sink_0 seal.rtp_src_0 ! " +
                out + "rtp.send_rtcp_src_0 ! seal.rtcp_sink_0 seal.rtcp_src_0 ! " + report + in +
                "srtp ! unseal.rtp_sink unseal.rtp_src ! rtp.recv_rtp_sink_0 " + reportIn +
                "srtcp ! unseal.rtcp_sink unseal.rtcp_src ! rtp.recv_rtcp_sink_0";
    else
        wire += "rtp.send_rtp_src_0 ! " + out + "rtp.send_rtcp_src_0 ! " + report + in + "rtp ! rtp.recv_rtp_sink_0 " +
                reportIn + "rtcp ! rtp.recv_rtcp_sink_0";
    return wire + ' ' + sound;
}

void CallPipeline::build()
{
    m_recovery.stop();
    // The old one's threads use what changes below.
    m_pipeline.reset();
    m_playingKey = false;
    m_voiceEnding = '_' + QByteArray::number(m_path->payloadType);
    m_decoder =
        partsOf(m_path->codec).decoder +
        " ! audioconvert ! audioresample ! audio/x-raw,format=S16LE,layout=interleaved,rate=" + std::to_string(sampleRate) +
        ",channels=1 ! appsink name=ear sync=false max-buffers=50 drop=true";
    m_pipeline = Pipeline::from(text(), [this](const QString& element, const QString& text) {
        qCWarning(log) << "a call's sound stopped at" << element << text;
        QMetaObject::invokeMethod(this, &CallPipeline::recover, Qt::QueuedConnection);
    });
    if (!m_pipeline)
        return;
    for (const auto& [name, socket] : {std::pair{"rtpin", m_ports.rtp()}, std::pair{"rtpout", m_ports.rtp()},
                                       std::pair{"rtcpin", m_ports.rtcp()}, std::pair{"rtcpout", m_ports.rtcp()}}) {
        const GstRef<GstElement> element = m_pipeline->element(name);
        const bool sends = std::string_view(name).ends_with("out");
        const bool six = g_socket_get_family(socket) == G_SOCKET_FAMILY_IPV6;
        g_object_set(element.get(), sends && six ? "socket-v6" : "socket", socket, nullptr);
    }
    connectReceiver();
    if (m_path->sealing && m_path->opening)
        openSeal();
    m_pipeline->fillFrom("clockwork", [this](std::int16_t* samples, std::size_t count) { fill(samples, count); });
    follow();
    if (!m_pipeline->play())
        recover();
}

void CallPipeline::recover()
{
    if (m_path && !m_recovery.isActive())
        m_recovery.start(retryAfter);
}

void CallPipeline::follow()
{
    m_bridge->hears = m_path->weHear;
    const QByteArray host = normal(m_path->host);
    std::set<int> types{m_path->payloadType};
    if (m_path->keysPayloadType)
        types.insert(*m_path->keysPayloadType);
    if (partsOf(m_path->codec).clock == 8000)
        types.insert(comfortNoiseType);
    m_door.expect(endpoint(host, m_path->port), std::move(types));
    // A peer that holds in the old way has no address; the gate is shut then.
    if (!host.isEmpty()) {
        const GstRef<GstElement> out = m_pipeline->element("rtpout");
        const GstRef<GstElement> report = m_pipeline->element("rtcpout");
        g_object_set(out.get(), "host", host.constData(), "port", int(m_path->port), nullptr);
        g_object_set(report.get(), "host", host.constData(), "port", int(m_path->rtcpPort), nullptr);
    }
    const GstRef<GstElement> gate = m_pipeline->element("gate");
    g_object_set(gate.get(), "drop", gboolean(!m_path->weSend), nullptr);
    if (!m_path->weHear)
        m_bridge->fromPeer.clear();
}

void CallPipeline::openSeal()
{
    const GstRef<GstElement> seal = m_pipeline->element("seal");
    const GstRef<GstElement> unseal = m_pipeline->element("unseal");
    GstBuffer* key = bufferOf(*m_path->sealing);
    g_object_set(seal.get(), "key", key, nullptr);
    gst_buffer_unref(key);
    const char* auth = authOf(m_path->sealing->suite);
    gst_util_set_object_arg(G_OBJECT(seal.get()), "rtp-cipher", "aes-128-icm");
    gst_util_set_object_arg(G_OBJECT(seal.get()), "rtcp-cipher", "aes-128-icm");
    gst_util_set_object_arg(G_OBJECT(seal.get()), "rtp-auth", auth);
    // RFC 4568 shortens the mark of sound only, not that of reports.
    gst_util_set_object_arg(G_OBJECT(seal.get()), "rtcp-auth", "hmac-sha1-80");
    g_signal_connect_data(unseal.get(), "request-key", G_CALLBACK(onKeyWanted), new SrtpKey(*m_path->opening),
                          forget<SrtpKey>, GConnectFlags(0));
}

// ----------------------------------------------------------------------------------------------------------- receiving

void CallPipeline::connectReceiver()
{
    const GstRef<GstElement> in = m_pipeline->element("rtpin");
    GstPad* pad = gst_element_get_static_pad(in.get(), "src");
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, atTheDoor, &m_door, nullptr);
    gst_object_unref(pad);

    const GstRef<GstElement> rtp = m_pipeline->element("rtp");
    g_signal_connect_data(rtp.get(), "request-pt-map", G_CALLBACK(onPayloadType), new SoundPath(*m_path), forget<SoundPath>,
                          GConnectFlags(0));
    // By their own types, for C calls them.
    using OnPad = void (*)(GstElement*, GstPad*, gpointer);
    constexpr OnPad added = [](GstElement* bin, GstPad* fresh, gpointer self) {
        static_cast<CallPipeline*>(self)->hear(bin, fresh);
    };
    constexpr OnPad removed = [](GstElement* bin, GstPad* old, gpointer) { forgetBranch(bin, old); };
    g_signal_connect(rtp.get(), "pad-added", G_CALLBACK(added), this);
    g_signal_connect(rtp.get(), "pad-removed", G_CALLBACK(removed), this);
}

/// A stream of packets has begun: one voice, or key tones, or comfort noise. On a streaming thread.
void CallPipeline::hear(GstElement* rtp, GstPad* pad)
{
    const QByteArray name = nameOf(pad);
    if (!name.startsWith("recv_rtp_src_"))
        return;
    const bool voice = name.endsWith(m_voiceEnding);
    GstElement* branch =
        gst_parse_bin_from_description(voice ? m_decoder.c_str() : "fakesink sync=false async=false", TRUE, nullptr);
    GstObject* pipeline = gst_object_get_parent(GST_OBJECT(rtp));
    if (!branch || !pipeline)
        return;
    gst_object_set_name(GST_OBJECT(branch), branchOf(name).constData());
    if (voice) {
        const GstRef<GstElement> ear(gst_bin_get_by_name(GST_BIN(branch), "ear"));
        listen(ear.get(), [bridge = m_bridge](const std::int16_t* samples, std::size_t count) {
            if (bridge->hears)
                bridge->fromPeer.push({samples, count});
        });
    }
    gst_bin_add(GST_BIN(pipeline), branch);
    gst_object_unref(pipeline);
    gst_element_sync_state_with_parent(branch);
    if (GstPad* entrance = gst_element_get_static_pad(branch, "sink")) {
        gst_pad_link(pad, entrance);
        gst_object_unref(entrance);
    }
}

/// It has ended, or was no more than a stray packet.
void CallPipeline::forgetBranch(GstElement* rtp, GstPad* pad)
{
    GstObject* pipeline = gst_object_get_parent(GST_OBJECT(rtp));
    if (!pipeline)
        return;
    if (GstElement* branch = gst_bin_get_by_name(GST_BIN(pipeline), branchOf(nameOf(pad)).constData())) {
        gst_element_set_state(branch, GST_STATE_NULL);
        gst_bin_remove(GST_BIN(pipeline), branch);
        gst_object_unref(branch);
    }
    gst_object_unref(pipeline);
}

// ------------------------------------------------------------------------------------------------------------- sending

void CallPipeline::fill(std::int16_t* samples, std::size_t count)
{
    // Drained in any case, or what was said before would come late.
    m_bridge->toPeer.pull({samples, count});
    if (m_bridge->muted || !m_bridge->hears)
        std::fill(samples, samples + count, Sample(0));
}

void CallPipeline::sendKeys(const QString& keys)
{
    m_keys += keys;
    if (!m_playingKey)
        nextKey();
}

void CallPipeline::nextKey()
{
    m_playingKey = !m_keys.isEmpty() && m_pipeline != nullptr;
    if (!m_playingKey)
        return;
    const int key = int(QByteArray(keyNames).indexOf(m_keys.front().toUpper().toLatin1()));
    m_keys.remove(0, 1);
    tone(key, true);
    QTimer::singleShot(keyLasts, this, [this, key] {
        tone(key, false);
        QTimer::singleShot(keyRests, this, &CallPipeline::nextKey);
    });
}

void CallPipeline::tone(int key, bool start)
{
    constexpr int asEvent = 1;
    constexpr int volume = 10; // dB below the loudest
    const GstRef<GstElement> keys = m_pipeline ? m_pipeline->element("keys") : nullptr;
    if (!keys)
        return;
    GstStructure* told =
        gst_structure_new("dtmf-event", "type", G_TYPE_INT, asEvent, "number", G_TYPE_INT, key, "volume", G_TYPE_INT, volume,
                          "start", G_TYPE_BOOLEAN, gboolean(start), "method", G_TYPE_INT, 1, nullptr);
    const GstRef<GstPad> pad(gst_element_get_static_pad(keys.get(), "src"));
    gst_pad_send_event(pad.get(), gst_event_new_custom(GST_EVENT_CUSTOM_UPSTREAM, told));
}

} // namespace vorzimmer::audio
