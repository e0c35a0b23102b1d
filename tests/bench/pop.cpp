// From an INVITE of a real peer to the popped screen painted, in the real window on the demo bureau; and, in the same run, the
// time that the same SQL takes through SQLite's C API alone.
#include "after_painting.h"
#include "demo_desk.h"
#include "percentile.h"
#include "raw_pop.h"

#include "cabinet/sqlite_cabinet_room.h"

#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"
#include "vorzimmer/widgets/appearance.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <cstdio>

using namespace vorzimmer;
using test::percentile;

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

/// Takes the time when the window has painted what a popped case has put on it.
class PopWatch : public QObject {
public:
    PopWatch(desk::Reception& reception, ports::CallFeed& feed, QWidget& window)
        : m_window(window), m_afterPainting(window)
    {
        connect(&feed, &ports::CallFeed::callOffered, this, [this](const ports::CallOffer& offer) { m_received = offer.receivedAt; });
        connect(&reception, &desk::Reception::currentChanged, this, [this](desk::CaseFile* file) {
            const bool popped = file && file->screen() == desk::CaseScreen::Desk && file->isWaiting();
            if (!popped || file->call().id == m_timed)
                return;
            m_timed = file->call().id;
            await();
        });
    }

    std::vector<double> times;

private:
    void await()
    {
        m_afterPainting.run([this] {
            // Until it is uncovered, the place of the desk keeps the picture of what stood there before.
            if (m_window.findChild<QWidget*>(QStringLiteral("centrePlace"))->updatesEnabled())
                times.push_back(Milliseconds(Clock::now() - m_received).count());
            else
                await();
        });
    }

    QWidget& m_window;
    test::AfterPainting m_afterPainting;
    Clock::time_point m_received;
    domain::CallId m_timed;
};

/// The statements of one pop through SQLite's C API, each round timed, in milliseconds.
std::vector<double> rawTimes(const QString& folder, const domain::TenantId& tenant)
{
    system::SystemClock clock;
    system::RandomIds ids;
    const auto room = store::makeCabinetRoom({folder}, clock, ids);
    const auto cabinet = room->open(tenant);
    const auto pop = [&] { return cabinet && (*cabinet)->popSheet({caller, clock.nowUtc()}); };
    if (!pop())
        return {};
    const auto file = dynamic_cast<store::SqliteCabinetRoom&>(*room).shelf().take(tenant);
    test::RawPop raw((*file)->database->handle(), (*file)->database->path(), [&pop] { (void)pop(); });
    std::vector<double> times;
    for (int i = 0; i < rawRounds; ++i) {
        const auto start = Clock::now();
        raw.run();
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

    const auto desk = test::DemoDesk::open();
    if (!desk)
        return 1;
    domain::TenantId tenant;
    std::vector<double> times;
    {
        rememberTenant(desk->reception(), tenant);
        PopWatch watch(desk->reception(), desk->feed(), desk->window());
        const bool called = desk->takeCalls({QStringLiteral("-sf"), QStringLiteral(SIPP_SCENARIOS "/caller_gives_up_ringing.xml"),
                                             QStringLiteral("-s"), dialled, QStringLiteral("-m"), QString::number(calls),
                                             QStringLiteral("-l"), QStringLiteral("1"), QStringLiteral("-r"),
                                             QString::number(callsPerSecond)});
        if (!called) {
            std::fputs("sipp could not be run\n", stderr);
            return 1;
        }
        times = watch.times;
    }
    desk->close();

    const std::vector<double> floor = rawTimes(desk->folder(), tenant);
    const int lost = calls - static_cast<int>(times.size());
    times.erase(times.begin(), times.begin() + std::min<qsizetype>(warmUp, static_cast<qsizetype>(times.size())));
    std::printf("{\"bench\":\"pop\",\"calls\":%zu,\"lost\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"floor_p50_ms\":%.3f,"
                "\"floor_p99_ms\":%.3f,\"ratio\":%.1f}\n",
                times.size(), lost, percentile(times, 50), percentile(times, 99), percentile(floor, 50), percentile(floor, 99),
                percentile(times, 50) / percentile(floor, 50));
    return lost == 0 && !floor.empty() ? 0 : 1;
}
