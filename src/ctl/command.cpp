#include "command.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace vorzimmer::ctl {

namespace {

QList<QCommandLineOption> none()
{
    return {};
}

QList<QCommandLineOption> initOptions()
{
    return {{QStringLiteral("region"), QStringLiteral("Country whose national numbers the bureau's own lines carry (default DE)."),
             QStringLiteral("REGION"), QStringLiteral("DE")}};
}

QList<QCommandLineOption> importOptions()
{
    return {{QStringLiteral("tenant"), QStringLiteral("Whose callers a CSV or vCard file holds."), QStringLiteral("KEY|UUID")},
            {QStringLiteral("map"),
             QStringLiteral("What the columns of a CSV file mean, if their headings are unusual: \"Wer=name,Haus=company,Ruf=number:Büro\". "
                            "Fields: key, name, first, last, company, role, responsibilities, number, email, relation, language, "
                            "instruction, remark."),
             QStringLiteral("COLUMNS")},
            {QStringLiteral("encoding"), QStringLiteral("Encoding of files that are not in Unicode: windows-1252, ISO-8859-15."),
             QStringLiteral("NAME")},
            {QStringLiteral("people"), QStringLiteral("A CSV or vCard file holds the tenant's own people, not callers.")}};
}

QList<QCommandLineOption> exportOptions()
{
    return {{QStringLiteral("bureau"), QStringLiteral("Export users, assignments and walls instead of a tenant.")}};
}

QList<QCommandLineOption> passwordOptions()
{
    return {{QStringLiteral("stdin"), QStringLiteral("Read the password from the standard input, once.")}};
}

QList<QCommandLineOption> connectOptions()
{
    return {{QStringLiteral("kind"), QStringLiteral("What keeps the list: topic-server (default), caldav or trello."), QStringLiteral("KIND"),
             QStringLiteral("topic-server")},
            {QStringLiteral("user"), QStringLiteral("The account at a CalDAV server, or Trello's API key."), QStringLiteral("NAME")}};
}

QList<QCommandLineOption> calendarOptions()
{
    return {{QStringLiteral("busy"), QStringLiteral("Addresses of calendars that only say what is taken, separated by commas."),
             QStringLiteral("ADDRESSES")},
            {QStringLiteral("user"), QStringLiteral("The account at the server; its password is asked for."), QStringLiteral("NAME")}};
}

QList<QCommandLineOption> mailTenantOptions()
{
    return {{QStringLiteral("tenant"), QStringLiteral("Whose account it is; without it, the one for all who have none."), QStringLiteral("KEY|UUID")}};
}

QList<QCommandLineOption> mailOptions()
{
    return mailTenantOptions() + QList<QCommandLineOption>{
               {QStringLiteral("security"), QStringLiteral("starttls (default), tls, or none on this very machine."), QStringLiteral("WORD"),
                QStringLiteral("starttls")},
               {QStringLiteral("user"), QStringLiteral("Who signs in at the server; the password is asked for."), QStringLiteral("NAME")},
               {QStringLiteral("name"), QStringLiteral("The name shown beside the sender's address, if not the tenant's."),
                QStringLiteral("NAME")}};
}

QList<QCommandLineOption> noteMailOptions()
{
    return {{QStringLiteral("house"), QStringLiteral("Where notes to nobody in particular go."), QStringLiteral("ADDRESS")}};
}

QList<QCommandLineOption> lineOptions()
{
    return {{QStringLiteral("transport"), QStringLiteral("How packets travel: udp (default), tcp or tls."), QStringLiteral("WORD")},
            {QStringLiteral("proxy"), QStringLiteral("Where everything is sent to instead of the server."), QStringLiteral("HOST[:PORT]")},
            {QStringLiteral("login"), QStringLiteral("Who signs in, if not USER."), QStringLiteral("NAME")},
            {QStringLiteral("number"), QStringLiteral("The line's own number, for calls that do not say what was dialled."),
             QStringLiteral("NUMBER")},
            {QStringLiteral("expiry"), QStringLiteral("Seconds that one registration is to hold (default 300)."), QStringLiteral("SECONDS")}};
}

QList<QCommandLineOption> changeLineOptions()
{
    return lineOptions() + QList<QCommandLineOption>{
               {QStringLiteral("name"), QStringLiteral("A new name."), QStringLiteral("NAME")},
               {QStringLiteral("account"), QStringLiteral("Another account; its password is asked for."), QStringLiteral("USER@SERVER")},
               {QStringLiteral("password"), QStringLiteral("Ask for a new password.")},
               {QStringLiteral("on"), QStringLiteral("Use the line.")},
               {QStringLiteral("off"), QStringLiteral("Leave the line unused.")}};
}

constexpr int any = 10'000;

constexpr Command commands[] = {
    {"init", "", "Make an empty bureau in the data folder.", 0, 0, initOptions, initBureau},
    {"import", "FILE...", "Import tenants and the bureau (JSON), callers or people (CSV, vCard).", 1, any, importOptions, importFiles},
    {"export", "TENANT [FILE]", "Write a tenant as JSON, to the standard output or a file.", 0, 2, exportOptions, exportFile},
    {"check", "", "Check the integrity of the bureau, its audit trail and every cabinet.", 0, 0, none, checkBureau},
    {"demo", "DIR", "Make the demo bureau in a new folder.", 1, 1, none, makeDemo},
    {"password", "LOGIN", "Set a user's password.", 1, 1, passwordOptions, setPassword},
    {"connect", "TENANT ADDRESS|BOARD", "Connect a tenant to its shared list; the secret is asked for.", 2, 2, connectOptions, connectList},
    {"connect-calendar", "TENANT ADDRESS", "Connect a tenant to the calendar whose free times may be booked.", 2, 2, calendarOptions,
     connectCalendar},
    {"connect-mail", "SENDER SERVER[:PORT]", "Enter the account that e-mail is sent by; the password is asked for.", 2, 2, mailOptions,
     connectMail},
    {"disconnect-mail", "", "Remove such an account and its password.", 0, 0, mailTenantOptions, disconnectMail},
    {"note-mail", "TENANT none|at-once|HH:MM", "Say how a tenant gets its notes by e-mail, beside the list.", 2, 2, noteMailOptions, setNoteMail},
    {"lines", "", "List the telephone lines.", 0, 0, none, listLines},
    {"add-line", "NAME USER@SERVER", "Add a telephone line to register at; the password is asked for.", 2, 2, lineOptions, addLine},
    {"change-line", "NAME", "Change a telephone line.", 1, 1, changeLineOptions, changeLine},
    {"remove-line", "NAME", "Remove a telephone line and its password.", 1, 1, none, removeLine},
    {"set", "NAME [VALUE]", "Set one of the bureau's settings, or empty it.", 1, 2, none, changeSetting},
    {"tenants", "", "List the tenants.", 0, 0, none, listTenants},
    {"users", "", "List the users.", 0, 0, none, listUsers},
};

QCommandLineOption dataOption()
{
    return {QStringLiteral("data"), QStringLiteral("The bureau's data folder."), QStringLiteral("DIR"),
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
}

/// Qt's own help option would bring --help-all along, which nobody here understands.
QCommandLineOption helpOption()
{
    return {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")};
}

QString overview()
{
    QString text = QStringLiteral("Sets up and looks after a Vorzimmer bureau.\n\nCommands:\n");
    for (const Command& command : commands) {
        const QString call = QString::fromLatin1(command.name) + u' ' + QLatin1String(command.synopsis);
        text += QStringLiteral("  %1 %2\n").arg(call.trimmed(), -22).arg(QString::fromLatin1(command.summary));
    }
    return text;
}

Ending runOne(const Command& command, const QStringList& arguments, const QString& folder)
{
    const QString name = QString::fromLatin1(command.name);
    QCommandLineParser parser;
    const QCommandLineOption help = helpOption();
    parser.addOption(help);
    const QCommandLineOption data = dataOption();
    parser.addOption(data);
    parser.addOptions(command.options());
    parser.addPositionalArgument(name, QString::fromLatin1(command.summary), name + u' ' + QLatin1String(command.synopsis));
    if (!parser.parse(arguments))
        return misuse(name + QStringLiteral(": ") + parser.errorText());
    if (parser.isSet(help)) {
        say(parser.helpText().trimmed());
        return Ending::Done;
    }
    const qsizetype count = parser.positionalArguments().size();
    if (count < command.fewest || count > command.most)
        return misuse(QStringLiteral("%1: expected are \"%2\"").arg(name, QLatin1String(command.synopsis)));
    return command.run({parser, parser.positionalArguments(), parser.isSet(data) ? parser.value(data) : folder});
}

} // namespace

std::span<const Command> allCommands()
{
    return commands;
}

Ending runCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.setApplicationDescription(overview());
    const QCommandLineOption help = helpOption();
    parser.addOption(help);
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption data = dataOption();
    parser.addOption(data);
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("One of the commands above."), QStringLiteral("COMMAND ..."));
    if (!parser.parse(arguments))
        return misuse(parser.errorText());
    if (parser.isSet(version)) {
        say(QStringLiteral("vorzimmer-ctl ") + QCoreApplication::applicationVersion());
        return Ending::Done;
    }
    if (parser.isSet(help)) {
        say(parser.helpText().trimmed());
        return Ending::Done;
    }
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return misuse(QStringLiteral("which command?"));
    for (const Command& command : commands) {
        if (words.front() == QLatin1String(command.name))
            return runOne(command, words, parser.value(data)); // the command stands where a program's name would
    }
    return misuse(QStringLiteral("there is no command \"%1\"").arg(words.front()));
}

} // namespace vorzimmer::ctl
