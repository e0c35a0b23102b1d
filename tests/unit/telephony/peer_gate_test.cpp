#include "sofia/peer_gate.h"

#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace vorzimmer::telephony::sofia {

namespace {

bool admits(const PeerGate& gate, const char* address)
{
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    if (::inet_pton(AF_INET6, address, &v6.sin6_addr) == 1)
        return gate.admits(reinterpret_cast<const sockaddr*>(&v6), sizeof v6);
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    REQUIRE(::inet_pton(AF_INET, address, &v4.sin_addr) == 1);
    return gate.admits(reinterpret_cast<const sockaddr*>(&v4), sizeof v4);
}

} // namespace

TEST_CASE("Without a list only this machine may call", "[gate]")
{
    const auto gate = PeerGate::from({});
    REQUIRE(gate.has_value());
    for (const char* address : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
        CHECK(admits(*gate, address));
    for (const char* address : {"192.0.2.1", "10.0.0.1", "2001:db8::1", "::ffff:192.0.2.1", "0.0.0.0"})
        CHECK(!admits(*gate, address));
}

TEST_CASE("A list admits its addresses and networks, and nobody else", "[gate]")
{
    const auto gate = PeerGate::from({u"192.0.2.1"_qs, u" 10.0.0.0/8 "_qs, u"2001:db8::/32"_qs});
    REQUIRE(gate.has_value());
    for (const char* address : {"192.0.2.1", "::ffff:192.0.2.1", "10.255.0.3", "2001:db8::5"})
        CHECK(admits(*gate, address));
    for (const char* address : {"192.0.2.2", "11.0.0.1", "2001:db9::5", "127.0.0.1", "::1"})
        CHECK(!admits(*gate, address));
}

TEST_CASE("What is no address or network is named", "[gate]")
{
    for (const QString& text : {u"pbx.example"_qs, u"10.0.0.0/99"_qs, u""_qs}) {
        const auto gate = PeerGate::from({text});
        REQUIRE(!gate.has_value());
        CHECK(gate.error().fault == domain::Fault::Invalid);
        CHECK(gate.error().detail.contains(text));
    }
}

TEST_CASE("An address of an unknown family may not call", "[gate]")
{
    const auto gate = PeerGate::from({u"0.0.0.0/0"_qs});
    REQUIRE(gate.has_value());
    sockaddr local{};
    local.sa_family = AF_UNIX;
    CHECK(!gate->admits(&local, sizeof local));
    sockaddr_in brief{};
    brief.sin_family = AF_INET;
    CHECK(!gate->admits(reinterpret_cast<const sockaddr*>(&brief), sizeof(sockaddr) / 2));
}

} // namespace vorzimmer::telephony::sofia
