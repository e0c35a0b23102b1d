// From an INVITE of a real peer to the popped screen painted, in the real window on the demo bureau; and, in the same run, the
// time that the same SQL takes through SQLite's C API alone.
#include "raw_pop.h"

#include "cabinet/sqlite_cabinet_room.h"

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
#include <cstdio>

using namespace vorzimmer;

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int warmUp = 20;
constexpr int calls = 220;
/// Each rings for 150 ms; the last one has left the screen before the next one comes, as with a person at the desk.
constexpr int callsPerSecond = 4;
constexpr int rawRounds = 1000;

const domain::PhoneNumber caller = domain::PhoneNumber::fromE164(QStringLiteral("+4915228817386"));
const QString dialled = QStringLiteral("+493023125010");

double percentile(std::vector<double> values, size_t hundredth)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * hundredth / 100)];
}

/// Takes the time when the window has painted what a popped case has put on it.
class PaintWatch : public QObject {
public:
    PaintWatch(desk::Reception& reception, ports::CallFeed& feed, QWidget& window) : m_window(window)
    {
        window.installEventFilter(this);
        connect(&feed, &ports::CallFeed::callOffered, this, [this](const ports::CallOffer& offer) { m_received = offer.receivedAt; });
        connect(&reception, &desk::Reception::currentChanged, this, [this](desk::CaseFile* file) {
            const bool popped = file && file->screen() == desk::CaseScreen::Desk && file->isWaiting();
            m_awaited = popped && !(file->call().id == m_timed);
            if (m_awaited)
                m_timed = file->call().id;
        });
    }

    std::vector<double> times;

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest && m_awaited) {
            m_awaited = false;
            // After this very event has been handled: then everything dirty has been painted and flushed.
            QMetaObject::invokeMethod(
                &m_window, [this] { times.push_back(Milliseconds(Clock::now() - m_received).count()); }, Qt::QueuedConnection);
        }
        return false;
    }

    QWidget& m_window;
    Clock::time_point m_received;
    domain::CallId m_timed;
    bool m_awaited = false;
};

/// The statements of one pop through SQLite's C API, each round timed, in milliseconds.
std::vector<double> rawTimes(const QString& folder, const domain::TenantId& tenant)
{
    system::SystemClock clock;
    system::RandomIds ids;
    const auto room = store::makeCabinetRoom({folder}, clock, ids);
    const auto cabinet = room->open(tenant);
    if (!cabinet || !(*cabinet)->popSheet({caller, clock.nowUtc()}))
        return {};
    const auto file = dynamic_cast<store::SqliteCabinetRoom&>(*room).shelf().take(tenant);
    test::RawPop raw((*file)->database->handle(), (*file)->database->path());
    const qint64 from = clock.nowUtc().toMSecsSinceEpoch();
    const qint64 until = clock.nowUtc().addDays(14).toMSecsSinceEpoch();
    std::vector<double> times;
    for (int i = 0; i < rawRounds; ++i) {
        const auto start = Clock::now();
        raw.run(caller.e164().toUtf8(), from, until);
        times.push_back(Milliseconds(Clock::now() - start).count());
    }
    return times;
}

void rememberTenant(desk::Reception& reception, domain::TenantId& tenant)
{
    QObject::connect(&reception, &desk::Reception::casesChanged, &reception, [&] {
        if (reception.current() && reception.current()->tenant())
            tenant = reception.current()->tenant()->id;
    });
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (QApplication::arguments().contains(QStringLiteral("--describe"))) {
        std::puts("INVITE received to popped screen painted, beside the same SQL through the SQLite C API");
        return 0;
    }
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

    domain::TenantId tenant;
    std::vector<double> times;
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
        rememberTenant(reception, tenant);
        QMainWindow window;
        window.setCentralWidget(new widgets::ReceptionPage(office, reception, lists, QStringLiteral("Anna Brandt")));
        window.resize(1440, 860);
        window.show();
        PaintWatch watch(reception, feed, window);

        QProcess sipp;
        QObject::connect(&feed, &ports::CallFeed::backendStateChanged, &sipp, [&](ports::BackendState state) {
            if (state != ports::BackendState::Up)
                return;
            sipp.start(QStringLiteral("sipp"),
                       {QStringLiteral("-sf"), QStringLiteral(SIPP_SCENARIOS "/caller_gives_up_ringing.xml"), QStringLiteral("-s"), dialled,
                        QStringLiteral("-m"), QString::number(calls), QStringLiteral("-l"), QStringLiteral("1"), QStringLiteral("-r"),
                        QString::number(callsPerSecond), QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-nostdin"),
                        QStringLiteral("127.0.0.1:%1").arg(feed.port())});
        });
        QObject::connect(&sipp, &QProcess::finished, &application, [] { QTimer::singleShot(500, qApp, &QCoreApplication::quit); });
        QObject::connect(&sipp, &QProcess::errorOccurred, &application, [] { QCoreApplication::exit(1); });
        sipp.setStandardOutputFile(QProcess::nullDevice());
        feed.start();
        const int code = QApplication::exec();
        feed.stop();
        if (code != 0) {
            std::fputs("sipp could not be run\n", stderr);
            return code;
        }
        times = watch.times;
        storeLane.post([held = std::shared_ptr(std::move(room)), also = std::shared_ptr(std::move(directory))] {});
    }

    const std::vector<double> floor = rawTimes(folder.path(), tenant);
    const int lost = calls - static_cast<int>(times.size());
    times.erase(times.begin(), times.begin() + std::min<qsizetype>(warmUp, static_cast<qsizetype>(times.size())));
    std::printf("{\"bench\":\"pop\",\"calls\":%zu,\"lost\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"floor_p50_ms\":%.3f,"
                "\"floor_p99_ms\":%.3f,\"ratio\":%.1f}\n",
                times.size(), lost, percentile(times, 50), percentile(times, 99), percentile(floor, 50), percentile(floor, 99),
                percentile(times, 50) / percentile(floor, 50));
    return lost == 0 && !floor.empty() ? 0 : 1;
}
