#include "melody.h"
#include "packet_door.h"
#include "sample_queue.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace vorzimmer::audio {

using namespace std::chrono_literals;

namespace {

std::vector<Sample> counting(int from, std::size_t count)
{
    std::vector<Sample> samples(count);
    std::iota(samples.begin(), samples.end(), Sample(from));
    return samples;
}

std::vector<Sample> pulled(SampleQueue& queue, std::size_t count)
{
    std::vector<Sample> samples(count, Sample(-1));
    queue.pull(samples);
    return samples;
}

std::array<std::uint8_t, 12> packet(int type)
{
    std::array<std::uint8_t, 12> bytes{0x80};
    bytes[1] = std::uint8_t(type);
    return bytes;
}

} // namespace

TEST_CASE("A queue gives what was put in, after its cushion, and silence when dry", "[audio]")
{
    SampleQueue queue(4, 10);
    queue.push(counting(1, 3));
    CHECK(pulled(queue, 2) == std::vector<Sample>{0, 0});
    queue.push(counting(4, 1));
    CHECK(pulled(queue, 2) == std::vector<Sample>{1, 2});
    CHECK(pulled(queue, 4) == std::vector<Sample>{3, 4, 0, 0});
    queue.push(counting(5, 3));
    CHECK(pulled(queue, 1) == std::vector<Sample>{0}); // collects again
    queue.push(counting(8, 1));
    CHECK(pulled(queue, 1) == std::vector<Sample>{5});
    queue.clear();
    CHECK(pulled(queue, 1) == std::vector<Sample>{0});
}

TEST_CASE("What would come late is dropped, oldest first", "[audio]")
{
    SampleQueue queue(2, 5);
    queue.push(counting(1, 4));
    queue.push(counting(5, 3));
    CHECK(pulled(queue, 5) == std::vector<Sample>{3, 4, 5, 6, 7});
    queue.push(counting(1, 20));
    CHECK(pulled(queue, 5) == std::vector<Sample>{16, 17, 18, 19, 20});
}

TEST_CASE("Only packets of the agreed types come in", "[audio]")
{
    PacketDoor door;
    door.expect("192.0.2.9:4000", {8, 101});
    CHECK(door.admits(packet(8), "192.0.2.9:4000"));
    CHECK(door.admits(packet(0x80 | 101), "192.0.2.9:4000")); // with a marker
    CHECK(!door.admits(packet(0), "192.0.2.9:4000"));
    CHECK(!door.admits(std::array<std::uint8_t, 11>{0x80, 8}, "192.0.2.9:4000"));
    CHECK(!door.admits(std::array<std::uint8_t, 12>{0x40, 8}, "192.0.2.9:4000"));
    CHECK(!door.admits({}, "192.0.2.9:4000"));
}

TEST_CASE("A stranger is not heard while the peer speaks", "[audio]")
{
    PacketDoor door;
    door.expect("192.0.2.9:4000", {8});
    const auto start = PacketDoor::Clock::now();
    // From behind a translator: the first to speak.
    CHECK(door.admits(packet(8), "198.51.100.1:7000", start));
    CHECK(!door.admits(packet(8), "203.0.113.1:9999", start + 20ms));
    CHECK(door.admits(packet(8), "192.0.2.9:4000", start + 40ms));
    CHECK(!door.admits(packet(8), "198.51.100.1:7000", start + 60ms));
    CHECK(door.admits(packet(8), "198.51.100.1:7000", start + 3s));
    door.expect("192.0.2.10:4000", {8});
    CHECK(door.admits(packet(8), "192.0.2.10:4000", start + 3s));
}

TEST_CASE("The bell rings over and over, the other sounds end, none is cut off or silent", "[audio]")
{
    std::vector<Sample> second(sampleRate);
    const auto loudest = [&second] { return *std::max_element(second.begin(), second.end()); };
    CHECK(play(Melody::Ring, 0, second));
    CHECK(loudest() > 5000);
    CHECK(loudest() < 32767);
    CHECK(play(Melody::Ring, 4 * std::size_t(sampleRate), second));
    CHECK(loudest() < 1000); // the rest between
    CHECK(play(Melody::Ring, 500 * std::size_t(sampleRate), second));
    CHECK(loudest() > 5000);
    CHECK(!play(Melody::Notice, 0, second));
    CHECK(loudest() > 3000);
    CHECK(!play(Melody::Notice, 2 * std::size_t(sampleRate), second));
    CHECK(loudest() == 0);
    CHECK(play(Melody::Test, 0, second));
}

} // namespace vorzimmer::audio
