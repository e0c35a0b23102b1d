#pragma once

#include "vorzimmer/domain/screening_facts.h"
#include "vorzimmer/ports/cabinet.h"

#include <vector>

namespace vorzimmer::desk {

/// What screening wants to know of a caller's history (newest first).
[[nodiscard]] domain::HistoryFacts historyFacts(const std::vector<ports::HistoryEntry>& history);

} // namespace vorzimmer::desk
