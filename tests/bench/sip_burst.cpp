// A burst of calls into the real window on the demo bureau: from the caller's INVITE to the call painted in the window. And,
// in the same run, the same burst into Sofia-SIP alone, from the INVITE to its callback.
#include "bare_sip.h"

#include "vorzimmer/cloud/topic_sync.h"
#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/reception.h"
#include "vorzimmer/exchange/demo_bureau.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/file_key_ring.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"
#include "vorzimmer/telephony/sip_feed.h"
#include "vorzimmer/widgets/appearance.h"
#include "vorzimmer/widgets/reception_page.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace vorzimmer;

namespace {

using namespace std::chrono_literals;

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

double percentile(std::vector<double> values, size_t hundredth)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * hundredth / 100)];
}

/// Lets sipp call, and leaves the event loop when the last call is over.
class Burst : public QObject {
public:
    void begin(quint16 port, int calls)
    {
        connect(&m_sipp, &QProcess::finished, this, [] { QTimer::singleShot(500ms, qApp, &QCoreApplication::quit); });
        connect(&m_sipp, &QProcess::errorOccurred, this, [] { QCoreApplication::exit(1); });
        m_sipp.setStandardOutputFile(QProcess::nullDevice());
        m_sipp.start(QStringLiteral("sipp"),
                     {QStringLiteral("-sf"), QStringLiteral(SIPP_SCENARIOS "/stamped_call_given_up.xml"),
                      QStringLiteral("-s"), QStringLiteral("+493023125010"), QStringLiteral("-m"), QString::number(calls),
                      QStringLiteral("-r"), QString::number(callsPerSecond), QStringLiteral("-l"),
                      QString::number(10 * callsPerSecond), QStringLiteral("-d"), QString::number(ringsForMs),
                      QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-nostdin"),
                      QStringLiteral("127.0.0.1:%1").arg(port)});
    }

private:
    QProcess m_sipp;
};

/// Takes the time when the window has painted what there is to see of the calls offered until then.
class PaintWatch : public QObject {
public:
    PaintWatch(ports::CallFeed& feed, QWidget& window) : m_window(window)
    {
        window.installEventFilter(this);
        // The desk was connected before, so it knows the call by now.
        connect(&feed, &ports::CallFeed::callOffered, this, [this](const ports::CallOffer& offer) {
            ++offered;
            m_awaited.push_back(stampOf(offer.callerDisplay));
        });
    }

    std::vector<double> times;
    int offered = 0;

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_awaited.empty())
            // After this very event has been handled: then everything dirty has been painted and flushed.
            QMetaObject::invokeMethod(
                &m_window,
                [this, seen = std::exchange(m_awaited, {})] {
                    for (const double stamp : seen)
                        times.push_back(wallClock() - stamp);
                },
                Qt::QueuedConnection);
        return false;
    }

    QWidget& m_window;
    std::vector<double> m_awaited;
};

/// The burst into Sofia-SIP alone; empty when it cannot be run.
std::vector<double> bareTimes(int calls)
{
    std::vector<double> times;
    test::BareSip library([&times](const std::string& display) {
        QString name = QString::fromStdString(display);
        times.push_back(wallClock() - stampOf(name.remove(u'"')));
    });
    Burst burst;
    const quint16 port = library.port();
    if (port == 0)
        return {};
    burst.begin(port, calls);
    return QApplication::exec() == 0 ? times : std::vector<double>();
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

    const QTemporaryDir folder;
    system::SystemClock clock;
    system::RandomIds ids;
    numbers::LibPhoneNumberPlan numbers;
    system::FileKeyRing keys(folder.path() + QStringLiteral("/credentials.json"));
    auto directory = store::makeDirectory({folder.path()}, store::Missing::Create);
    auto room = store::makeCabinetRoom({folder.path()}, clock, ids);
    const auto made = exchange::makeDemoBureau({*directory, *room, numbers, clock.nowUtc(), {}, {}}, ids, keys,
                                               &desk::ListKeeper::tokenName);
    const auto anna = directory->authenticate(QStringLiteral("anna"), exchange::demoPassword());
    if (!made || !anna) {
        std::fputs("the demo bureau cannot be made\n", stderr);
        return 1;
    }
    // The store belongs to its lane from here on.
    directory = store::makeDirectory({folder.path()}, store::Missing::Refuse);
    room = store::makeCabinetRoom({folder.path()}, clock, ids);

    std::vector<double> times;
    int offered = 0;
    {
        lane::Lane storeLane("store");
        desk::Office office{storeLane, *directory, clock, ids, numbers, keys, QStringLiteral("DE")};
        desk::Gatekeeper gatekeeper(office, *room, *anna);
        const auto board = cloud::makeTopicBoard(storeLane, clock);
        desk::ListKeeper lists(office, gatekeeper, *board);
        telephony::SipConfig config;
        config.port = 0;
        telephony::SipFeed feed(config);
        desk::Reception reception(office, gatekeeper, feed);
        QMainWindow window;
        window.setCentralWidget(new widgets::ReceptionPage(office, reception, lists, QStringLiteral("Anna Brandt")));
        window.resize(1440, 860);
        window.show();
        PaintWatch watch(feed, window);
        Burst burst;
        QObject::connect(&feed, &ports::CallFeed::backendStateChanged, &burst, [&](ports::BackendState state) {
            if (state == ports::BackendState::Up)
                burst.begin(feed.port(), calls);
        });
        feed.start();
        const int code = QApplication::exec();
        feed.stop();
        if (code != 0) {
            std::fputs("sipp could not be run\n", stderr);
            return code;
        }
        times = watch.times;
        offered = watch.offered;
        storeLane.post([held = std::shared_ptr(std::move(room)), also = std::shared_ptr(std::move(directory))] {});
    }
    const std::vector<double> bare = bareTimes(calls);
    std::printf("{\"bench\":\"sip-burst\",\"calls\":%d,\"lost\":%d,\"painted\":%zu,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
                "\"max_ms\":%.2f,\"bare_calls\":%zu,\"bare_p50_ms\":%.2f,\"bare_p99_ms\":%.2f}\n",
                calls, calls - offered, times.size(), percentile(times, 50), percentile(times, 99), percentile(times, 100),
                bare.size(), percentile(bare, 50), percentile(bare, 99));
    return offered == calls && !bare.empty() ? 0 : 1;
}
