// Torture messages after RFC 4475: what it describes, written anew. Whatever happens to them, the next call is offered.
#include "sip_desk.h"
#include "wire.h"

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;

namespace {

enum class Fate {
    Rings,    ///< a call like any other
    GoesAway, ///< no call; an error or silence
    DoesNotMatter,
};

struct Message {
    const char* name; ///< the RFC's section and what is odd about it
    Fate fate;
    QByteArray packet;
};

QByteArray with(QByteArray packet, const QByteArray& before, const QByteArray& after)
{
    REQUIRE(packet.contains(before));
    return packet.replace(before, after);
}

/// An INVITE with nothing odd, to be spoilt in one place.
QByteArray plain()
{
    static int number = 0;
    return richInvite(700000 + ++number);
}

QByteArray withLength(const QByteArray& length)
{
    const QByteArray packet = plain();
    const qsizetype from = packet.indexOf("Content-Length: ");
    const qsizetype to = packet.indexOf("\r\n", from);
    return packet.left(from) + "Content-Length: " + length + packet.mid(to);
}

const QByteArray requestLine = "INVITE sip:+493023125010@127.0.0.1;user=phone SIP/2.0\r\n";
const QByteArray to = "To: <sip:+493023125010@127.0.0.1>\r\n";

std::vector<Message> wellFormed()
{
    return {
        {"3.1.1.1 folded lines, odd blanks and cases, empty values", Fate::Rings,
         with(with(with(plain(), to, "TO :\r\n sip:+493023125010@127.0.0.1 ;   tag\t= \r\n  odd1\r\n")
                       .replace(";   tag\t= \r\n  odd1", ""),
                   "Max-Forwards: 70", "MaX-fOrWaRdS: 0068"),
              "Privacy: none",
              "Subject:\r\nNewFangledHeader:   newfangled value\r\n continued newfangled value\r\nPrivacy: none")},
        {"3.1.1.2 every character that a word may have", Fate::Rings,
         with(plain(), "Privacy: none",
              "extensionHeader-!.%*+_`'~: \xEF\xBB\xBF\xE5\xA4\xA7\xE5\x81\x9C\xE9\x9B\xBB\r\nPrivacy: none")},
        {"3.1.1.3 escaped characters in addresses", Fate::Rings, with(plain(), to, "To: <sip:%75se%72@127.0.0.1>\r\n")},
        {"3.1.1.4 an escaped null in a user", Fate::Rings, with(plain(), to, "To: <sip:null-%00-null@127.0.0.1>\r\n")},
        {"3.1.1.5 a percent sign that escapes nothing, in a display name", Fate::Rings,
         with(plain(), to, "To: \"%Z%45\" <sip:+493023125010@127.0.0.1>\r\n")},
        {"3.1.1.6 no blank between name and address", Fate::Rings,
         with(plain(), to, "To: Anna<sip:+493023125010@127.0.0.1>\r\n")},
        {"3.1.1.7 long values", Fate::Rings,
         with(plain(), "Privacy: none", "Subject: " + QByteArray(3000, 'l') + "\r\nPrivacy: none")},
        {"3.1.1.8 something after a message that has no body", Fate::DoesNotMatter,
         richMessage(1).replace("Content-Length: ", "Content-Length: 0\r\nX-Was: ") + "INVITE"},
        {"3.1.1.9 semicolons in the user part", Fate::Rings,
         with(plain(), to, "To: <sip:user;par=u%40example.net@127.0.0.1>\r\n")},
        {"3.1.1.12 a reason that nobody can read", Fate::GoesAway,
         "SIP/2.0 200 = 2**3 * 5**2 \xd0\xbd\xd0\xbe\r\n" + plain().mid(requestLine.size())},
        {"3.1.1.13 a reason left out", Fate::GoesAway, "SIP/2.0 100 \r\n" + plain().mid(requestLine.size())},
    };
}

std::vector<Message> broken()
{
    return {
        {"3.1.2.1 separators where nothing is to separate", Fate::DoesNotMatter, with(plain(), "branch=", ";;,;,,branch=")},
        {"3.1.2.2 a length beyond the message", Fate::GoesAway, withLength("9999")},
        {"3.1.2.3 a length below nothing", Fate::GoesAway, withLength("-999")},
        {"3.1.2.4 numbers too large, in a request", Fate::DoesNotMatter,
         with(with(plain(), "CSeq: 1 INVITE", "CSeq: 36893488147419103232 INVITE"), "Max-Forwards: 70",
              "Max-Forwards: 300")},
        {"3.1.2.5 numbers too large, in a response", Fate::GoesAway,
         with("SIP/2.0 503 Service Unavailable\r\n" + plain().mid(requestLine.size()), "CSeq: 1 ",
              "CSeq: 9292394834772304023312 ")},
        {"3.1.2.6 a quote that does not end", Fate::DoesNotMatter,
         with(plain(), to, "To: \"Mr. J. User <sip:j.user@127.0.0.1>\r\n")},
        {"3.1.2.7 angle brackets around the address asked for", Fate::GoesAway,
         with(plain(), requestLine, "INVITE <sip:user@127.0.0.1> SIP/2.0\r\n")},
        {"3.1.2.8 a blank within the address asked for", Fate::GoesAway,
         with(plain(), requestLine, "INVITE sip:user@127.0.0.1; lr SIP/2.0\r\n")},
        {"3.1.2.9 several blanks in the first line", Fate::DoesNotMatter,
         with(plain(), requestLine, "INVITE  sip:user@127.0.0.1  SIP/2.0\r\n")},
        {"3.1.2.10 blanks at the end of the first line", Fate::DoesNotMatter,
         with(plain(), requestLine, "INVITE sip:user@127.0.0.1 SIP/2.0  \r\n")},
        {"3.1.2.11 headers within the address asked for", Fate::DoesNotMatter,
         with(plain(), requestLine, "INVITE sip:user@127.0.0.1?Route=%3Csip:example.com%3E SIP/2.0\r\n")},
        {"3.1.2.12 a time zone that is none", Fate::DoesNotMatter,
         with(plain(), "Privacy: none", "Date: Fri, 01 Jan 2010 16:00:00 EST\r\nPrivacy: none")},
        {"3.1.2.13 an address with parameters and no brackets", Fate::DoesNotMatter,
         with(plain(), "Contact: <sip:caller@127.0.0.1:9>", "Contact: sip:user@127.0.0.1?Route=%3Csip:sip.example.com%3E")},
        {"3.1.2.14 blanks within an address", Fate::DoesNotMatter,
         with(plain(), to, "To: \"Watson, Thomas\" < sip:t.watson@127.0.0.1 >\r\n")},
        {"3.1.2.15 a display name that wants quotes", Fate::DoesNotMatter,
         with(plain(), to, "To: Bell, Alexander <sip:a.g.bell@127.0.0.1>\r\n")},
        {"3.1.2.16 a version of the future", Fate::GoesAway,
         with(plain(), requestLine, "INVITE sip:user@127.0.0.1 SIP/7.0\r\n")},
        {"3.1.2.17 one method in the first line, another in CSeq", Fate::GoesAway,
         with(plain(), "CSeq: 1 INVITE", "CSeq: 1 OPTIONS")},
        {"3.1.2.18 an unknown method in CSeq", Fate::GoesAway, with(plain(), "CSeq: 1 INVITE", "CSeq: 1 NEWMETHOD")},
        {"3.1.2.19 a status beyond the last class", Fate::GoesAway,
         "SIP/2.0 4294967301 better not break the receiver\r\n" + plain().mid(requestLine.size())},
    };
}

std::vector<Message> nonsense()
{
    const QByteArray whole = plain();
    const QByteArray bare = "INVITE sip:user@127.0.0.1 SIP/2.0\r\nCSeq: 193942 INVITE\r\nVia: SIP/2.0/UDP "
                            "127.0.0.1:9;branch=z9hG4bK.insuf\r\nContent-Type: application/sdp\r\nContent-Length: 0\r\n\r\n";
    return {
        {"3.2.1 a branch of which only the cookie is there", Fate::DoesNotMatter,
         QByteArray(whole).replace(whole.mid(whole.indexOf("branch="), whole.indexOf(";rport") - whole.indexOf("branch=")),
                                   "branch=z9hG4bK")},
        {"3.3.1 headers missing that must be there", Fate::GoesAway, bare},
        {"3.3.2 an address of an unknown kind", Fate::DoesNotMatter,
         with(plain(), requestLine, "INVITE nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0\r\n")},
        {"3.3.3 an address of a kind that is not called", Fate::DoesNotMatter,
         with(plain(), requestLine, "INVITE soap.beep://192.0.2.103:3002 SIP/2.0\r\n")},
        {"3.3.4 unknown kinds of addresses in headers", Fate::DoesNotMatter,
         with(with(plain(), to, "To: <isbn:2983792873>\r\n"), "Contact: <sip:caller@127.0.0.1:9>",
              "Contact: <name:John_Smith>")},
        {"3.3.5 an extension required that nobody has", Fate::GoesAway,
         with(plain(), "Privacy: none", "Require: nothingSupportsThis, nothingSupportsThisEither\r\nPrivacy: none")},
        {"3.3.6 a body of an unknown type", Fate::GoesAway, with(plain(), "application/sdp", "application/unknownformat")},
        {"3.3.7 an unknown way to say who one is", Fate::Rings,
         with(plain(), "Privacy: none", "Authorization: NoOneKnowsThisScheme opaque-data=here\r\nPrivacy: none")},
        {"3.3.8 several of what there is one of", Fate::DoesNotMatter,
         with(plain(), "CSeq: 1 INVITE",
              "CSeq: 5 INVITE\r\nCall-ID: second@127.0.0.1\r\nCSeq: 59 INVITE\r\nFrom: "
              "other <sip:o@127.0.0.1>;tag=3413415")},
        {"3.3.9 several lengths", Fate::DoesNotMatter,
         with(plain(), "Content-Type:", "Content-Length: 13\r\nContent-Type:")},
        {"3.3.10 an answer to everybody", Fate::GoesAway,
         with("SIP/2.0 200 OK\r\n" + plain().mid(requestLine.size()), "UDP 127.0.0.1:9;", "UDP 255.255.255.255;")},
        {"3.3.11 no way left to go", Fate::DoesNotMatter, with(plain(), "Max-Forwards: 70", "Max-Forwards: 0")},
        {"3.3.15 an answer that takes no answer", Fate::GoesAway,
         "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKx\r\n\r\n"},
        {"3.4.1 as telephones spoke before 2002", Fate::Rings,
         "INVITE sip:+493023125010@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9\r\nFrom: <sip:caller@127.0.0.1>\r\nTo: "
         "<sip:+493023125010@127.0.0.1>\r\nCall-ID: old-times@127.0.0.1\r\nCSeq: 1 INVITE\r\nSubject: old\r\nContact: "
         "<sip:caller@127.0.0.1:9>\r\nContent-Length: 0\r\n\r\n"},
    };
}

} // namespace

TEST_CASE("Torture messages of RFC 4475: each meets its fate, and the next call is offered", "[sip][robustness]")
{
    const bool tcp = GENERATE(false, true);
    SipConfig config = quickConfig();
    config.ringTimeout = 60s;
    SipDesk desk(config);
    std::vector<Message> all = wellFormed();
    for (const auto& more : {broken(), nonsense()})
        all.insert(all.end(), more.begin(), more.end());
    for (const Message& message : all) {
        INFO(message.name << (tcp ? ", TCP" : ", UDP"));
        const std::size_t before = desk.log.offers.size();
        QByteArray packet = message.packet;
        if (tcp)
            packet.replace("SIP/2.0/UDP", "SIP/2.0/TCP");
        auto wire = std::make_unique<Wire>(tcp ? SOCK_STREAM : SOCK_DGRAM, desk.feed.port());
        wire->say(packet);
        if (message.fate == Fate::Rings) {
            CHECK(turnUntil([&] { return desk.log.offers.size() == before + 1; }, 5s));
            // Whoever does not ask for an answer at his real port gets it at the other one.
            if (packet.contains(";rport"))
                CHECK(turnUntil([&] { return wire->heard().startsWith("SIP/2.0 180 "); }, 5s));
        } else {
            turnFor(25ms);
        }
        if (message.fate == Fate::GoesAway)
            CHECK(desk.log.offers.size() == before);

        const std::size_t now = desk.log.offers.size();
        Wire good(SOCK_DGRAM, desk.feed.port());
        good.say(plain());
        CHECK(turnUntil([&] { return desk.log.offers.size() > now; }, 5s));
    }
    CHECK(desk.feed.backendState() == ports::BackendState::Up);
}

} // namespace vorzimmer::telephony
