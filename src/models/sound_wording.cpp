#include "vorzimmer/models/sound_wording.h"

namespace vorzimmer::models {

QString SoundWording::missing(const ports::SoundState& state)
{
    const bool mute = state.inUse && state.microphoneWanted && state.microphone.isEmpty();
    const bool deaf = state.inUse && state.loudspeakerWanted && state.loudspeaker.isEmpty();
    if (mute && deaf)
        return tr("No microphone and no loudspeaker. The call goes on in silence; plug a headset in.");
    if (mute)
        return tr("No microphone: the other side hears silence. Plug one in.");
    return deaf ? tr("No loudspeaker: nothing can be heard. Plug one in.") : QString();
}

QString SoundWording::inUse(const ports::SoundState& state)
{
    if (!state.inUse || state.microphone.isEmpty() || state.loudspeaker.isEmpty())
        return {};
    return tr("In use: %1 and %2.").arg(state.microphone, state.loudspeaker);
}

} // namespace vorzimmer::models
