#pragma once

#include "listening_ear.h"

#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace vorzimmer::audio {

/// A sound server of the test's own, with loudspeakers and a microphone that can be pulled out. While it lives, everything
/// in this process that looks for a sound server finds it.
class SoundServer {
public:
    SoundServer();
    ~SoundServer();

    /// Plugs in and gives a number to pull it out by.
    [[nodiscard]] int plug(const QString& module);
    void unplug(int number);
    [[nodiscard]] int plugLoudspeaker(const QString& name);
    /// Listens to what is played at "mouth".
    [[nodiscard]] int plugMicrophone(const QString& name);

private:
    [[nodiscard]] QString control(const QStringList& words) const;

    QTemporaryDir m_folder;
    QProcess m_server;
};

/// Hears what a loudspeaker of the server plays.
class Overhearing {
public:
    explicit Overhearing(const QString& loudspeaker);
    ~Overhearing();
    [[nodiscard]] std::vector<std::int16_t> take() { return m_ear.take(); }

private:
    ListeningEar m_ear;
    GstElement* m_pipeline = nullptr;
};

/// Speaks into the server's microphones: clicks, which no noise suppression takes for noise.
class Mouth {
public:
    Mouth();
    ~Mouth();

private:
    GstElement* m_pipeline = nullptr;
};

} // namespace vorzimmer::audio
