// Two desks with real cabinets and a client's editor at random on one list, over a bad line, with kill -9 and decisions at
// random: how many texts were lost, topics doubled, rounds left unequal. SYNC_ROUNDS, SYNC_SEED and SYNC_PROVIDER set what
// is done.
#include "sync_chaos.h"
#include "rigs.h"
#include "test_bench.h"

#include <catch2/catch.hpp>

#include <random>

using namespace vorzimmer;
using namespace vorzimmer::testing;

const char* const vorzimmer::bench::description =
    "two desks and a client at random over a bad line: texts lost, topics doubled, rounds diverged";

TEST_CASE("chaos")
{
    const QString provider = qEnvironmentVariable("SYNC_PROVIDER", QStringLiteral("topics"));
    if (const QString missing = missingFor(provider); !missing.isEmpty())
        FAIL("there is no " << missing.toStdString() << "; providers are "
                            << rigNames().join(QLatin1Char(' ')).toStdString());
    const int rounds = bench::number("SYNC_ROUNDS", 500);
    const auto seed = static_cast<unsigned>(bench::number("SYNC_SEED", static_cast<int>(std::random_device()() >> 1)));
    const ChaosFindings found = runChaos(seed, rounds, [&provider] { return makeRig(provider); });
    bench::setResult(QByteArrayLiteral("{\"bench\":\"sync-chaos\",\"provider\":\"") + provider.toUtf8() +
                     "\",\"rounds\":" + QByteArray::number(rounds) + ",\"lost\":" + QByteArray::number(found.lost) +
                     ",\"doubled\":" + QByteArray::number(found.doubled) + ",\"diverged\":" +
                     QByteArray::number(found.diverged) + ",\"conflicts\":" + QByteArray::number(found.conflicts) +
                     ",\"kills\":" + QByteArray::number(found.kills) + ",\"seed\":" + QByteArray::number(seed) + "}");
    CHECK(found.isClean());
}
