#pragma once

#include "vorzimmer/ports/sound_setup.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// Sentences about microphone and loudspeaker.
class SoundWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::SoundWording)

public:
    /// What does not work, and what follows from it; empty when all that is wanted is there.
    [[nodiscard]] static QString missing(const ports::SoundState& state);
    /// What is used; empty when nothing is open.
    [[nodiscard]] static QString inUse(const ports::SoundState& state);
};

} // namespace vorzimmer::models
