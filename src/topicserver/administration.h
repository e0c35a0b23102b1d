#pragma once

#include "command_line.h"
#include "data_directory.h"

namespace vorzimmer::topicserver {

// The administrator's commands; each works while a server is running on the directory, and says its result on the
// standard output.

[[nodiscard]] domain::Outcome run(const TokenAddCommand& command, const DataDirectory& directory);
[[nodiscard]] domain::Outcome run(const TokenListCommand& command, const DataDirectory& directory);
[[nodiscard]] domain::Outcome run(const TokenRevokeCommand& command, const DataDirectory& directory);
[[nodiscard]] domain::Outcome run(const BackupCommand& command, const DataDirectory& directory);

} // namespace vorzimmer::topicserver
