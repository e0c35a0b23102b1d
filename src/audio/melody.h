#pragma once

#include "sample_queue.h"

#include <span>

namespace vorzimmer::audio {

/// Sounds that the desk makes itself.
enum class Melody {
    Ring,   ///< a call: two notes of a soft bell, then a rest, over and over
    Notice, ///< one note, once
    Test,   ///< a steady tone for two seconds
};

/// Writes what @p melody sounds like from sample @p from on. False when it is over.
bool play(Melody melody, std::size_t from, std::span<Sample> samples);

} // namespace vorzimmer::audio
