#pragma once

#include "vorzimmer/ports/call_feed.h"

#include "session_description.h"

#include <optional>

struct sip_s;

namespace vorzimmer::telephony::sofia {

/// Reads who calls whom from an INVITE; the call's number and time are left to the caller.
/// @p contactUser is our own user name, which is no dialled number. Any input is survived: what cannot be read is left out.
[[nodiscard]] ports::CallOffer readInvite(const sip_s& invite, const QString& contactUser);

/// Whether the caller says that another phone took the call, on a CANCEL.
[[nodiscard]] bool answeredElsewhere(const sip_s& cancel);

/// What a request says about sound.
struct Sound {
    bool said = false;
    std::optional<SessionDescription> description; ///< nothing when it cannot be read
};
[[nodiscard]] Sound soundOf(const sip_s& request);

} // namespace vorzimmer::telephony::sofia
