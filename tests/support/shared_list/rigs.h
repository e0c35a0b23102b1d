#pragma once

#include "provider_rig.h"

#include <memory>

namespace vorzimmer::testing {

/// What SYNC_PROVIDER may say.
[[nodiscard]] QStringList rigNames();
/// What @p name needs and this machine does not have; empty when a rig can be made.
[[nodiscard]] QString missingFor(const QString& name);
/// An empty list of that kind; null when there is no such kind.
[[nodiscard]] std::unique_ptr<ProviderRig> makeRig(const QString& name);

} // namespace vorzimmer::testing
