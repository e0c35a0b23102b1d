#pragma once

#include "device_choice.h"
#include "melody.h"

#include <QObject>

#include <memory>

namespace vorzimmer::audio {

/// Plays one melody at a time at a loudspeaker. Lives on the thread of the devices.
class Player : public QObject {
public:
    explicit Player(const Devices& devices) : m_devices(devices) {}
    ~Player() override { stop(); }

    /// At @p chosen, else at whatever loudspeaker there is; at none, nothing happens. Begins anew when it plays already.
    void play(Melody melody, const QString& chosen);
    void stop();

private:
    void start(Melody melody, const QStringList& loudspeakers);

    const Devices& m_devices;
    std::unique_ptr<Pipeline> m_pipeline;
    quint64 m_turn = 0;
};

} // namespace vorzimmer::audio
