#pragma once

#include <QDateTime>

namespace vorzimmer::ports {

/// The only source of the present. Callable from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
};

} // namespace vorzimmer::ports
