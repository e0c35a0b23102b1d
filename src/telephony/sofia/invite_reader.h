#pragma once

#include "vorzimmer/ports/call_feed.h"

#include <string>

struct sip_s;

namespace vorzimmer::telephony::sofia {

/// Reads who calls whom from an INVITE; the call's number and time are left to the caller.
/// @p contactUser is our own user name, which is no dialled number. Any input is survived: what cannot be read is left out.
[[nodiscard]] ports::CallOffer readInvite(const sip_s& invite, const QString& contactUser);

/// Whether the caller says that another phone took the call, on a CANCEL.
[[nodiscard]] bool answeredElsewhere(const sip_s& cancel);

/// What a request says about sound.
enum class Sound {
    NotSaid,    ///< no session description: we are to make the offer
    Flowing,
    Held,       ///< the peer sends nothing, or nothing but music
    Impossible, ///< unreadable, or nothing in it that we could ever take
};
[[nodiscard]] Sound readSound(const sip_s& request);

/// The session we describe: the usual codecs at @p host (empty = the stack's choice), inactive, for the voice is not carried here.
[[nodiscard]] std::string ourSession(const std::string& host);

} // namespace vorzimmer::telephony::sofia
