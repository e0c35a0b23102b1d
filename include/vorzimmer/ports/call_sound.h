#pragma once

#include "vorzimmer/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace vorzimmer::ports {

enum class VoiceCodec { Opus, G722, Pcma, Pcmu };
enum class SrtpSuite { AesCm128HmacSha1_80, AesCm128HmacSha1_32 };

/// Master key and salt of one direction of SRTP, 30 bytes (RFC 4568). A secret: in no log, no error and no address.
struct SrtpKey {
    SrtpSuite suite = SrtpSuite::AesCm128HmacSha1_80;
    QByteArray material;
    friend bool operator==(const SrtpKey&, const SrtpKey&) = default;
};

/// What both sides of a call have agreed on for its sound.
struct SoundPath {
    QString host; ///< the peer's address, never a name
    quint16 port = 0;
    quint16 rtcpPort = 0;
    VoiceCodec codec = VoiceCodec::Pcma;
    int payloadType = 8;
    int packetMs = 20;                  ///< how much sound the peer wants in one packet
    std::optional<int> keysPayloadType; ///< RFC 4733; nothing when the peer takes no key tones
    bool weSend = false;
    bool weHear = false;            ///< sending without hearing is holding: then silence is sent
    std::optional<SrtpKey> sealing; ///< both or none: what we send,
    std::optional<SrtpKey> opening; ///< and what comes
    friend bool operator==(const SoundPath&, const SoundPath&) = default;
};

/// The sound of one call; it ends with this object. Of all calls that hear, the one that was told so last has the
/// microphone and the loudspeaker. Every function returns at once.
class CallSound {
public:
    virtual ~CallSound() = default;
    /// Where we receive RTP; RTCP goes one above.
    [[nodiscard]] virtual quint16 port() const = 0;
    /// Begins, changes, holds or resumes, as @p path says.
    virtual void carry(const SoundPath& path) = 0;
    virtual void setMuted(bool muted) = 0;
    /// Plays key tones (0-9, *, #, A-D) to the peer, one after the other. Refused with Unsupported when the path takes
    /// none, with Invalid for other characters.
    [[nodiscard]] virtual domain::Outcome sendKeys(const QString& keys) = 0;
};

/// Where the sound of calls comes from, for a telephone that carries it itself. Lives on the thread of the feed, and
/// longer than it.
class CallSounds {
public:
    virtual ~CallSounds() = default;
    /// What this machine can carry, best first. Never empty.
    [[nodiscard]] virtual std::vector<VoiceCodec> codecs() const = 0;
    /// Opens a pair of ports at @p host, an address of this machine. Nothing is heard or sent before carry().
    [[nodiscard]] virtual domain::Result<std::unique_ptr<CallSound>> open(const QString& host) = 0;
};

} // namespace vorzimmer::ports
