#pragma once

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

/// A peer's session description (SDP, RFC 4566), as far as a desk without audio of its own needs it. Own code, because
/// Sofia-SIP's parser runs for ever on one damaged line (docs/decisions/0007).
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

private:
    struct Media {
        QByteArray kind;
        QByteArray protocol;
        bool refused = false; ///< port 0
        std::vector<QByteArray> formats;
        QHash<QByteArray, QByteArray> codecs; ///< by format, e.g. "opus/48000/2"
        bool sends = true;
        bool receives = true;
        bool nowhere = false; ///< c=0.0.0.0, the old way to hold

        [[nodiscard]] bool isUsable() const;
        [[nodiscard]] QByteArray codecOf(const QByteArray& format) const;
    };

    [[nodiscard]] static std::optional<Media> readMedia(QByteArrayView value);
    static void readAttribute(QByteArrayView value, Media& media);
    static void readConnection(QByteArrayView value, Media& media);
    [[nodiscard]] std::vector<Media>::const_iterator usableAudio() const;

    std::vector<Media> m_media;
};

} // namespace vorzimmer::telephony
