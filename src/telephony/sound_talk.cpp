#include "sound_talk.h"

#include <utility>

namespace vorzimmer::telephony {

using domain::Fault;
using domain::Outcome;

namespace {

quint64 nextSession()
{
    static quint64 last = 0;
    return ++last;
}

} // namespace

SoundTalk::SoundTalk(ports::CallSounds* sounds, QByteArray host)
    : m_sounds(sounds), m_owner{std::move(host), nextSession(), 0}
{
}
SoundTalk::~SoundTalk() = default;
SoundTalk::SoundTalk(SoundTalk&&) noexcept = default;
SoundTalk& SoundTalk::operator=(SoundTalk&&) noexcept = default;

namespace {

domain::Outcome nothingShared()
{
    return domain::failure(Fault::Unsupported, QStringLiteral("no sound that both sides know"));
}

bool fits(const std::optional<CryptoLine>& offered, const std::optional<CryptoLine>& answered)
{
    if (!offered || !answered)
        return !offered && !answered;
    return offered->tag == answered->tag && offered->key.suite == answered->key.suite;
}

} // namespace

Outcome SoundTalk::takeOffer(const std::optional<SessionDescription>& offered)
{
    if (!offered)
        return nothingShared();
    std::optional<VoiceStream> stream;
    if (m_sounds)
        stream = offered->choose(m_sounds->codecs());
    if (m_sounds ? !stream : !offered->hasUsableAudio())
        return nothingShared();
    if (stream)
        takeKey(*stream);
    m_heldByPeer = stream ? !stream->peerHears : offered->isHeld();
    m_answering = true;
    agree(*offered, std::move(stream));
    return {};
}

Outcome SoundTalk::takeAnswer(const std::optional<SessionDescription>& answered)
{
    if (!answered)
        return nothingShared();
    std::optional<VoiceStream> stream;
    // Within the call we offered what was agreed before, at its old place.
    if (m_sounds)
        stream = m_offeredAll ? answered->chosenByPeer(m_sounds->codecs()) : answered->choose({m_stream->codec});
    if (m_sounds ? !stream || !fits(m_crypto, stream->crypto) : !answered->hasUsableAudio())
        return nothingShared();
    // That it sends nothing to one who holds it is no holding of its own.
    if (!m_heldByUs)
        m_heldByPeer = stream ? !stream->peerHears : answered->isHeld();
    agree(*answered, std::move(stream));
    return {};
}

/// A key of ours lives as long as the peer's: whoever changes one starts to count packets anew.
void SoundTalk::takeKey(const VoiceStream& offered)
{
    if (!offered.crypto)
        m_crypto.reset();
    else if (!m_crypto || !m_stream || m_stream->crypto != offered.crypto)
        m_crypto = CryptoLine::fresh(offered.crypto->tag, offered.crypto->key.suite);
}

void SoundTalk::agree(const SessionDescription& described, std::optional<VoiceStream> stream)
{
    m_peer = described;
    m_stream = std::move(stream);
    carry();
}

Outcome SoundTalk::openSound()
{
    if (m_sound)
        return {};
    auto sound = m_sounds->open(QString::fromLatin1(m_owner.host));
    if (!sound)
        return domain::failure(sound.error());
    m_sound = std::move(*sound);
    m_sound->setMuted(m_muted);
    return {};
}

domain::Result<QByteArray> SoundTalk::description()
{
    const bool answering = std::exchange(m_answering, false);
    ++m_owner.version;
    if (!m_sounds)
        return m_peer ? m_peer->inactiveAnswer(m_owner) : SessionDescription::inactiveOffer(m_owner);
    if (Outcome opened = openSound(); !opened)
        return domain::failure(opened.error());
    OurVoice voice{m_sound->port(), true, !m_heldByUs, m_crypto};
    if (answering) {
        voice.weSend = m_stream->peerHears;
        voice.weHear = voice.weHear && m_stream->peerSends;
    }
    m_offeredAll = !m_stream;
    return m_stream ? m_peer->answer(m_owner, *m_stream, voice)
                    : SessionDescription::offer(m_owner, m_sounds->codecs(), voice);
}

void SoundTalk::go()
{
    if (!std::exchange(m_going, true))
        carry();
}

void SoundTalk::setHeldByUs(bool held)
{
    m_heldByUs = held;
    carry();
}

void SoundTalk::carry()
{
    if (!m_going || !m_stream || !m_sound)
        return;
    ports::SoundPath path;
    path.host = QString::fromLatin1(m_stream->host);
    path.port = m_stream->port;
    path.rtcpPort = m_stream->rtcpPort;
    path.codec = m_stream->codec;
    path.payloadType = m_stream->payloadType;
    path.packetMs = m_stream->packetMs;
    path.keysPayloadType = m_stream->keysPayloadType;
    path.weSend = m_stream->peerHears;
    path.weHear = m_stream->peerSends && !m_heldByUs;
    if (m_crypto && m_stream->crypto) {
        path.sealing = m_crypto->key;
        path.opening = m_stream->crypto->key;
    }
    if (m_carried == path)
        return;
    m_carried = path;
    m_sound->carry(path);
}

void SoundTalk::setMuted(bool muted)
{
    m_muted = muted;
    if (m_sound)
        m_sound->setMuted(muted);
}

Outcome SoundTalk::sendKeys(const QString& keys)
{
    if (!m_sound || !m_going)
        return domain::failure(Fault::Unsupported, QStringLiteral("the call has no sound of ours to carry key tones"));
    return m_sound->sendKeys(keys);
}

} // namespace vorzimmer::telephony
