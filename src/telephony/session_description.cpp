#include "session_description.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace vorzimmer::telephony {

using ports::VoiceCodec;

namespace {

constexpr qsizetype longestDescription = 32 * 1024;
constexpr std::size_t mostMedia = 32;
constexpr std::size_t mostKeys = 8;
constexpr int highestPayloadType = 127;
constexpr int usualPacketMs = 20;
constexpr auto plainRtp = "RTP/AVP";
constexpr auto sealedRtp = "RTP/SAVP";

/// How a codec is written, and the type that we give it in our own offers.
struct CodecName {
    VoiceCodec codec;
    QByteArray text;
    int payloadType;
    QByteArray keys; ///< key tones on the same clock
    int keysPayloadType;
};

const std::array<CodecName, 4>& codecNames()
{
    static const std::array<CodecName, 4> names{{{VoiceCodec::Opus, "opus/48000/2", 96, "telephone-event/48000", 102},
                                                 {VoiceCodec::G722, "G722/8000", 9, "telephone-event/8000", 101},
                                                 {VoiceCodec::Pcma, "PCMA/8000", 8, "telephone-event/8000", 101},
                                                 {VoiceCodec::Pcmu, "PCMU/8000", 0, "telephone-event/8000", 101}}};
    return names;
}

const CodecName& nameOf(VoiceCodec codec)
{
    return *std::find_if(codecNames().begin(), codecNames().end(),
                         [codec](const CodecName& name) { return name.codec == codec; });
}

/// One channel may be said or left out.
bool isSame(const QByteArray& codec, const QByteArray& name)
{
    const QByteArray written = codec.toLower();
    return written == name.toLower() || written == name.toLower() + "/1";
}

QList<QByteArray> words(QByteArrayView text)
{
    QList<QByteArray> parts = text.toByteArray().simplified().split(' ');
    parts.removeAll(QByteArray());
    return parts;
}

QByteArray valueOf(const QByteArray& attribute)
{
    return attribute.mid(attribute.indexOf(':') + 1);
}

/// Only such text may stand in our own answer.
bool isPlain(const QByteArray& word)
{
    return std::all_of(word.cbegin(), word.cend(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isPayloadType(const QByteArray& format)
{
    bool number = false;
    const int type = format.toInt(&number);
    return number && type >= 0 && type <= highestPayloadType;
}

QByteArray beforeSlash(const QByteArray& text)
{
    const qsizetype slash = text.indexOf('/');
    return slash < 0 ? text : text.left(slash);
}

bool isVoice(const QByteArray& codec)
{
    return std::any_of(codecNames().begin(), codecNames().end(),
                       [&codec](const CodecName& name) { return isSame(codec, name.text); });
}

bool isKeys(const QByteArray& codec)
{
    return beforeSlash(codec).toLower() == "telephone-event";
}

bool isSealed(const QByteArray& protocol)
{
    return protocol == sealedRtp;
}

/// An address of one machine, which is never "all of them" or a group.
bool isMachine(const QByteArray& kind, const QByteArray& address)
{
    in_addr four{};
    in6_addr six{};
    if (kind == "IP4" && inet_pton(AF_INET, address.constData(), &four) == 1) {
        const quint32 number = ntohl(four.s_addr);
        return number != INADDR_ANY && number != INADDR_BROADCAST && !IN_MULTICAST(number);
    }
    return kind == "IP6" && inet_pton(AF_INET6, address.constData(), &six) == 1 && !IN6_IS_ADDR_UNSPECIFIED(&six) &&
           !IN6_IS_ADDR_MULTICAST(&six) && !IN6_IS_ADDR_V4MAPPED(&six);
}

QByteArray direction(bool sends, bool hears)
{
    if (sends)
        return hears ? "sendrecv" : "sendonly";
    return hears ? "recvonly" : "inactive";
}

QByteArray mapped(int format, const QByteArray& codec)
{
    return "a=rtpmap:" + QByteArray::number(format) + ' ' + codec + "\r\n";
}

/// The sixteen keys of a telephone, and no other event.
QByteArray keysMapped(int format, const QByteArray& codec)
{
    return mapped(format, codec) + "a=fmtp:" + QByteArray::number(format) + " 0-15\r\n";
}

QByteArray ending(int packetMs, const OurVoice& ours)
{
    QByteArray text = "a=ptime:" + QByteArray::number(packetMs) + "\r\n";
    if (ours.crypto)
        text += "a=crypto:" + ours.crypto->text() + "\r\n";
    return text + "a=" + direction(ours.weSend, ours.weHear) + "\r\n";
}

QByteArray head(const SessionOwner& owner)
{
    const QByteArray address = (owner.host.contains(':') ? "IN IP6 " : "IN IP4 ") + owner.host;
    return "v=0\r\no=- " + QByteArray::number(owner.id) + ' ' + QByteArray::number(owner.version) + ' ' + address +
           "\r\ns=-\r\nc=" + address + "\r\nt=0 0\r\n";
}

} // namespace

// ------------------------------------------------------------------------------------------------------------- reading

std::optional<SessionDescription> SessionDescription::parse(QByteArrayView text)
{
    if (text.size() > longestDescription || text.contains('\0'))
        return {};
    SessionDescription description;
    Media common; // what is said before the first stream holds for all of them
    bool first = true;
    for (const QByteArray& raw : text.toByteArray().split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            continue;
        if (first ? line != "v=0" : line.size() < 2 || line[1] != '=')
            return {};
        first = false;
        const QByteArrayView value = QByteArrayView(line).sliced(2);
        if (line[0] == 'm') {
            std::optional<Media> media = readMedia(value);
            if (!media || description.m_media.size() == mostMedia)
                return {};
            media->sends = common.sends;
            media->receives = common.receives;
            media->nowhere = common.nowhere;
            media->host = common.host;
            media->packetMs = common.packetMs;
            description.m_media.push_back(std::move(*media));
            continue;
        }
        Media& subject = description.m_media.empty() ? common : description.m_media.back();
        if (line[0] == 'a')
            readAttribute(value, subject);
        else if (line[0] == 'c')
            readConnection(value, subject);
    }
    if (first)
        return {};
    return description;
}

std::optional<SessionDescription::Media> SessionDescription::readMedia(QByteArrayView value)
{
    constexpr qsizetype fixedWords = 3;
    const QList<QByteArray> parts = words(value);
    if (parts.size() <= fixedWords || !std::all_of(parts.begin(), parts.end(), isPlain))
        return {};
    bool number = false;
    const ushort port = beforeSlash(parts[1]).toUShort(&number);
    if (!number)
        return {};
    Media media;
    media.kind = parts[0];
    media.port = port;
    media.protocol = parts[2];
    media.formats.assign(parts.begin() + fixedWords, parts.end());
    return media;
}

void SessionDescription::readAttribute(QByteArrayView value, Media& media)
{
    const QByteArray text = value.trimmed().toByteArray();
    if (text == "sendrecv" || text == "sendonly" || text == "recvonly" || text == "inactive") {
        media.sends = text.startsWith("send");
        media.receives = text.endsWith("recv") || text == "recvonly";
    } else if (text.startsWith("rtpmap:")) {
        const QList<QByteArray> parts = words(valueOf(text));
        if (parts.size() == 2 && isPlain(parts[1]))
            media.codecs.insert(parts[0], parts[1]);
    } else if (text.startsWith("ptime:")) {
        media.packetMs = valueOf(text).toInt();
    } else if (text.startsWith("rtcp:")) {
        media.rtcpPort = words(valueOf(text)).value(0).toUShort();
    } else if (text.startsWith("crypto:")) {
        if (std::optional<CryptoLine> line = CryptoLine::read(valueOf(text)); line && media.keys.size() < mostKeys)
            media.keys.push_back(std::move(*line));
    }
}

void SessionDescription::readConnection(QByteArrayView value, Media& media)
{
    const QList<QByteArray> parts = words(value);
    media.nowhere = parts.size() > 2 && (parts[2] == "0.0.0.0" || parts[2] == "::");
    constexpr qsizetype allWords = 3;
    media.host = parts.size() == allWords && parts[0] == "IN" && isMachine(parts[1], parts[2]) ? parts[2] : QByteArray();
}

// ------------------------------------------------------------------------------------------------------------ judging

QByteArray SessionDescription::Media::codecOf(const QByteArray& format) const
{
    const auto said = codecs.constFind(format);
    if (said != codecs.cend())
        return *said;
    // The types that RFC 3551 fixes.
    if (format == "0")
        return "PCMU/8000";
    if (format == "8")
        return "PCMA/8000";
    return format == "9" ? "G722/8000" : QByteArray();
}

bool SessionDescription::Media::isVoice() const
{
    return kind == "audio" && !isRefused() && std::all_of(formats.begin(), formats.end(), isPayloadType) &&
           std::any_of(formats.begin(), formats.end(),
                       [this](const QByteArray& format) { return telephony::isVoice(codecOf(format)); });
}

bool SessionDescription::Media::isReachable() const
{
    return !host.isEmpty() || nowhere;
}

bool SessionDescription::Media::isUsable() const
{
    return isVoice() && protocol == plainRtp;
}

std::vector<SessionDescription::Media>::const_iterator SessionDescription::usableAudio() const
{
    return std::find_if(m_media.begin(), m_media.end(), [](const Media& media) { return media.isUsable(); });
}

bool SessionDescription::isHeld() const
{
    const auto audio = usableAudio();
    return audio != m_media.end() && (!audio->receives || audio->nowhere);
}

// ------------------------------------------------------------------------------------------------------------ choosing

std::optional<int> SessionDescription::Media::formatOf(const QByteArray& codec) const
{
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const QByteArray& format) { return isSame(codecOf(format), codec); });
    return found == formats.end() ? std::nullopt : std::optional(found->toInt());
}

std::optional<int> SessionDescription::Media::formatOf(VoiceCodec codec) const
{
    return formatOf(nameOf(codec).text);
}

VoiceStream SessionDescription::Media::streamWith(VoiceCodec codec, int format, std::size_t place) const
{
    constexpr std::array taken{10, 20, 30, 40, 60};
    VoiceStream stream;
    stream.place = place;
    stream.codec = codec;
    stream.payloadType = format;
    stream.keysPayloadType = formatOf(nameOf(codec).keys);
    stream.packetMs = std::find(taken.begin(), taken.end(), packetMs) == taken.end() ? usualPacketMs : packetMs;
    stream.host = host;
    stream.port = port;
    stream.rtcpPort = rtcpPort ? rtcpPort : quint16(port + 1);
    stream.peerSends = sends;
    stream.peerHears = receives && !nowhere;
    if (!keys.empty())
        stream.crypto = keys.front();
    return stream;
}

std::optional<VoiceStream> SessionDescription::choose(const std::vector<VoiceCodec>& codecs) const
{
    for (const bool sealed : {true, false}) {
        for (std::size_t place = 0; place < m_media.size(); ++place) {
            const Media& media = m_media[place];
            if (!media.isVoice() || !media.isReachable() || media.protocol != (sealed ? sealedRtp : plainRtp) ||
                (sealed && media.keys.empty()))
                continue;
            std::optional<VoiceStream> best;
            for (const VoiceCodec codec : codecs) {
                const std::optional<int> format = media.formatOf(codec);
                if (!format || (best && (best->keysPayloadType || !media.formatOf(nameOf(codec).keys))))
                    continue;
                best = media.streamWith(codec, *format, place);
            }
            if (!best)
                continue;
            if (!sealed)
                best->crypto.reset();
            return best;
        }
    }
    return {};
}

std::optional<VoiceStream> SessionDescription::chosenByPeer(const std::vector<VoiceCodec>& codecs) const
{
    // The answer keeps our order, and we offered one stream.
    if (m_media.empty())
        return {};
    const Media& media = m_media.front();
    const bool sealed = isSealed(media.protocol);
    if (!media.isVoice() || !media.isReachable() || !(sealed ? media.keys.size() == 1 : media.protocol == plainRtp))
        return {};
    for (const QByteArray& format : media.formats)
        for (const VoiceCodec codec : codecs)
            if (isSame(media.codecOf(format), nameOf(codec).text)) {
                VoiceStream stream = media.streamWith(codec, format.toInt(), 0);
                if (!sealed)
                    stream.crypto.reset();
                return stream;
            }
    return {};
}

// ----------------------------------------------------------------------------------------------------------- answering

QByteArray SessionDescription::inactiveAnswer(const SessionOwner& owner) const
{
    QByteArray text = head(owner);
    const auto taken = usableAudio();
    for (auto media = m_media.begin(); media != m_media.end(); ++media) {
        QByteArray formats;
        QByteArray names;
        for (const QByteArray& format : media->formats) {
            const QByteArray codec = media->codecOf(format);
            if (media == taken && !telephony::isVoice(codec) && !isKeys(codec))
                continue;
            formats += ' ' + format;
            if (media == taken)
                names += "a=rtpmap:" + format + ' ' + codec + "\r\n";
        }
        // Port 9 discards; nothing is sent to an inactive stream.
        text += "m=" + media->kind + (media == taken ? " 9 " : " 0 ") + media->protocol + formats + "\r\n" + names;
        if (media == taken)
            text += "a=inactive\r\n";
    }
    return text;
}

QByteArray SessionDescription::inactiveOffer(const SessionOwner& owner)
{
    return head(owner) +
           "m=audio 9 RTP/AVP 8 0 9 96 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:9 G722/8000\r\n"
           "a=rtpmap:96 opus/48000/2\r\na=rtpmap:101 telephone-event/8000\r\na=inactive\r\n";
}

QByteArray SessionDescription::answer(const SessionOwner& owner, const VoiceStream& stream, const OurVoice& ours) const
{
    QByteArray text = head(owner);
    for (std::size_t place = 0; place < m_media.size(); ++place) {
        const Media& media = m_media[place];
        const bool taken = place == stream.place;
        text += "m=" + media.kind + ' ' + QByteArray::number(taken ? ours.port : 0) + ' ' + media.protocol;
        if (!taken) {
            for (const QByteArray& format : media.formats)
                text += ' ' + format;
            text += "\r\n";
            continue;
        }
        text += ' ' + QByteArray::number(stream.payloadType);
        if (stream.keysPayloadType)
            text += ' ' + QByteArray::number(*stream.keysPayloadType);
        text += "\r\n" + mapped(stream.payloadType, nameOf(stream.codec).text);
        if (stream.keysPayloadType)
            text += keysMapped(*stream.keysPayloadType, nameOf(stream.codec).keys);
        text += ending(stream.packetMs, ours);
    }
    return text;
}

QByteArray SessionDescription::offer(const SessionOwner& owner, const std::vector<VoiceCodec>& codecs, const OurVoice& ours)
{
    QByteArray formats;
    QByteArray maps;
    for (const VoiceCodec codec : codecs) {
        formats += ' ' + QByteArray::number(nameOf(codec).payloadType);
        maps += mapped(nameOf(codec).payloadType, nameOf(codec).text);
    }
    QByteArrayList named;
    for (const VoiceCodec codec : codecs) {
        const CodecName& name = nameOf(codec);
        if (named.contains(name.keys))
            continue;
        named += name.keys;
        formats += ' ' + QByteArray::number(name.keysPayloadType);
        maps += keysMapped(name.keysPayloadType, name.keys);
    }
    return head(owner) + "m=audio " + QByteArray::number(ours.port) + ' ' + (ours.crypto ? sealedRtp : plainRtp) + formats +
           "\r\n" + maps + ending(usualPacketMs, ours);
}

} // namespace vorzimmer::telephony
