#pragma once

#include "vorzimmer/domain/result.h"

namespace vorzimmer::telephony::sofia {

/// Whether UDP and TCP could be opened there at this moment: Busy when not, Invalid when @p host is no address. Sofia-SIP
/// itself loses some memory with each failure and does not say why it failed. @p port 0 = any.
[[nodiscard]] domain::Outcome probePort(const QString& host, quint16 port);

} // namespace vorzimmer::telephony::sofia
