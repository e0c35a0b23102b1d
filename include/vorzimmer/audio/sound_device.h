#pragma once

#include <QString>

#include <vector>

namespace vorzimmer::audio {

/// A microphone or loudspeaker of this machine.
struct SoundDevice {
    enum class Kind { Microphone, Loudspeaker };
    Kind kind = Kind::Loudspeaker;
    QString id;           ///< the same the next time
    QString name;         ///< for people
    bool isUsual = false; ///< the desktop's own choice
    friend bool operator==(const SoundDevice&, const SoundDevice&) = default;
};

/// Which devices are used for what, by id. Empty is the desktop's choice; noDevice is none. "tone:HERTZ" as a microphone and
/// "file:PATH" as a loudspeaker (raw samples, 16 bit, 48000 a second) stand in for devices where there are none, to find
/// out what is wrong with a line.
struct SoundChoice {
    QString microphone;
    QString loudspeaker;
    QString ring;
    QString notice;
    friend bool operator==(const SoundChoice&, const SoundChoice&) = default;
};

inline const QString noDevice = QStringLiteral("none");

} // namespace vorzimmer::audio
