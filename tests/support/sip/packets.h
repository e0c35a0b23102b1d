#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>
#include <random>

namespace vorzimmer::telephony {

/// A rich INVITE with every header that is read.
inline QByteArray richInvite(int number, const QByteArray& transport = "UDP")
{
    const QByteArray body =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8 0 101\r\n"
        "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=sendrecv\r\n";
    const QByteArray n = QByteArray::number(number);
    return "INVITE sip:+493023125010@127.0.0.1;user=phone SIP/2.0\r\n"
           "Via: SIP/2.0/" +
           transport + " 127.0.0.1:9;branch=z9hG4bK" + n +
           ";rport\r\n"
           "Max-Forwards: 70\r\n"
           "From: \"Gr\xc3\xb6\xc3\x9f"
           "e, \\\"J\\\"\" <sip:+4915228817386@127.0.0.1>;tag=t" +
           n +
           "\r\n"
           "To: <sip:+493023125010@127.0.0.1>\r\n"
           "Call-ID: mutant-" +
           n +
           "@127.0.0.1\r\n"
           "CSeq: 1 INVITE\r\n"
           "Contact: <sip:caller@127.0.0.1:9>\r\n"
           "P-Asserted-Identity: \"Albers\" <sip:+4915228817386@example.net>, <tel:+49-152-28817386>\r\n"
           "Privacy: none\r\n"
           "Diversion: \"A, B\" <sip:+493023125011@example.net>;reason=no-answer, <sip:+493023125010@example.net>\r\n"
           "History-Info: <sip:+493023125010@example.net?Reason=SIP%3Bcause%3D302>;index=1, "
           "<sip:x@example.net>;index=1.1\r\n"
           "P-Called-Party-ID: <sip:%2B493023125010@example.net>\r\n"
           "Supported: timer, 100rel\r\n"
           "Session-Expires: 1800;refresher=uac\r\n"
           "Content-Type: application/sdp\r\n"
           "Content-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Every kind of message that a telephone hears, one after the other: mostly INVITE.
inline QByteArray richMessage(int number, const QByteArray& transport = "UDP")
{
    const QByteArray invite = richInvite(number, transport);
    constexpr int kinds = 12;
    const auto as = [&invite](const QByteArray& method) {
        QByteArray other = invite;
        return other.replace("INVITE sip:", method + " sip:").replace("CSeq: 1 INVITE", "CSeq: 1 " + method);
    };
    const auto answer = [&invite](const QByteArray& line) {
        QByteArray other = invite;
        return line + other.mid(other.indexOf("\r\n"));
    };
    const auto notify = [&as] {
        const QByteArray body = "SIP/2.0 486 Busy Here\r\n";
        const QByteArray message = as("NOTIFY");
        return message.left(message.indexOf("Content-Type")) +
               "Event: refer\r\nSubscription-State: terminated;reason=noresource\r\nContent-Type: message/sipfrag\r\n"
               "Content-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    switch (number % kinds) {
    case 1:
        return as("OPTIONS");
    case 2:
        return notify();
    case 3:
        return as("REFER").replace("Privacy:", "Refer-To: <sip:x@example.net?Replaces=a%3Bto-tag%3Db>\r\nPrivacy:");
    case 4:
        return answer("SIP/2.0 200 OK");
    case 5:
        return answer("SIP/2.0 302 Moved Temporarily");
    case 6:
        return as("BYE");
    case 7:
        return as("CANCEL");
    case 8:
        return QByteArray(invite).replace("Privacy: none",
                                          "Replaces: mutant-1@127.0.0.1;to-tag=t1;from-tag=x\r\nPrivacy: none");
    default:
        return invite;
    }
}

/// Damages a packet as bad software, bad lines and bad people do.
class Vandal {
public:
    explicit Vandal(unsigned seed) : m_chance(seed) {}

    QByteArray damage(QByteArray packet)
    {
        for (int blows = below(4) + 1; blows > 0; --blows)
            strike(packet);
        return packet;
    }

    int below(qsizetype bound)
    {
        return int(std::uniform_int_distribution<qsizetype>(0, std::max<qsizetype>(bound - 1, 0))(m_chance));
    }

private:
    void strike(QByteArray& packet)
    {
        static const std::array<QByteArray, 16> poison{QByteArray("\r\n"),
                                                       QByteArray("\0", 1),
                                                       "\"",
                                                       "<",
                                                       ">",
                                                       ";",
                                                       ",",
                                                       "%",
                                                       "%00%zz",
                                                       "\xff\xfe\xc3",
                                                       "@@",
                                                       "sip:",
                                                       "-1",
                                                       "99999999999999999999",
                                                       QByteArray(4000, 'A'),
                                                       QByteArray(300, ',')};
        const int at = below(packet.size());
        switch (below(7)) {
        case 0:
            packet[at] = char(below(256));
            break;
        case 1:
            packet[at] = char(packet[at] ^ (1 << below(8)));
            break;
        case 2:
            packet.remove(at, below(40) + 1);
            break;
        case 3:
            packet.insert(at, poison[std::size_t(below(qsizetype(poison.size())))]);
            break;
        case 4:
            packet.truncate(at);
            break;
        case 5:
            packet.insert(at, packet.mid(below(packet.size()), below(200)));
            break;
        default:
            swapLines(packet);
            break;
        }
        if (packet.isEmpty())
            packet = "x";
    }

    void swapLines(QByteArray& packet)
    {
        QList<QByteArray> lines = packet.split('\n');
        lines.swapItemsAt(below(lines.size()), below(lines.size()));
        packet = lines.join('\n');
    }

    std::mt19937 m_chance;
};

} // namespace vorzimmer::telephony
