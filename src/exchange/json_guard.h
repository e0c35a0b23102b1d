#pragma once

#include "vorzimmer/exchange/flaw.h"

#include <nlohmann/json.hpp>

#include <string>

namespace vorzimmer::exchange {

/// Parses untrusted text without throwing: a flaw with its line for what is no JSON, for a name that stands twice in one
/// object (one of the two would be lost silently) and for nesting deeper than any of our files.
[[nodiscard]] Taken<nlohmann::json> parseGuarded(const std::string& text);

} // namespace vorzimmer::exchange
