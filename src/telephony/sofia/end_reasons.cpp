#include "sofia/end_reasons.h"

namespace vorzimmer::telephony::sofia {

using domain::EndReason;

EndReason reasonOfBye(bool answered, bool outgoing)
{
    if (outgoing)
        return answered ? EndReason::PeerHungUp : EndReason::NoAnswer;
    return answered ? EndReason::CallerHungUp : EndReason::CallerGaveUp;
}

EndReason reasonOfRefusal(int status, bool byPeer)
{
    if (!byPeer)
        return EndReason::NetworkFailure;
    switch (status) {
    case 486: // Busy Here
    case 600: // Busy Everywhere
        return EndReason::PeerBusy;
    case 408: // Request Timeout
    case 480: // Temporarily Unavailable
    case 487: // Request Terminated
        return EndReason::NoAnswer;
    case 502: // Bad Gateway
    case 503: // Service Unavailable, which is also what the library says when nobody is there
    case 504: // Server Time-out
        return EndReason::NetworkFailure;
    case 603: // Decline
    case 607: // Unwanted
        return EndReason::PeerDeclined;
    default:
        return EndReason::Unreachable;
    }
}

} // namespace vorzimmer::telephony::sofia
