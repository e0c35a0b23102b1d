#pragma once

#include "vorzimmer/domain/call.h"

namespace vorzimmer::telephony::sofia {

/// What a BYE of the peer means.
[[nodiscard]] domain::EndReason reasonOfBye(bool answered, bool outgoing);
/// What it means that a call of ours was refused with @p status. @p byPeer: somebody said so, and not our own side for want
/// of any word.
[[nodiscard]] domain::EndReason reasonOfRefusal(int status, bool byPeer);

} // namespace vorzimmer::telephony::sofia
