#pragma once

#include "vorzimmer/domain/result.h"

#include <QByteArray>

namespace vorzimmer::telephony::sofia {

/// The SIP URI of @p target, which is a number (signs between the digits are left out) or a SIP URI itself. A number lives
/// at
/// @p domain ("pbx.example" or "192.0.2.1:5080"). Fault::Invalid for what could be neither.
[[nodiscard]] domain::Result<QByteArray> addressOf(const QString& target, const QByteArray& domain);

} // namespace vorzimmer::telephony::sofia
