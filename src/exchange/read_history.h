#pragma once

#include "vorzimmer/exchange/flaw.h"
#include "vorzimmer/exchange/tenant_file.h"

#include <nlohmann/json_fwd.hpp>

namespace vorzimmer::exchange {

/// One entry of a tenant file's "history".
[[nodiscard]] HistoryItem readHistoryItem(const nlohmann::json& value, const QString& pointer, std::vector<Flaw>& flaws);

} // namespace vorzimmer::exchange
