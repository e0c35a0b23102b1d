#pragma once

#include "vorzimmer/ports/clock.h"

namespace vorzimmer::system {

/// The computer's own clock.
class SystemClock final : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace vorzimmer::system
