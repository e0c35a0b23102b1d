#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QMutex>
#include <QMutexLocker>
#include <QStringList>

#include <cstdio>
#include <utility>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace {

QMutex mutex;
QStringList log;

/// What the program has logged since the test began, to where a person looks for the reason of a failure.
void printLog()
{
    const QMutexLocker lock(&mutex);
    for (const QString& line : std::as_const(log))
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    log.clear();
}

/// Tests of what goes wrong make a program complain a thousand times, and a failure among that is hard to find.
void keep(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    {
        const QMutexLocker lock(&mutex);
        log.append(qFormatLogMessage(type, context, message));
    }
    if (type == QtFatalMsg)
        printLog();
}

struct LogOfFailures : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;

    void testCaseStarting(const Catch::TestCaseInfo& info) override
    {
        TestEventListenerBase::testCaseStarting(info);
        const QMutexLocker lock(&mutex);
        log.clear();
    }
    void testCaseEnded(const Catch::TestCaseStats& stats) override
    {
        TestEventListenerBase::testCaseEnded(stats);
        if (stats.totals.assertions.failed > 0)
            printLog();
    }
};

} // namespace

CATCH_REGISTER_LISTENER(LogOfFailures)

/// Every Catch2 binary's main: many of the things under test need an application's event dispatcher.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    qInstallMessageHandler(keep);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_set_death_callback(printLog);
#endif
    return Catch::Session().run(argc, argv);
}
