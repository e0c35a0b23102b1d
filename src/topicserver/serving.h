#pragma once

#include "command_line.h"
#include "data_directory.h"

namespace vorzimmer::topicserver {

/// Serves until SIGTERM, SIGINT or, when asked for, the end of the standard input. Says `listening on URL` on the standard
/// output as soon as it answers. Call on the main thread before any other thread is started: they inherit its signal mask.
[[nodiscard]] domain::Outcome serve(const ServeCommand& command, const DataDirectory& directory);

} // namespace vorzimmer::topicserver
