#pragma once

#include "vorzimmer/domain/result.h"

#include <QTemporaryDir>

namespace vorzimmer::telephony::sofia {

/// Puts the certificates of those whom we let vouch for servers into @p folder, as Sofia-SIP wants to find them: those in
/// @p file, or the system's when it is empty.
[[nodiscard]] domain::Outcome furnishAuthorities(const QTemporaryDir& folder, const QString& file);

} // namespace vorzimmer::telephony::sofia
