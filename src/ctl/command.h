#pragma once

#include "premises.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QStringList>

#include <span>

namespace vorzimmer::ctl {

/// What a command was called with.
struct Call {
    const QCommandLineParser& options;
    QStringList arguments;
    QString folder;

    /// The bureau in the data folder, which must be there.
    [[nodiscard]] Premises premises() const { return {folder, store::Missing::Refuse}; }
};

/// One of the program's commands.
struct Command {
    const char* name;
    const char* synopsis; ///< of the arguments
    const char* summary;
    int fewest; ///< arguments
    int most;
    QList<QCommandLineOption> (*options)();
    Ending (*run)(const Call& call);
};

[[nodiscard]] std::span<const Command> allCommands();

/// Understands @p arguments (the program's name first) and runs the command they name.
[[nodiscard]] Ending runCommandLine(const QStringList& arguments);

Ending initBureau(const Call& call);
Ending importFiles(const Call& call);
Ending exportFile(const Call& call);
Ending checkBureau(const Call& call);
Ending makeDemo(const Call& call);
Ending setPassword(const Call& call);
Ending connectList(const Call& call);
Ending connectCalendar(const Call& call);
Ending connectMail(const Call& call);
Ending disconnectMail(const Call& call);
Ending setNoteMail(const Call& call);
Ending listLines(const Call& call);
Ending addLine(const Call& call);
Ending changeLine(const Call& call);
Ending removeLine(const Call& call);
Ending changeSetting(const Call& call);
Ending listTenants(const Call& call);
Ending listUsers(const Call& call);

} // namespace vorzimmer::ctl
