#pragma once

// Sofia-SIP's C headers stay within this folder.
#include <sofia-sip/nua.h>
#include <sofia-sip/sip.h>

#include <QByteArray>

namespace vorzimmer::telephony::sofia {

/// Whether a response asks who we are (401, 407).
[[nodiscard]] inline bool isChallenge(int status)
{
    return status == 401 || status == 407;
}

/// Repeats the request that @p response challenged with the account's credentials. False when the response names nothing
/// that we can prove ourselves with (Digest is all we know).
[[nodiscard]] bool answerChallenge(nua_handle_t* handle, const sip_t& response, const QByteArray& user,
                                   const QByteArray& password);

} // namespace vorzimmer::telephony::sofia
