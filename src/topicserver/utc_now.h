#pragma once

#include <string>

namespace vorzimmer::topicserver {

/// The system's time as RFC 3339, UTC, milliseconds.
[[nodiscard]] std::string utcNow();

} // namespace vorzimmer::topicserver
