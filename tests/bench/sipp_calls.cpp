#include "sipp_calls.h"

#include <QEventLoop>
#include <QProcess>
#include <QTimer>

namespace vorzimmer::test {

using namespace std::chrono_literals;

bool runSipp(quint16 port, const QStringList& arguments)
{
    QEventLoop calls;
    QProcess sipp;
    QObject::connect(&sipp, &QProcess::finished, &calls, [&] { QTimer::singleShot(500ms, &calls, &QEventLoop::quit); });
    QObject::connect(&sipp, &QProcess::errorOccurred, &calls, [&] { calls.exit(1); });
    sipp.setStandardOutputFile(QProcess::nullDevice());
    sipp.start(QStringLiteral("sipp"), arguments + QStringList{QStringLiteral("-i"), QStringLiteral("127.0.0.1"),
                                                               QStringLiteral("-nostdin"), QStringLiteral("127.0.0.1:%1").arg(port)});
    return calls.exec() == 0;
}

} // namespace vorzimmer::test
