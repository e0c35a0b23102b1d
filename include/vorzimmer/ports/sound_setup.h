#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

#include <vector>

namespace vorzimmer::ports {

/// A microphone or loudspeaker of this computer.
struct SoundDevice {
    enum class Kind { Microphone, Loudspeaker };
    Kind kind = Kind::Loudspeaker;
    QString id;           ///< the same the next time
    QString name;         ///< for people
    bool isUsual = false; ///< the desktop's own choice
    friend bool operator==(const SoundDevice&, const SoundDevice&) = default;
};

/// Which devices are used for what, by id. Empty is the desktop's choice, noDevice is none. "tone:HERTZ" as a microphone and
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

/// What carries the voice of calls now. Names are the devices' own.
struct SoundState {
    bool inUse = false;
    QString microphone; ///< empty = none: the peer hears silence
    QString loudspeaker;
    bool microphoneWanted = true; ///< somebody chose to have one
    bool loudspeakerWanted = true;
    friend bool operator==(const SoundState&, const SoundState&) = default;
};

/// How loud it was since the last look, 0 to 1.
struct SoundLevels {
    double microphone = 0;
    double loudspeaker = 0;
};

/// The sound of this computer, to be set up and tried out. Every function returns at once.
class SoundSetup : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const std::vector<SoundDevice>& devices() const = 0;
    [[nodiscard]] virtual const SoundChoice& choice() const = 0;
    /// Takes effect at once, also on a call that is going on.
    virtual void choose(const SoundChoice& choice) = 0;
    [[nodiscard]] virtual const SoundState& state() const = 0;
    /// Plays a tone where calls are heard.
    virtual void testTone() = 0;
    /// Opens microphone and loudspeaker without a call; @p echo lets one hear oneself a second later. Calls go first.
    virtual void setTesting(bool testing, bool echo) = 0;
    [[nodiscard]] virtual SoundLevels takeLevels() = 0;

Q_SIGNALS:
    void devicesChanged();
    /// A device was opened, lost, found again, or none is there.
    void stateChanged(const vorzimmer::ports::SoundState& state);
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::SoundState)
