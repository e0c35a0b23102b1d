#pragma once

#include "vorzimmer/domain/result.h"

#include <QSize>
#include <QString>
#include <QStringList>


namespace vorzimmer::app {

/// What the command line asked for.
struct Options {
    QString dataFolder;  ///< empty with demo
    bool demo = false;
    QString login;       ///< prefilled; in the demo signed in at once
    QString theme;       ///< "light", "dark", "auto" or empty = as set before
    QString language;    ///< "de", "en" or empty = as set before, else the system's
    QString simulation;  ///< scenario file instead of a telephone line
    QString sipListen;   ///< "ADDRESS:PORT", empty = as set in the bureau
    QString sound;       ///< "on", "off" or empty = as set at this computer
    int quitAfterSeconds = 0;
    QSize size;          ///< of the window; invalid = as left last time

    /// Reads the arguments; may print help or version and exit, as QCommandLineParser does. Invalid says what is wrong.
    [[nodiscard]] static domain::Result<Options> parse(const QStringList& arguments);
};

} // namespace vorzimmer::app
