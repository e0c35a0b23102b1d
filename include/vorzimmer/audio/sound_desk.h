#pragma once

#include "vorzimmer/ports/call_sound.h"
#include "vorzimmer/ports/sound_setup.h"

#include <QObject>

#include <memory>
#include <vector>

namespace vorzimmer::audio {

/// The sound of this seat, by GStreamer: carries calls, rings, and tells what it does it with. Every function returns at
/// once; GStreamer is loaded, devices are opened and pipelines built on threads of its own. Without any device calls are
/// carried all the same, in silence.
class SoundDesk final : public ports::SoundSetup, public ports::CallSounds {
    Q_OBJECT

public:
    explicit SoundDesk(ports::SoundChoice choice, QObject* parent = nullptr);
    /// Calls have ended before.
    ~SoundDesk() override;

    /// G.711 alone until GStreamer is loaded; then everything that is installed.
    [[nodiscard]] std::vector<ports::VoiceCodec> codecs() const override;
    [[nodiscard]] domain::Result<std::unique_ptr<ports::CallSound>> open(const QString& host) override;
    [[nodiscard]] bool isReady() const;

    [[nodiscard]] const std::vector<ports::SoundDevice>& devices() const override;
    [[nodiscard]] const ports::SoundChoice& choice() const override;
    void choose(const ports::SoundChoice& choice) override;
    [[nodiscard]] const ports::SoundState& state() const override;
    void testTone() override;
    void setTesting(bool testing, bool echo) override;
    [[nodiscard]] ports::SoundLevels takeLevels() override;

    /// For the call that wants to be answered, until it is.
    void setRinging(bool ringing);
    void notice();

Q_SIGNALS:
    /// GStreamer is loaded; codecs() says what it can.
    void ready();

private:
    struct Rooms;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace vorzimmer::audio
