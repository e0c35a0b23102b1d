// From choosing another concern in the real window on the demo bureau to the recommendation for it painted; and, in the same
// run, from asking for the window to be painted anew, with nothing changed but the recommendation's own place, to that painted.
#include "after_painting.h"
#include "demo_desk.h"
#include "percentile.h"

#include "vorzimmer/widgets/appearance.h"

#include <QApplication>
#include <QComboBox>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace vorzimmer;
using test::percentile;

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int warmUp = 20;
constexpr int choices = 300;
constexpr int everyMs = 25;
constexpr int ringsForMs = 25'000; ///< longer than all of it takes

/// Chooses one concern after the other while a call is on the screen, and between two choices has the same place painted.
class Chooser : public QObject {
public:
    explicit Chooser(test::DemoDesk& desk) : m_desk(desk), m_afterPainting(desk.window())
    {
        m_next.setInterval(everyMs);
        connect(&m_next, &QTimer::timeout, this, &Chooser::choose);
        connect(&desk.reception(), &desk::Reception::currentChanged, this, [this](desk::CaseFile* file) {
            if (file && file->screen() == desk::CaseScreen::Desk)
                QTimer::singleShot(500, this, [this] { m_next.start(); }); // the screen has been built by then
        });
    }

    std::vector<double> times;
    std::vector<double> floor;
    int unchanged = 0; ///< choices after which the same was recommended for the same reason

private:
    void choose()
    {
        auto* file = m_desk.reception().current();
        auto* box = concernBox();
        if (!file || !box || m_waits)
            return;
        if (floor.size() == choices) {
            m_next.stop();
            return;
        }
        const bool isFloor = floor.size() < times.size();
        m_waits = true;
        m_afterPainting.run([this, isFloor, begin = Clock::now()] {
            (isFloor ? floor : times).push_back(Milliseconds(Clock::now() - begin).count());
            m_waits = false;
        });
        if (isFloor) {
            box->parentWidget()->update();
            return;
        }
        const domain::Recommendation before = file->recommendation();
        box->setCurrentIndex((box->currentIndex() + 1) % box->count());
        Q_EMIT box->activated(box->currentIndex());
        unchanged += before == file->recommendation() ? 1 : 0;
    }

    [[nodiscard]] QComboBox* concernBox() const
    {
        for (QComboBox* box : m_desk.window().findChildren<QComboBox*>(QStringLiteral("concern"))) {
            if (box->parentWidget()->inherits("vorzimmer::widgets::RecommendationBar"))
                return box;
        }
        return nullptr;
    }

    test::DemoDesk& m_desk;
    QTimer m_next;
    test::AfterPainting m_afterPainting;
    bool m_waits = false; ///< for what was changed last to be painted
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (QApplication::arguments().contains(QStringLiteral("--describe"))) {
        std::puts("another concern chosen to its recommendation painted, beside painting the same place alone");
        return 0;
    }
    widgets::applyTheme(application, widgets::ThemeChoice::Light);

    const auto desk = test::DemoDesk::open();
    if (!desk)
        return 1;
    Chooser chooser(*desk);
    const bool called = desk->takeCalls({QStringLiteral("-sf"), QStringLiteral(SIPP_SCENARIOS "/stamped_call_given_up.xml"),
                                         QStringLiteral("-s"), QStringLiteral("+442079460070"), QStringLiteral("-m"),
                                         QStringLiteral("1"), QStringLiteral("-d"), QString::number(ringsForMs)});
    if (!called) {
        std::fputs("sipp could not be run\n", stderr);
        return 1;
    }
    std::vector<double> times(chooser.times.begin() + std::min<qsizetype>(warmUp, std::ssize(chooser.times)), chooser.times.end());
    std::printf("{\"bench\":\"concern\",\"choices\":%zu,\"same_advice\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
                "\"floor_p50_ms\":%.2f,\"floor_p99_ms\":%.2f,\"ratio\":%.2f}\n",
                times.size(), chooser.unchanged, percentile(times, 50), percentile(times, 99), percentile(chooser.floor, 50),
                percentile(chooser.floor, 99), percentile(times, 50) / percentile(chooser.floor, 50));
    return std::ssize(times) == choices - warmUp ? 0 : 1;
}
