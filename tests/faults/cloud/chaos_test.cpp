#include <catch2/catch.hpp>

#include "sync_chaos.h"
#include "topic_server_rig.h"

using namespace vorzimmer::testing;

TEST_CASE("two desks and a client at random, killed and cut off: equal in the end, nothing lost, nothing doubled", "[chaos]")
{
    bool given = false;
    auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("SYNC_SEED", &given));
    if (!given)
        seed = std::random_device()() >> 1;
    INFO("SYNC_SEED=" << seed);
    const ChaosFindings found = runChaos(seed, roundsPerList, [] { return std::make_unique<TopicServerRig>(); });
    CHECK(found.lost == 0);
    CHECK(found.doubled == 0);
    CHECK(found.diverged == 0);
    CHECK(found.kills > 0);
    CHECK(found.conflicts > 0);
}
