#pragma once

#include <catch2/catch.hpp>

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace vorzimmer::telephony {

/// A bare socket to the feed, for what no proper peer would send.
class Wire {
public:
    Wire(int type, quint16 port) : m_socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        REQUIRE(::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Wire() { ::close(m_socket); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    void say(const QByteArray& packet)
    {
        // The feed may have closed a connection it could not make sense of.
        (void)::send(m_socket, packet.constData(), std::size_t(packet.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }

    /// What has come back since; empty when nothing.
    [[nodiscard]] QByteArray heard()
    {
        QByteArray packet(65536, '\0');
        const ssize_t size = ::recv(m_socket, packet.data(), std::size_t(packet.size()), MSG_DONTWAIT);
        return packet.left(std::max<ssize_t>(size, 0));
    }

private:
    int m_socket;
};

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

} // namespace vorzimmer::telephony
