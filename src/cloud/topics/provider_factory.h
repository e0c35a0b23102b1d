#pragma once

#include "topics/provider.h"
#include "vorzimmer/cloud/sync_options.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/clock.h"

#include <memory>

namespace vorzimmer::cloud::topics {

/// False when @p access says of no list where it is.
[[nodiscard]] bool isConfigured(const ports::BoardAccess& access);

/// The provider for @p access, or what a person must mend in it. @p clock must outlive it; @p options are only read here.
[[nodiscard]] domain::Result<std::unique_ptr<Provider>> makeProvider(const ports::BoardAccess& access,
                                                                     const ports::Clock& clock, const SyncOptions& options);

} // namespace vorzimmer::cloud::topics
