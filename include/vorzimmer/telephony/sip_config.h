#pragma once

#include "vorzimmer/telephony/line_account.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace vorzimmer::telephony {

/// How the SIP leg listens. Every time is a wait before something is given up.
struct SipConfig {
    QString host = QStringLiteral("127.0.0.1"); ///< address to listen on, IPv4 or IPv6; "0.0.0.0" and "::" = every one, "*" = both
    quint16 port = 5060;                        ///< UDP and TCP; 0 = any free one, see SipFeed::port()
    bool trunk = true; ///< calls come in without registration, too; without it only those who registered a line may call
    std::vector<LineAccount> lines; ///< those that are not enabled are left alone
    LineTiming lineTiming;
    QString authorities;      ///< file of those who may vouch for servers over TLS; empty = the system's
    QStringList allowedPeers; ///< addresses or networks ("10.0.0.0/8") that may call; empty = this machine only
    QString peer;      ///< PBX that calls of ours go to, "host" or "host:port"; empty = there is none, and we cannot dial
    QString ownNumber; ///< the number that calls of ours show when no other is wanted; empty = the contact user
    QString contactUser = QStringLiteral("vorzimmer");  ///< our own user name; in a Request-URI it is no dialled number
    std::chrono::milliseconds ringTimeout{180000};      ///< an offer nobody answers is then refused with 480
    std::chrono::milliseconds ringAgain{60000};         ///< repeats "180 Ringing", for proxies that would give up
    std::chrono::milliseconds dialTimeout{120000};      ///< a call of ours that nobody answers is then taken back
    std::chrono::milliseconds transferTimeout{60000};   ///< a transfer of which nothing is heard has then failed
    std::chrono::milliseconds sessionInterval{1800000}; ///< a session that nobody refreshes for so long is over; 0 = lasts
    std::chrono::milliseconds leastSessionInterval{90000}; ///< peers that want to refresh more often are refused with 422
    std::chrono::milliseconds peerTimeout{32000};          ///< a peer that confirms nothing for so long is lost (64*T1)
    std::chrono::milliseconds connectionIdle{
        600000};                          ///< then a silent TCP connection is closed, or broken ones would pile up
    std::chrono::milliseconds pulse{350}; ///< feels so often whether the port still answers; three silences end every call
                                          ///< and open it anew; 0 = never
    std::chrono::milliseconds retryListening{1000}; ///< tries again to open a port that was taken
};

} // namespace vorzimmer::telephony
