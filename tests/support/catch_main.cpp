#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QCoreApplication>

/// Every Catch2 binary's main: many of the things under test need an application's event dispatcher.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
