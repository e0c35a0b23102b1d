#include "http/retry_after.h"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using vorzimmer::cloud::http::retryAfter;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

} // namespace

TEST_CASE("Retry-After in seconds")
{
    CHECK(retryAfter("120", {}, now) == 120s);
    CHECK(retryAfter(" 0 ", {}, now) == 0s);
    CHECK(retryAfter("99999999999999999999", {}, now) == std::chrono::hours(24 * 365));
}

TEST_CASE("Retry-After as a date is measured against the server's own clock")
{
    CHECK(retryAfter("Sun, 01 Mar 2026 12:01:30 GMT", {}, now) == 90s);
    // This desk's clock is a year behind; the server meant one minute.
    CHECK(retryAfter("Mon, 01 Mar 2027 12:01:00 GMT", "Mon, 01 Mar 2027 12:00:00 GMT", now) == 60s);
    CHECK(retryAfter("Sun, 01 Mar 2026 11:59:00 GMT", {}, now) == 0s);
}

TEST_CASE("a Retry-After that says nothing is none")
{
    CHECK_FALSE(retryAfter({}, {}, now));
    CHECK_FALSE(retryAfter("soon", {}, now));
    CHECK_FALSE(retryAfter("-5", {}, now));
}
