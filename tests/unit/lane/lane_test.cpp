#include "vorzimmer/lane/lane.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <atomic>

using vorzimmer::lane::Lane;

namespace {

/// Turns the event loop until @p done holds; false after ten seconds.
template <class Condition>
bool turnUntil(Condition done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < 10'000) {
        QEventLoop loop;
        QTimer::singleShot(1, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return done();
}

} // namespace

TEST_CASE("answers come home in the order of the questions, on the asking thread")
{
    Lane lane("test");
    QObject receiver;
    std::vector<int> answers;
    for (int i = 0; i < 1000; ++i) {
        lane.ask(&receiver, [i, &lane] { return lane.isCurrent() ? i : -1; },
                 [&](int answer) {
                     CHECK_FALSE(lane.isCurrent());
                     answers.push_back(answer);
                 });
    }
    REQUIRE(turnUntil([&] { return answers.size() == 1000; }));
    for (int i = 0; i < 1000; ++i)
        CHECK(answers[static_cast<size_t>(i)] == i);
}

TEST_CASE("an answer for a receiver that is gone is dropped, the work is done")
{
    std::atomic<int> done = 0;
    bool delivered = false;
    {
        Lane lane("test");
        auto receiver = std::make_unique<QObject>();
        lane.ask(receiver.get(), [&] { return ++done; }, [&](int) { delivered = true; });
        receiver.reset();
        QObject other;
        bool arrived = false;
        lane.ask(&other, [] { return 0; }, [&](int) { arrived = true; });
        REQUIRE(turnUntil([&] { return arrived; }));
    }
    CHECK(done == 1);
    CHECK_FALSE(delivered);
}

TEST_CASE("a stopped question is not even asked")
{
    Lane lane("test");
    QObject receiver;
    std::stop_source stop;
    std::atomic<bool> asked = false;
    std::atomic<bool> gate = false;
    lane.post([&] {
        while (!gate)
            std::this_thread::yield();
    });
    lane.ask(&receiver, stop.get_token(), [&] { asked = true; return 1; }, [](int) { FAIL("delivered after stop"); });
    stop.request_stop();
    gate = true;
    bool arrived = false;
    lane.ask(&receiver, [] { return 0; }, [&](int) { arrived = true; });
    REQUIRE(turnUntil([&] { return arrived; }));
    CHECK_FALSE(asked);
}

TEST_CASE("what is asked for next overtakes what waits in line")
{
    Lane lane("test");
    QObject receiver;
    std::atomic<bool> gate = false;
    lane.post([&] {
        while (!gate)
            std::this_thread::yield();
    });
    std::vector<int> order;
    const auto note = [&](int number) { order.push_back(number); };
    lane.ask(&receiver, [] { return 1; }, note);
    lane.ask(&receiver, [] { return 2; }, note);
    lane.ask(&receiver, [] { return 3; }, note, vorzimmer::lane::Turn::Next);
    gate = true;
    REQUIRE(turnUntil([&] { return order.size() == 3; }));
    CHECK(order == std::vector<int>{3, 1, 2});
}

TEST_CASE("a move-only value arrives")
{
    Lane lane("test");
    QObject receiver;
    std::unique_ptr<int> held;
    lane.ask(&receiver, [] { return std::make_unique<int>(42); }, [&](std::unique_ptr<int> value) { held = std::move(value); });
    REQUIRE(turnUntil([&] { return held != nullptr; }));
    CHECK(*held == 42);
}

TEST_CASE("the lane finishes what is queued before it goes")
{
    std::atomic<int> done = 0;
    {
        Lane lane("test");
        for (int i = 0; i < 500; ++i)
            lane.post([&] { ++done; });
    }
    CHECK(done == 500);
}

TEST_CASE("a thread that has ended gets no letters and breaks nobody")
{
    Lane lane("test");
    std::atomic<bool> gate = false;
    std::thread asker([&] {
        QObject receiver;
        lane.post([&] {
            while (!gate)
                std::this_thread::yield();
        });
        lane.ask(&receiver, [] { return 1; }, [](int) { FAIL("delivered on an ended thread"); });
    });
    asker.join();
    gate = true;
    QObject receiver;
    bool arrived = false;
    lane.ask(&receiver, [] { return 0; }, [&](int) { arrived = true; });
    CHECK(turnUntil([&] { return arrived; }));
}
