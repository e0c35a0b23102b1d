#pragma once

#include "vorzimmer/exchange/archive.h"
#include "vorzimmer/ports/id_source.h"
#include "vorzimmer/ports/key_ring.h"

#include <functional>

namespace vorzimmer::exchange {

/// The password of every user of the demo bureau.
[[nodiscard]] QString demoPassword();

/// Fills the empty bureau behind @p archive with the demo that is built into the program (:/demo): all tenants or, when it
/// fails, a folder to be thrown away. Every tenant gets a random token for its shared list, kept in @p keys under
/// @p tokenName. Returns what the topic server reads with --tokens; it is secret and belongs into a private file.
[[nodiscard]] domain::Result<QByteArray> makeDemoBureau(const Archive& archive, ports::IdSource& ids, ports::KeyRing& keys,
                                                     const std::function<QString(const domain::TenantId&)>& tokenName);

} // namespace vorzimmer::exchange
