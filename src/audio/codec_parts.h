#pragma once

#include "vorzimmer/ports/call_sound.h"

#include <string>
#include <vector>

namespace vorzimmer::audio {

/// The elements that one codec is made of.
struct CodecParts {
    ports::VoiceCodec codec;
    std::string name;    ///< as RTP spells it
    int clock;           ///< of its packets
    int rate;            ///< of its sound
    std::string encoder; ///< from raw sound at that rate to the payloader
    std::string payloader;
    std::string decoder; ///< from packets to raw sound
    std::vector<const char*> needs;
};

[[nodiscard]] const CodecParts& partsOf(ports::VoiceCodec codec);
/// Those whose plugins are there, best first. GStreamer is prepared.
[[nodiscard]] std::vector<ports::VoiceCodec> codecsHere();

} // namespace vorzimmer::audio
