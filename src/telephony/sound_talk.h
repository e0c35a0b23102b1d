#pragma once

#include "session_description.h"

#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/call_sound.h"

#include <memory>
#include <optional>

namespace vorzimmer::telephony {

/// What one call says and has agreed about sound: writes our descriptions, reads the peer's, and carries out what follows
/// from them. Without sounds of its own it agrees to an inactive stream, so that another telephone may carry the voice.
///
/// Who begins is up to the call: takeOffer() then description(), or description() then takeAnswer(); also again within
/// the call. Nothing sounds before go().
class SoundTalk {
public:
    /// @p sounds may be null: signalling only. @p host is our address as the peer shall see it.
    SoundTalk(ports::CallSounds* sounds, QByteArray host);
    ~SoundTalk();
    SoundTalk(SoundTalk&&) noexcept;
    SoundTalk& operator=(SoundTalk&&) noexcept;

    /// The peer's offer; nothing when it could not be read. Unsupported (for 488) when we share no sound with it; then
    /// all stays as agreed before.
    [[nodiscard]] domain::Outcome takeOffer(const std::optional<SessionDescription>& offered);
    /// The peer's answer to our last description; it may come again, and be another, until the call is answered (early media).
    /// Unsupported when it took nothing of it.
    [[nodiscard]] domain::Outcome takeAnswer(const std::optional<SessionDescription>& answered);
    /// Ours to send: an answer when an offer was taken, else an offer. Each call writes a new version. Unreachable when no
    /// port can be opened for the sound.
    [[nodiscard]] domain::Result<QByteArray> description();

    /// From now on, what is agreed is heard.
    void go();
    /// Holds or resumes: what the next description() says. A hold takes effect at once; after resuming, the peer is heard
    /// when it agrees to be, or at once if it never agreed to the hold.
    void setHeldByUs(bool held);
    [[nodiscard]] bool isHeldByUs() const { return m_heldByUs; }
    [[nodiscard]] bool isHeldByPeer() const { return m_heldByPeer; }

    void setMuted(bool muted);
    [[nodiscard]] domain::Outcome sendKeys(const QString& keys);
    [[nodiscard]] bool hasOwnSound() const { return m_sounds != nullptr; }

private:
    void agree(const SessionDescription& described, std::optional<VoiceStream> stream);
    void takeKey(const VoiceStream& offered);
    [[nodiscard]] domain::Outcome openSound();
    void carry();

    ports::CallSounds* m_sounds;
    SessionOwner m_owner;
    std::unique_ptr<ports::CallSound> m_sound;
    std::optional<SessionDescription> m_peer; ///< its last description
    std::optional<VoiceStream> m_stream;      ///< what is agreed of it, with sounds of our own
    std::optional<CryptoLine> m_crypto;       ///< ours
    std::optional<ports::SoundPath> m_carried;
    bool m_answering = false;                 ///< the next description answers the peer's
    bool m_offeredAll = false;                ///< our last description left the codec to the peer
    bool m_going = false;
    bool m_heldByUs = false;
    bool m_heldByPeer = false;
    bool m_muted = false;
};

} // namespace vorzimmer::telephony
