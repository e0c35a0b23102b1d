#pragma once

#include "sqlite/database.h"

#include <vector>

namespace vorzimmer::store {

/// What SQLite finds wrong with the whole file: pages, indexes, constraints and foreign keys. Empty for a sound file. Reads
/// every page.
[[nodiscard]] domain::Result<std::vector<QString>> integrityFlaws(Database& database);

} // namespace vorzimmer::store
