#pragma once

#include <QMetaType>
#include <QString>

namespace vorzimmer::audio {

/// What carries the voice of calls now. Names are the devices' own.
struct SoundState {
    bool inUse = false;
    QString microphone; ///< empty = none: the peer hears silence
    QString loudspeaker;
    bool microphoneWanted = true; ///< somebody chose to have one
    bool loudspeakerWanted = true;
    friend bool operator==(const SoundState&, const SoundState&) = default;
};

} // namespace vorzimmer::audio

Q_DECLARE_METATYPE(vorzimmer::audio::SoundState)
