#include "options.h"

#include <QCommandLineParser>
#include <QStandardPaths>

namespace vorzimmer::app {

using domain::Fault;
using domain::Result;

namespace {

QSize readSize(const QString& text)
{
    const QStringList sides = text.split(QLatin1Char('x'));
    return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

domain::Outcome mustBeOneOf(const QCommandLineParser& parser, const QString& option, const QStringList& allowed)
{
    if (!parser.isSet(option) || allowed.contains(parser.value(option)))
        return {};
    return domain::failure(Fault::Invalid, QStringLiteral("--%1 is one of: %2").arg(option, allowed.join(QStringLiteral(", "))));
}

} // namespace

Result<Options> Options::parse(const QStringList& arguments)
{
    const auto translated = [](const char* text) { return QString::fromUtf8(text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("Reception console for virtual secretaries."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("data"), translated("Work on the bureau in DIR (default: the platform's data folder)."), QStringLiteral("DIR")},
        {QStringLiteral("demo"), translated("Work on a throw-away copy of the demo bureau, with simulated calls.")},
        {QStringLiteral("user"), translated("Sign in as LOGIN; in the demo at once, otherwise after the password."), QStringLiteral("LOGIN")},
        {QStringLiteral("simulate"), translated("Play the calls in FILE instead of listening for real ones."), QStringLiteral("FILE")},
        {QStringLiteral("sip"), translated("Listen for SIP calls on ADDRESS:PORT (default: what vorzimmer-ctl set)."), QStringLiteral("ADDRESS:PORT")},
        {QStringLiteral("sound"), translated("on: calls are heard and spoken here; off: a telephone on the desk does that (default: as set here, else off)."),
         QStringLiteral("SOUND")},
        {QStringLiteral("theme"), translated("light, dark or auto."), QStringLiteral("THEME")},
        {QStringLiteral("language"), translated("de or en."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("size"), translated("Size of the window, for example 1280x720."), QStringLiteral("WIDTHxHEIGHT")},
        {QStringLiteral("quit-after"), translated("Quit after SECONDS."), QStringLiteral("SECONDS")},
    });
    parser.process(arguments);

    if (parser.isSet(QStringLiteral("demo")) && parser.isSet(QStringLiteral("data")))
        return domain::failure(Fault::Invalid, QStringLiteral("--demo works on a copy of its own; leave --data away"));
    if (const auto theme = mustBeOneOf(parser, QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("auto")}); !theme)
        return domain::failure(theme.error());
    if (const auto language = mustBeOneOf(parser, QStringLiteral("language"), {QStringLiteral("de"), QStringLiteral("en")}); !language)
        return domain::failure(language.error());
    if (const auto sound = mustBeOneOf(parser, QStringLiteral("sound"), {QStringLiteral("on"), QStringLiteral("off")}); !sound)
        return domain::failure(sound.error());
    if (parser.isSet(QStringLiteral("size")) && !readSize(parser.value(QStringLiteral("size"))).isValid())
        return domain::failure(Fault::Invalid, QStringLiteral("--size is WIDTHxHEIGHT, for example 1280x720"));

    Options options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    if (!options.demo) {
        options.dataFolder = parser.value(QStringLiteral("data"));
        if (options.dataFolder.isEmpty())
            options.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    options.login = parser.value(QStringLiteral("user"));
    options.theme = parser.value(QStringLiteral("theme"));
    options.language = parser.value(QStringLiteral("language"));
    options.sound = parser.value(QStringLiteral("sound"));
    options.simulation = parser.value(QStringLiteral("simulate"));
    options.sipListen = parser.value(QStringLiteral("sip"));
    options.quitAfterSeconds = parser.value(QStringLiteral("quit-after")).toInt();
    options.size = readSize(parser.value(QStringLiteral("size")));
    return options;
}

} // namespace vorzimmer::app
