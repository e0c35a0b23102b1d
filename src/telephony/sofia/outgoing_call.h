#pragma once

#include <QByteArray>

namespace vorzimmer::telephony::sofia {

/// How a call of ours is put up.
struct OutgoingCall {
    QByteArray target;            ///< SIP URI
    QByteArray from;              ///< our address, e.g. "<sip:+4930...@pbx.example>"
    QByteArray preferredIdentity; ///< the number that the called one is to see, as an address; empty = the line's own
    QByteArray proxy;             ///< SIP URI that it is sent to; empty = to the target's host
    QByteArray domain;            ///< where numbers live on the line, "pbx.example" or "192.0.2.1:5080"; empty = at the peer
    QByteArray user;              ///< of the account, when the network asks who we are; empty = we cannot say
    QByteArray password;
};

} // namespace vorzimmer::telephony::sofia
