#include "vorzimmer/desk/throttle.h"

#include "event_loop/turn_until.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;

TEST_CASE("what is asked for often is done at once, and once more when the pause is over")
{
    int done = 0;
    desk::Throttle throttle(std::chrono::milliseconds(50), [&done] { ++done; });
    for (int i = 0; i < 100; ++i)
        throttle.ask();
    CHECK(done == 1);
    CHECK(test::turnUntil([&done] { return done == 2; }));
    test::turnFor(std::chrono::milliseconds(150));
    CHECK(done == 2); // nothing was asked for since
    throttle.ask();
    CHECK(done == 3);
}

TEST_CASE("what asks for itself again is not called within itself")
{
    int done = 0;
    int deep = 0;
    desk::Throttle* again = nullptr;
    desk::Throttle throttle(std::chrono::milliseconds(5), [&] {
        CHECK(++deep == 1);
        if (++done < 3)
            again->ask();
        --deep;
    });
    again = &throttle;
    throttle.ask();
    CHECK(done == 1);
    CHECK(test::turnUntil([&done] { return done == 3; }));
}
