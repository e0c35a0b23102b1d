#include "command.h"

#include <QCoreApplication>
#include <QLoggingCategory>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vorzimmer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VORZIMMER_VERSION));
    // The commands say what they did; the log is for the console. QT_LOGGING_RULES still overrides this.
    QLoggingCategory::setFilterRules(QStringLiteral("vorzimmer.*.info=false\nvorzimmer.*.debug=false"));
    return static_cast<int>(vorzimmer::ctl::runCommandLine(QCoreApplication::arguments()));
}
