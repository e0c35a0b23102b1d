#include "console.h"
#include "demo_house.h"
#include "options.h"
#include "single_instance.h"
#include "taste.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace {

using namespace vorzimmer;

int complain(const QString& sentence)
{
    std::fputs(qPrintable(QStringLiteral("vorzimmer: ") + sentence + QLatin1Char('\n')), stderr);
    return 2;
}

/// The simulated calls that @p options ask for; none where real ones are listened for.
domain::Result<telephony::Scenario> scenarioFor(const app::Options& options)
{
    if (!options.simulation.isEmpty())
        return telephony::readScenario(options.simulation);
    if (options.demo)
        return telephony::readScenario(QStringLiteral(":/demo/scenario.json"));
    return telephony::Scenario();
}

/// Runs the console until its window is closed.
int serve(const app::Options& options, telephony::Scenario scenario, app::DemoHouse* demo, app::SingleInstance& instance)
{
    app::Console console(options, std::move(scenario), demo);
    QObject::connect(&instance, &app::SingleInstance::woken, &console, &app::Console::raise);
    console.start();
    if (demo)
        demo->startTopicServer();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("vorzimmer"));
    QApplication::setApplicationDisplayName(QStringLiteral("Vorzimmer"));
    QApplication::setApplicationVersion(QStringLiteral(VORZIMMER_VERSION));

    auto options = app::Options::parse(QApplication::arguments());
    if (!options)
        return complain(options.error().detail);

    const app::Taste taste;
    app::speak(options->language.isEmpty() ? taste.language() : options->language);
    app::dress(options->theme.isEmpty() ? taste.theme() : options->theme);

    auto scenario = scenarioFor(*options);
    if (!scenario)
        return complain(QStringLiteral("the scenario cannot be played: %1: %2").arg(scenario.error().where, scenario.error().detail));

    std::unique_ptr<app::DemoHouse> demo;
    if (options->demo) {
        demo = std::make_unique<app::DemoHouse>();
        if (const auto furnished = demo->furnish(); !furnished)
            return complain(QStringLiteral("the demo bureau cannot be made: ") + furnished.error().detail);
        options->dataFolder = demo->folder();
        if (options->login.isEmpty())
            options->login = QStringLiteral("anna");
    }

    app::SingleInstance instance(options->dataFolder);
    if (instance.wakeOther())
        return 0;
    instance.listen();

    if (options->quitAfterSeconds > 0)
        QTimer::singleShot(std::chrono::seconds(options->quitAfterSeconds), &application, &QCoreApplication::quit);
    const int code = serve(*options, std::move(*scenario), demo.get(), instance);
    if (demo) {
        QObject::connect(demo.get(), &app::DemoHouse::closed, &application, &QCoreApplication::quit, Qt::QueuedConnection);
        demo->close();
        QApplication::exec();
    }
    return code;
}
