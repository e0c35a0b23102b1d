#pragma once

#include "vorzimmer/exchange/tenant_file.h"

#include <nlohmann/json.hpp>

namespace vorzimmer::exchange {

/// One entry of a tenant file's "history"; what was never said is left away.
[[nodiscard]] nlohmann::ordered_json historyJson(const HistoryItem& item);

} // namespace vorzimmer::exchange
