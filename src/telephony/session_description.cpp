#include "session_description.h"

#include <algorithm>
#include <array>

namespace vorzimmer::telephony {

namespace {

constexpr qsizetype longestDescription = 32 * 1024;
constexpr std::size_t mostMedia = 32;
constexpr int highestPayloadType = 127;

QList<QByteArray> words(QByteArrayView text)
{
    QList<QByteArray> parts = text.toByteArray().simplified().split(' ');
    parts.removeAll(QByteArray());
    return parts;
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

QByteArray nameOf(const QByteArray& codec)
{
    return beforeSlash(codec).toLower();
}

bool isVoice(const QByteArray& codec)
{
    static const std::array<QByteArray, 4> known{"pcma", "pcmu", "g722", "opus"};
    return std::find(known.begin(), known.end(), nameOf(codec)) != known.end();
}

bool isKeys(const QByteArray& codec)
{
    return nameOf(codec) == "telephone-event";
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
    media.refused = port == 0;
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
        const QList<QByteArray> parts = words(QByteArrayView(text).sliced(text.indexOf(':') + 1));
        if (parts.size() == 2 && isPlain(parts[1]))
            media.codecs.insert(parts[0], parts[1]);
    }
}

void SessionDescription::readConnection(QByteArrayView value, Media& media)
{
    const QList<QByteArray> parts = words(value);
    media.nowhere = parts.size() > 2 && parts[2] == "0.0.0.0";
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

bool SessionDescription::Media::isUsable() const
{
    return kind == "audio" && protocol == "RTP/AVP" && !refused &&
           std::all_of(formats.begin(), formats.end(), isPayloadType) &&
           std::any_of(formats.begin(), formats.end(),
                       [this](const QByteArray& format) { return isVoice(codecOf(format)); });
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
            if (media == taken && !isVoice(codec) && !isKeys(codec))
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

} // namespace vorzimmer::telephony
