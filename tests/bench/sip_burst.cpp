// A burst of calls into the real window on the demo bureau: from the caller's INVITE to the call painted in the window. And,
// in the same run, the same burst into Sofia-SIP alone, from the INVITE to its callback.
#include "after_painting.h"
#include "bare_sip.h"
#include "demo_desk.h"
#include "percentile.h"
#include "sipp_calls.h"

#include "vorzimmer/widgets/appearance.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

using namespace vorzimmer;
using test::percentile;

namespace {

constexpr int callsPerSecond = 50;
constexpr int usualSeconds = 60;
constexpr int ringsForMs = 2000;

/// Milliseconds since 1970, as sipp stamps them too.
double wallClock()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// When the INVITE was written: the caller's name ends with the seconds since 1970.
double stampOf(const QString& display)
{
    constexpr qsizetype length = 17;
    return display.right(length).toDouble() * 1000;
}

/// So many calls, a burst long.
QStringList burstOf(int calls)
{
    return {QStringLiteral("-sf"), QStringLiteral(SIPP_SCENARIOS "/stamped_call_given_up.xml"),
            QStringLiteral("-s"), QStringLiteral("+493023125010"), QStringLiteral("-m"), QString::number(calls),
            QStringLiteral("-r"), QString::number(callsPerSecond), QStringLiteral("-l"),
            QString::number(10 * callsPerSecond), QStringLiteral("-d"), QString::number(ringsForMs)};
}

/// Takes the time when the window has painted what there is to see of the calls offered until then.
class BurstWatch : public QObject {
public:
    BurstWatch(ports::CallFeed& feed, QWidget& window) : m_afterPainting(window)
    {
        connect(&feed, &ports::CallFeed::callOffered, this, [this](const ports::CallOffer& offer) {
            ++offered;
            m_offered.push_back(stampOf(offer.callerDisplay));
        });
        // The desk tells its list of all calls that were offered until then.
        const auto* waiting = window.findChild<QAbstractItemView*>(QStringLiteral("waiting"));
        connect(waiting->model(), &QAbstractItemModel::rowsInserted, this, [this] {
            m_afterPainting.run([this, seen = std::exchange(m_offered, {})] {
                for (const double stamp : seen)
                    times.push_back(wallClock() - stamp);
            });
        });
    }

    std::vector<double> times;
    int offered = 0;

private:
    test::AfterPainting m_afterPainting;
    std::vector<double> m_offered; ///< and not in the list yet
};

/// The burst into Sofia-SIP alone; empty when it cannot be run.
std::vector<double> bareTimes(int calls)
{
    std::vector<double> times;
    test::BareSip library([&times](const std::string& display) {
        QString name = QString::fromStdString(display);
        times.push_back(wallClock() - stampOf(name.remove(u'"')));
    });
    const quint16 port = library.port();
    return port != 0 && test::runSipp(port, burstOf(calls)) ? times : std::vector<double>();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.contains(QStringLiteral("--describe"))) {
        std::puts(
            "50 INVITE a second into the open window: INVITE sent to call painted, beside bare Sofia-SIP (option: seconds)");
        return 0;
    }
    const int seconds = arguments.size() > 1 ? std::max(arguments.at(1).toInt(), 1) : usualSeconds;
    const int calls = seconds * callsPerSecond;
    widgets::applyTheme(application, widgets::ThemeChoice::Light);

    std::vector<double> times;
    int offered = 0;
    {
        const auto desk = test::DemoDesk::open();
        if (!desk)
            return 1;
        BurstWatch watch(desk->feed(), desk->window());
        if (!desk->takeCalls(burstOf(calls))) {
            std::fputs("sipp could not be run\n", stderr);
            return 1;
        }
        times = watch.times;
        offered = watch.offered;
    }
    const std::vector<double> bare = bareTimes(calls);
    std::printf("{\"bench\":\"sip-burst\",\"calls\":%d,\"lost\":%d,\"painted\":%zu,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
                "\"max_ms\":%.2f,\"bare_calls\":%zu,\"bare_p50_ms\":%.2f,\"bare_p99_ms\":%.2f}\n",
                calls, calls - offered, times.size(), percentile(times, 50), percentile(times, 99), percentile(times, 100),
                bare.size(), percentile(bare, 50), percentile(bare, 99));
    return offered == calls && !bare.empty() ? 0 : 1;
}
