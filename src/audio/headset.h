#pragma once

#include "device_choice.h"
#include "voice_bridge.h"

#include "vorzimmer/ports/sound_setup.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>

namespace vorzimmer::audio {

/// How loud it was since the last look, 0 to 1. Any thread.
struct Loudness {
    std::atomic<int> microphone = 0; ///< highest sample
    std::atomic<int> loudspeaker = 0;
};

/// Microphone and loudspeaker of whoever talks, open only while somebody does. A device that fails or is pulled out is
/// replaced by the next one, or by silence, and taken again when it is back. Lives on the thread of the devices.
class Headset : public QObject {
public:
    Headset(const Devices& devices, std::shared_ptr<const TalkingCall> talking, std::shared_ptr<Loudness> loudness,
            std::function<void(const ports::SoundState&)> told);
    ~Headset() override;

    void choose(const QString& microphone, const QString& loudspeaker);
    void setInUse(bool inUse);
    /// Something was plugged in or out.
    void lookAgain();

private:
    void build();
    [[nodiscard]] bool tryBuild(const QString& microphone, const QString& loudspeaker);
    void failed(quint64 build, const QString& element);
    void forgive();
    void playTo(std::int16_t* samples, std::size_t count);
    void tell();

    const Devices& m_devices;
    std::shared_ptr<const TalkingCall> m_talking;
    std::shared_ptr<Loudness> m_loudness;
    std::function<void(const ports::SoundState&)> m_told;
    QString m_chosenMicrophone;
    QString m_chosenLoudspeaker;
    QString m_microphone; ///< in use, empty = none
    QString m_loudspeaker;
    QStringList m_failed;
    bool m_inUse = false;
    quint64 m_build = 0;
    std::unique_ptr<Pipeline> m_pipeline;
    QTimer m_forgiveness; ///< tries failed devices again
    std::optional<ports::SoundState> m_lastTold;
};

} // namespace vorzimmer::audio
