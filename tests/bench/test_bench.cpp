#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "test_bench.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

namespace vorzimmer::bench {

namespace {

QByteArray result = "{\"error\":\"broken off\"}";

} // namespace

void setResult(const QByteArray& json)
{
    result = json;
}

int number(const char* name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

} // namespace vorzimmer::bench

int main(int argc, char** argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--describe") == 0) {
        std::puts(vorzimmer::bench::description);
        return 0;
    }
    const QCoreApplication application(argc, argv);
    Catch::Session session;
    const int failed = session.run();
    std::puts(vorzimmer::bench::result.constData());
    return failed;
}
