#pragma once

#include "vorzimmer/audio/sound_device.h"
#include "vorzimmer/audio/sound_state.h"
#include "vorzimmer/ports/call_sound.h"

#include <QObject>

#include <memory>
#include <vector>

namespace vorzimmer::audio {

/// The sound of this seat, by GStreamer: carries calls, rings, and tells what it does it with. Every function returns at
/// once; GStreamer is loaded, devices are opened and pipelines built on threads of its own. Without any device calls are
/// carried all the same, in silence.
class SoundDesk final : public QObject, public ports::CallSounds {
    Q_OBJECT

public:
    explicit SoundDesk(SoundChoice choice, QObject* parent = nullptr);
    /// Calls have ended before.
    ~SoundDesk() override;

    /// G.711 alone until GStreamer is loaded; then everything that is installed.
    [[nodiscard]] std::vector<ports::VoiceCodec> codecs() const override;
    [[nodiscard]] domain::Result<std::unique_ptr<ports::CallSound>> open(const QString& host) override;
    [[nodiscard]] bool isReady() const;

    [[nodiscard]] const SoundChoice& choice() const;
    /// Takes effect at once, also on the call that is being held.
    void choose(const SoundChoice& choice);
    [[nodiscard]] const std::vector<SoundDevice>& devices() const;
    [[nodiscard]] const SoundState& state() const;

    /// For the call that wants to be answered, until it is.
    void setRinging(bool ringing);
    void notice();

    /// Plays a tone where calls are heard.
    void testTone();
    /// Opens microphone and loudspeaker without a call; @p echo lets one hear oneself a second later. Calls go first.
    void setTesting(bool testing, bool echo);
    /// How loud it was since the last look, 0 to 1.
    struct Levels {
        double microphone = 0;
        double loudspeaker = 0;
    };
    [[nodiscard]] Levels takeLevels();

Q_SIGNALS:
    /// GStreamer is loaded; codecs() says what it can.
    void ready();
    void devicesChanged();
    /// A device was opened, lost, found again, or none is there.
    void stateChanged(const vorzimmer::audio::SoundState& state);

private:
    struct Rooms;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace vorzimmer::audio
