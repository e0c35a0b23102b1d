#pragma once

#include "crypto_line.h"

#include "vorzimmer/ports/call_sound.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>
#include <vector>

namespace vorzimmer::telephony {

/// Our side of a session, as its description names it.
struct SessionOwner {
    QByteArray host;     ///< address, IPv4 or IPv6
    quint64 id = 0;      ///< one per call
    quint64 version = 0; ///< grows with every description we send in that call
};

/// The one stream of a peer's description that we take, and how.
struct VoiceStream {
    std::size_t place = 0; ///< among the description's streams
    ports::VoiceCodec codec = ports::VoiceCodec::Pcma;
    int payloadType = 8;
    std::optional<int> keysPayloadType; ///< of telephone-event, at the codec's clock
    int packetMs = 20;
    QByteArray host; ///< empty when the peer holds in the old way
    quint16 port = 0;
    quint16 rtcpPort = 0;
    bool peerSends = true;
    bool peerHears = true;
    std::optional<CryptoLine> crypto; ///< the peer's, for SRTP
};

/// What we say about our side of that stream.
struct OurVoice {
    quint16 port = 0;
    bool weSend = true;
    bool weHear = true;
    std::optional<CryptoLine> crypto;
};

/// A peer's session description (SDP, RFC 4566), as far as a telephone with one voice at a time needs it (RFC 3264). Own
/// code, because Sofia-SIP's parser runs for ever on one damaged line (docs/decisions/0007).
class SessionDescription {
public:
    /// Nothing when the text is no description. Any input is survived.
    [[nodiscard]] static std::optional<SessionDescription> parse(QByteArrayView text);

    /// Whether there is an audio stream over plain RTP with a codec that we could take.
    [[nodiscard]] bool hasUsableAudio() const { return usableAudio() != m_media.end(); }
    /// Whether the peer wants to hear nothing on that stream.
    [[nodiscard]] bool isHeld() const;

    /// Takes the usable audio stream as inactive and refuses every other.
    [[nodiscard]] QByteArray inactiveAnswer(const SessionOwner& owner) const;
    /// For a peer that wants us to begin: the usual codecs, inactive.
    [[nodiscard]] static QByteArray inactiveOffer(const SessionOwner& owner);

    /// The stream of an offer that we would take: a sealed one before a plain one, then the first of @p codecs; but one
    /// with which key tones go through before one with which they do not. Nothing when nothing fits.
    [[nodiscard]] std::optional<VoiceStream> choose(const std::vector<ports::VoiceCodec>& codecs) const;
    /// The stream of an answer to an offer of @p codecs: the peer's first.
    [[nodiscard]] std::optional<VoiceStream> chosenByPeer(const std::vector<ports::VoiceCodec>& codecs) const;
    /// Takes @p stream of this description and refuses every other. A new offer within the call is written the same way.
    [[nodiscard]] QByteArray answer(const SessionOwner& owner, const VoiceStream& stream, const OurVoice& ours) const;
    /// The first offer of a call.
    [[nodiscard]] static QByteArray offer(const SessionOwner& owner, const std::vector<ports::VoiceCodec>& codecs,
                                          const OurVoice& ours);

private:
    struct Media {
        QByteArray kind;
        QByteArray protocol;
        quint16 port = 0; ///< 0 = refused
        std::vector<QByteArray> formats;
        QHash<QByteArray, QByteArray> codecs; ///< by format, e.g. "opus/48000/2"
        std::vector<CryptoLine> keys;         ///< those that we can keep to
        QByteArray host;                      ///< empty unless an address that one may send to
        quint16 rtcpPort = 0;
        int packetMs = 0;
        bool sends = true;
        bool receives = true;
        bool nowhere = false; ///< c=0.0.0.0, the old way to hold

        [[nodiscard]] bool isRefused() const { return port == 0; }
        [[nodiscard]] bool isUsable() const;
        [[nodiscard]] bool isVoice() const;
        [[nodiscard]] bool isReachable() const;
        [[nodiscard]] QByteArray codecOf(const QByteArray& format) const;
        [[nodiscard]] std::optional<int> formatOf(const QByteArray& codec) const;
        [[nodiscard]] std::optional<int> formatOf(ports::VoiceCodec codec) const;
        [[nodiscard]] VoiceStream streamWith(ports::VoiceCodec codec, int format, std::size_t place) const;
    };

    [[nodiscard]] static std::optional<Media> readMedia(QByteArrayView value);
    static void readAttribute(QByteArrayView value, Media& media);
    static void readConnection(QByteArrayView value, Media& media);
    [[nodiscard]] std::vector<Media>::const_iterator usableAudio() const;

    std::vector<Media> m_media;
};

} // namespace vorzimmer::telephony
