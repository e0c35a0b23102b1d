// Two desks with real cabinets and a client's editor at random on one list, over a bad line, with kill -9 and decisions at
// random: how many texts were lost, topics doubled, rounds left unequal. SYNC_ROUNDS, SYNC_SEED and SYNC_PROVIDER set what
// is done.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "rigs.h"
#include "sync_chaos.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

using namespace vorzimmer::testing;

namespace {

QByteArray result = "{\"bench\":\"sync-chaos\",\"error\":\"broken off\"}";

int number(const char* name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

} // namespace

TEST_CASE("chaos")
{
    const QString provider = qEnvironmentVariable("SYNC_PROVIDER", QStringLiteral("topics"));
    if (const QString missing = missingFor(provider); !missing.isEmpty())
        FAIL("there is no " << missing.toStdString() << "; providers are "
                            << rigNames().join(QLatin1Char(' ')).toStdString());
    const int rounds = number("SYNC_ROUNDS", 500);
    const auto seed = static_cast<unsigned>(number("SYNC_SEED", static_cast<int>(std::random_device()() >> 1)));
    const ChaosFindings found = runChaos(seed, rounds, [&provider] { return makeRig(provider); });
    result = QByteArrayLiteral("{\"bench\":\"sync-chaos\",\"provider\":\"") + provider.toUtf8() +
             "\",\"rounds\":" + QByteArray::number(rounds) + ",\"lost\":" + QByteArray::number(found.lost) +
             ",\"doubled\":" + QByteArray::number(found.doubled) + ",\"diverged\":" + QByteArray::number(found.diverged) +
             ",\"conflicts\":" + QByteArray::number(found.conflicts) + ",\"kills\":" + QByteArray::number(found.kills) +
             ",\"seed\":" + QByteArray::number(seed) + "}";
    CHECK(found.isClean());
}

int main(int argc, char** argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--describe") == 0) {
        std::puts("two desks and a client at random over a bad line: texts lost, topics doubled, rounds diverged");
        return 0;
    }
    const QCoreApplication application(argc, argv);
    Catch::Session session;
    const int failed = session.run();
    std::puts(result.constData()); // the last line
    return failed;
}
