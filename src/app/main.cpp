#include "console.h"
#include "demo_house.h"
#include "options.h"
#include "single_instance.h"
#include "taste.h"

#include "vorzimmer/exchange/demo_bureau.h"

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

/// Makes the demo's folder and fills it. On the main thread, before there is a window.
domain::Result<std::unique_ptr<app::DemoHouse>> furnishDemo()
{
    auto house = std::make_unique<app::DemoHouse>();
    if (house->folder().isEmpty())
        return domain::failure(domain::Fault::StorageFull, QStringLiteral("no temporary folder can be made"));
    if (const auto made = app::furnish(house->folder()); !made)
        return domain::failure(made.error());
    return house;
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

    std::unique_ptr<app::DemoHouse> demo;
    if (options->demo) {
        auto furnished = furnishDemo();
        if (!furnished)
            return complain(QStringLiteral("the demo bureau cannot be made: ") + furnished.error().detail);
        demo = std::move(*furnished);
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
    app::Console console(*options, demo.get());
    QObject::connect(&instance, &app::SingleInstance::woken, &console, &app::Console::raise);
    console.start();
    if (demo)
        demo->startTopicServer();
    return QApplication::exec();
}
