#pragma once

#include "http/client.h"
#include "vorzimmer/cloud/sync_options.h"

#include <memory>

namespace vorzimmer::cloud {

/// A client that behaves as @p options say; they are only read here. @p clock must outlive it.
[[nodiscard]] std::unique_ptr<http::Client> makeClient(const ports::Clock& clock, const SyncOptions& options);

} // namespace vorzimmer::cloud
