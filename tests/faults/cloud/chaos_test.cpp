#include <catch2/catch.hpp>

#include "rigs.h"
#include "sync_chaos.h"

using namespace vorzimmer::testing;

namespace {

/// Two desks and a client at random, killed and cut off: equal in the end, nothing lost, nothing doubled.
void makeChaosOn(const QString& provider)
{
    bool given = false;
    auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("SYNC_SEED", &given));
    if (!given)
        seed = std::random_device()() >> 1;
    INFO("SYNC_PROVIDER=" << provider.toStdString() << " SYNC_SEED=" << seed);
    const ChaosFindings found = runChaos(seed, roundsPerList, [&provider] { return makeRig(provider); });
    CHECK(found.lost == 0);
    CHECK(found.doubled == 0);
    CHECK(found.diverged == 0);
    CHECK(found.kills > 0);
    CHECK(found.conflicts > 0);
}

} // namespace

// Each is a test of its own for ctest, so that they run side by side.

TEST_CASE("chaos on the topic server", "[chaos][topics]")
{
    makeChaosOn(QStringLiteral("topics"));
}

TEST_CASE("chaos on Radicale", "[chaos][radicale]")
{
    makeChaosOn(QStringLiteral("radicale"));
}

TEST_CASE("chaos on Xandikos", "[chaos][xandikos]")
{
    makeChaosOn(QStringLiteral("xandikos"));
}

TEST_CASE("chaos on Trello", "[chaos][trello]")
{
    makeChaosOn(QStringLiteral("trello"));
}
