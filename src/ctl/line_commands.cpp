#include "command.h"

#include "vorzimmer/desk/line_book.h"

#include <algorithm>

namespace vorzimmer::ctl {

using desk::LineBook;
using domain::LineFlaw;
using domain::LineTransport;
using domain::PhoneLine;

namespace {

QString objectionTo(LineFlaw flaw)
{
    switch (flaw) {
    case LineFlaw::None: return {};
    case LineFlaw::NameMissing: return QStringLiteral("a line needs a name");
    case LineFlaw::NameTooLong: return QStringLiteral("a line's name has at most 60 characters");
    case LineFlaw::UserMissing: return QStringLiteral("the account is written USER@SERVER, e.g. 4930231250@sip.example.net");
    case LineFlaw::UserUnfit:
        return QStringLiteral("the part before the @ may hold letters, digits and - _ . + ! ~ * ' ( ) & = $ , / only");
    case LineFlaw::ServerMissing: return QStringLiteral("the server is missing: the account is written USER@SERVER");
    case LineFlaw::ServerUnfit:
        return QStringLiteral("the server is a name or an address, with a port if it is not the usual one: "
                              "sip.example.net:5070, 192.0.2.7, [2001:db8::7]:5061");
    case LineFlaw::LoginUnfit: return QStringLiteral("--login may hold no spaces, colons, quotes or backslashes");
    case LineFlaw::ProxyUnfit:
        return QStringLiteral("--proxy is a name or an address, with a port if it is not the usual one");
    case LineFlaw::NumberUnfit: return QStringLiteral("--number is no telephone number");
    case LineFlaw::ExpiryUnfit: return QStringLiteral("--expiry is a number of seconds from 30 to 86400");
    }
    return {};
}

struct TransportWord {
    const char* word;
    LineTransport transport;
};
constexpr TransportWord transports[] = {{"udp", LineTransport::Udp}, {"tcp", LineTransport::Tcp}, {"tls", LineTransport::Tls}};

const char* wordFor(LineTransport transport)
{
    const auto* found = std::find_if(std::begin(transports), std::end(transports),
                                     [&](const TransportWord& one) { return one.transport == transport; });
    return found->word;
}

void takeAccount(const QString& written, PhoneLine& line)
{
    // A user's part holds no @, so the last one parts both.
    const qsizetype at = written.lastIndexOf(u'@');
    line.user = written.left(std::max<qsizetype>(at, 0));
    line.server = written.mid(at + 1);
    for (const QString& scheme : {QStringLiteral("sips:"), QStringLiteral("sip:")}) {
        if (line.user.startsWith(scheme))
            line.user.remove(0, scheme.size());
    }
}

/// Takes what the options say about a line; answers what is wrong with it, nothing when all is right.
QString takeOptions(const QCommandLineParser& options, PhoneLine& line)
{
    const auto take = [&](const char* option, QString& field) {
        if (options.isSet(QLatin1String(option)))
            field = options.value(QLatin1String(option));
    };
    take("login", line.login);
    take("proxy", line.proxy);
    take("number", line.number);
    if (options.isSet(QStringLiteral("expiry")))
        line.expiry = std::chrono::seconds(options.value(QStringLiteral("expiry")).toInt());
    if (options.isSet(QStringLiteral("transport"))) {
        const QString word = options.value(QStringLiteral("transport")).toLower();
        const auto* found = std::find_if(std::begin(transports), std::end(transports),
                                         [&](const TransportWord& one) { return word == QLatin1String(one.word); });
        if (found == std::end(transports))
            return QStringLiteral("--transport is udp, tcp or tls");
        line.transport = found->transport;
    }
    return objectionTo(tidy(line));
}

QString conflict(const domain::Error& error, const PhoneLine& line)
{
    return error.where == u"name" ? QStringLiteral("there is a line called %1 already").arg(line.name)
                                  : QStringLiteral("there is a line for %1 already").arg(domain::addressOf(line));
}

/// Asks for the password and keeps the line; @p kept says what became of the data when it fails.
Ending keepLine(Premises& premises, const PhoneLine& line, bool asksPassword, const QString& kept)
{
    std::optional<QByteArray> password;
    if (asksPassword) {
        password = readSecret(QStringLiteral("The password of %1 (empty where none is asked for): ").arg(domain::addressOf(line)));
        if (!password) {
            complain(QStringLiteral("no password was given. ") + kept);
            return Ending::Failed;
        }
    }
    LineBook book(premises.directory(), premises.keys());
    if (const auto saved = book.keep(line, password); !saved) {
        if (saved.error().fault != domain::Fault::Conflict)
            return fail(QStringLiteral("the line was not kept"), saved.error(), kept);
        complain(QStringLiteral("%1. %2").arg(conflict(saved.error(), line), kept));
        return Ending::Failed;
    }
    say(QStringLiteral("%1 (%2) was kept. Consoles that are open take it at their next sign-in.")
            .arg(line.name, domain::addressOf(line)));
    return Ending::Done;
}

domain::Result<PhoneLine> lineNamed(Premises& premises, const QString& name)
{
    const auto lines = premises.directory().lines();
    if (!lines)
        return domain::failure(lines.error());
    const auto found = std::find_if(lines->begin(), lines->end(),
                                    [&](const PhoneLine& one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (found == lines->end())
        return domain::failure(domain::Fault::NotFound, QStringLiteral("\"vorzimmer-ctl lines\" lists those there are"),
                               QStringLiteral("there is no line called ") + name);
    return *found;
}

} // namespace

Ending listLines(const Call& call)
{
    Premises premises = call.premises();
    const auto lines = LineBook(premises.directory(), premises.keys()).all();
    if (!lines)
        return fail(QStringLiteral("the lines cannot be listed"), lines.error());
    for (const desk::LineAccess& one : *lines) {
        const PhoneLine& line = one.line;
        say(QStringList{line.name, domain::addressOf(line), QLatin1String(wordFor(line.transport)),
                        line.enabled ? QStringLiteral("on") : QStringLiteral("off"), line.number,
                        line.proxy.isEmpty() ? QString() : QStringLiteral("by ") + line.proxy,
                        one.problem.isEmpty() ? (one.password.isEmpty() ? QStringLiteral("no password") : QString()) : one.problem}
                .join(u'\t')
                .trimmed());
    }
    return Ending::Done;
}

Ending addLine(const Call& call)
{
    PhoneLine line;
    line.name = call.arguments[0];
    takeAccount(call.arguments[1], line);
    if (const QString objection = takeOptions(call.options, line); !objection.isEmpty())
        return misuse(QStringLiteral("add-line: ") + objection);
    Premises premises = call.premises();
    line.id = premises.ids().fresh<domain::LineId>();
    return keepLine(premises, line, true, QStringLiteral("No line was added."));
}

Ending changeLine(const Call& call)
{
    const QString kept = QStringLiteral("The line is as it was.");
    Premises premises = call.premises();
    auto line = lineNamed(premises, call.arguments[0]);
    if (!line)
        return fail(QStringLiteral("the line was not changed"), line.error(), kept);
    const QCommandLineParser& options = call.options;
    if (options.isSet(QStringLiteral("on")) && options.isSet(QStringLiteral("off")))
        return misuse(QStringLiteral("change-line: --on and --off contradict each other"));
    if (options.isSet(QStringLiteral("on")) || options.isSet(QStringLiteral("off")))
        line->enabled = options.isSet(QStringLiteral("on"));
    if (options.isSet(QStringLiteral("name")))
        line->name = options.value(QStringLiteral("name"));
    const PhoneLine before = *line;
    if (options.isSet(QStringLiteral("account")))
        takeAccount(options.value(QStringLiteral("account")), *line);
    if (const QString objection = takeOptions(options, *line); !objection.isEmpty())
        return misuse(QStringLiteral("change-line: ") + objection);
    // A password opens what it was kept for: it must not go to another server because somebody moved the line there.
    const bool elsewhere = domain::addressOf(*line) != domain::addressOf(before) || line->proxy != before.proxy;
    return keepLine(premises, *line, elsewhere || options.isSet(QStringLiteral("password")), kept);
}

Ending removeLine(const Call& call)
{
    Premises premises = call.premises();
    const auto line = lineNamed(premises, call.arguments[0]);
    if (!line)
        return fail(QStringLiteral("the line was not removed"), line.error());
    if (const auto removed = LineBook(premises.directory(), premises.keys()).remove(line->id); !removed)
        return fail(QStringLiteral("the line was not removed as a whole"), removed.error(), QStringLiteral("Remove it once more."));
    say(QStringLiteral("%1 was removed, and its password with it.").arg(line->name));
    return Ending::Done;
}

} // namespace vorzimmer::ctl
