#include "http/endpoint.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::cloud::http;

namespace {

QUrl url(const char* text)
{
    return QUrl(QString::fromLatin1(text));
}

} // namespace

TEST_CASE("an address is taken as the root of the list")
{
    CHECK(checkedEndpoint(url("https://list.example.org/desk//")).value() == url("https://list.example.org/desk"));
    CHECK(checkedEndpoint(url("https://list.example.org/?key=abc#top")).value() == url("https://list.example.org"));
    CHECK(checkedEndpoint(url("https://list.example.org:8443/a%2Fb")).value() == url("https://list.example.org:8443/a%2Fb"));
}

TEST_CASE("plain http stays on this machine")
{
    for (const char* home :
         {"http://localhost:8737", "http://127.0.0.1:1", "http://127.8.7.6", "http://[::1]:80", "http://LOCALHOST"})
        CHECK(checkedEndpoint(url(home)));
    for (const char* away :
         {"http://example.org", "http://192.168.1.2", "http://127.0.0.1.example.org", "http://[fe80::1]"}) {
        const auto refused = checkedEndpoint(url(away));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().detail.contains(QLatin1String("https://")));
    }
}

TEST_CASE("what is no web address is refused without repeating it")
{
    for (const char* wrong :
         {"", "list", "ftp://example.org", "file:///etc/passwd", "https://", "https://user:secret@example.org"}) {
        const auto refused = checkedEndpoint(url(wrong));
        REQUIRE_FALSE(refused);
        CHECK_FALSE(refused.error().detail.contains(QLatin1String("secret")));
        CHECK_FALSE(refused.error().detail.contains(QLatin1String("example.org")));
    }
}

TEST_CASE("a token that could break out of its header is refused")
{
    CHECK(isUsableToken("abc-123._~+/="));
    for (const QByteArray& token :
         {QByteArray(), QByteArray("a b"), QByteArray("a\r\nX-Evil: 1"), QByteArray("t\xc3\xb6ken")})
        CHECK_FALSE(isUsableToken(token));
}
