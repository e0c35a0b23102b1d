#pragma once

#include "vorzimmer/domain/result.h"

#include <QString>

namespace vorzimmer::store {

/// Makes the folder that @p path lies in, and those above it, for the owner's eyes only.
[[nodiscard]] domain::Outcome makeFolderOf(const QString& path);

} // namespace vorzimmer::store
