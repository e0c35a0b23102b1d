#pragma once

#include "object_reader.h"

#include "vorzimmer/domain/knowledge.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace vorzimmer::exchange {

/// What a tenant file says of the house's answers; nothing when it says nothing. Flaws are told with their pointer.
[[nodiscard]] std::optional<std::vector<domain::KnowledgeEntry>> readKnowledge(ObjectReader& tenant);

[[nodiscard]] nlohmann::ordered_json knowledgeJson(const std::vector<domain::KnowledgeEntry>& entries);

} // namespace vorzimmer::exchange
