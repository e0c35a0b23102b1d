#pragma once

#include "data_directory.h"

namespace vorzimmer::topicserver {

/// Copies @p source to the new directory @p target while a server may be running on it. Every file is consistent in
/// itself, and @p target appears only when it is complete; a server can be started on it as it is.
[[nodiscard]] domain::Outcome backUp(const DataDirectory& source, const QString& target);

} // namespace vorzimmer::topicserver
