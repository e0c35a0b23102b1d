#include "vorzimmer/cloud/sync_options.h"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using vorzimmer::cloud::BackoffPolicy;

TEST_CASE("the pause grows with each failure and stays below the ceiling")
{
    const BackoffPolicy policy;
    CHECK(policy.delay(1, {}, 0.5) == 1s);
    CHECK(policy.delay(2, {}, 0.5) == 2s);
    CHECK(policy.delay(5, {}, 0.5) == 16s);
    CHECK(policy.delay(9, {}, 0.5) == 150s);
    CHECK(policy.delay(1'000'000, {}, 0.5) == 150s);
    CHECK(policy.delay(3, {}, 0.0) == 0s);
    CHECK(policy.delay(3, {}, 0.999) < 8s);
}

TEST_CASE("what the other side asks for is obeyed, up to a limit")
{
    const BackoffPolicy policy;
    CHECK(policy.delay(1, 30s, 0.5) == 30s);
    CHECK(policy.delay(9, 30s, 0.5) == 150s);
    CHECK(policy.delay(1, 900s, 0.5) == 900s);
    CHECK(policy.delay(1, std::chrono::hours(24 * 365), 0.5) == 900s);
    CHECK(policy.delay(1, std::chrono::seconds::max(), 0.5) == 900s);
}
