#include "vorzimmer/domain/phone_line.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;
using namespace std::chrono_literals;

namespace {

PhoneLine goodLine()
{
    PhoneLine line;
    line.name = QStringLiteral("Zentrale");
    line.user = QStringLiteral("4930231250");
    line.server = QStringLiteral("sip.example.net");
    return line;
}

/// What is wrong with a good line after one change.
template <class Change>
LineFlaw after(Change change)
{
    PhoneLine line = goodLine();
    change(line);
    return tidy(line);
}

} // namespace

TEST_CASE("A machine is read as people write it")
{
    const auto read = [](const char* written) { return serverPlace(QString::fromLatin1(written)); };
    CHECK(read("sip.example.net") == ServerPlace{QStringLiteral("sip.example.net"), 0});
    CHECK(read(" SIP.Example.Net:5070 ") == ServerPlace{QStringLiteral("sip.example.net"), 5070});
    CHECK(read("192.0.2.7") == ServerPlace{QStringLiteral("192.0.2.7"), 0});
    CHECK(read("pbx") == ServerPlace{QStringLiteral("pbx"), 0});
    CHECK(read("2001:db8::7") == ServerPlace{QStringLiteral("2001:db8::7"), 0});
    CHECK(read("::1") == ServerPlace{QStringLiteral("::1"), 0});
    CHECK(read("[::1]:5061") == ServerPlace{QStringLiteral("::1"), 5061});
    CHECK(read("[2001:db8:0:0:0:0:0:7]") == ServerPlace{QStringLiteral("2001:db8:0:0:0:0:0:7"), 0});
    CHECK(read("::ffff:192.0.2.7") == ServerPlace{QStringLiteral("::ffff:192.0.2.7"), 0});
    for (const char* wrong :
         {"", "sip example", "sip.example.net:", "sip.example.net:0", "sip.example.net:65536", "sip.example.net:x", "300.0.0.1",
          "1.2.3", "[::1]:", "[::1", "[sip.example.net]", "1:2:3", ":::", "1::2::3", "2001:db8::12345", "1:2:3:4:5:6:7:8:9",
          "::ffff:300.0.0.1", "-a.example", "a..b", "user@host", "host/path", "host;transport=tcp", "host\r\nVia: x"}) {
        INFO(wrong);
        CHECK_FALSE(read(wrong));
    }
    CHECK(toText({QStringLiteral("::1"), 5061}) == QStringLiteral("[::1]:5061"));
    CHECK(toText({QStringLiteral("::1"), 0}) == QStringLiteral("::1"));
    CHECK(toText({QStringLiteral("pbx"), 5070}) == QStringLiteral("pbx:5070"));
}

TEST_CASE("A line is tidied before it is judged")
{
    PhoneLine line = goodLine();
    line.name = QStringLiteral("  Zentrale   Berlin ");
    line.user = QStringLiteral(" 4930231250 ");
    line.server = QStringLiteral(" sip:SIP.Example.net:5060 ");
    line.proxy = QStringLiteral("sips:edge.example.net");
    line.number = QStringLiteral(" +49 (30)  23125-0");
    CHECK(tidy(line) == LineFlaw::None);
    CHECK(line.name == QStringLiteral("Zentrale Berlin"));
    CHECK(line.proxy == QStringLiteral("edge.example.net"));
    CHECK(line.number == QStringLiteral("+49 (30) 23125-0"));
    CHECK(addressOf(line) == QStringLiteral("4930231250@sip.example.net:5060"));
    line.server = QStringLiteral("2001:DB8::7");
    CHECK(tidy(line) == LineFlaw::None);
    CHECK(addressOf(line) == QStringLiteral("4930231250@[2001:db8::7]"));
}

TEST_CASE("Each flaw of a line is told apart")
{
    const auto set = [](QString PhoneLine::*field, const char* text) {
        return after([&](PhoneLine& line) { line.*field = QString::fromUtf8(text); });
    };
    CHECK(set(&PhoneLine::name, " ") == LineFlaw::NameMissing);
    CHECK(set(&PhoneLine::name, QByteArray(61, 'n').constData()) == LineFlaw::NameTooLong);
    CHECK(set(&PhoneLine::user, " ") == LineFlaw::UserMissing);
    for (const char* wrong : {"a@b", "a b", "a:b", "a;b", "<a>", "\"a\"", "\xc3\xa4", "a\r\nb", "50%"}) {
        INFO(wrong);
        CHECK(set(&PhoneLine::user, wrong) == LineFlaw::UserUnfit);
    }
    CHECK(set(&PhoneLine::user, "+4930-231.250_a") == LineFlaw::None);
    CHECK(set(&PhoneLine::server, "sip:") == LineFlaw::ServerMissing);
    CHECK(set(&PhoneLine::server, "sip example net") == LineFlaw::ServerUnfit);
    CHECK(set(&PhoneLine::login, "a:b") == LineFlaw::LoginUnfit);
    CHECK(set(&PhoneLine::login, "a\"b") == LineFlaw::LoginUnfit);
    CHECK(set(&PhoneLine::login, "user@realm") == LineFlaw::None);
    CHECK(set(&PhoneLine::proxy, "edge.example.net:0") == LineFlaw::ProxyUnfit);
    CHECK(set(&PhoneLine::number, "call me") == LineFlaw::NumberUnfit);
    CHECK(set(&PhoneLine::number, "1") == LineFlaw::NumberUnfit);
    CHECK(after([](PhoneLine& line) { line.expiry = 29s; }) == LineFlaw::ExpiryUnfit);
    CHECK(after([](PhoneLine& line) { line.expiry = 24h + 1s; }) == LineFlaw::ExpiryUnfit);
    CHECK(after([](PhoneLine& line) { line.expiry = 30s; }) == LineFlaw::None);
}
