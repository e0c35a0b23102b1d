#include "command_line.h"

#include <QCommandLineParser>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;

constexpr int largestPort = 65535;
constexpr int largestLimit = 100'000;

struct Options {
    QCommandLineOption data{QStringLiteral("data"), QStringLiteral("Directory that holds the lists."),
                            QStringLiteral("directory")};
    QCommandLineOption listen{QStringLiteral("listen"), QStringLiteral("Address to listen on."), QStringLiteral("address"),
                              QStringLiteral("127.0.0.1")};
    QCommandLineOption port{QStringLiteral("port"), QStringLiteral("Port to listen on; 0 takes any free one."),
                            QStringLiteral("port"), QStringLiteral("8737")};
    QCommandLineOption tokens{
        QStringLiteral("tokens"),
        QStringLiteral("Take the tokens of this JSON file over: [{\"tenant\":UUID,\"token\":\"...\"}]."),
        QStringLiteral("file")};
    QCommandLineOption tlsCert{QStringLiteral("tls-cert"), QStringLiteral("Certificate chain (PEM) to speak TLS with."),
                               QStringLiteral("file")};
    QCommandLineOption tlsKey{QStringLiteral("tls-key"), QStringLiteral("Private key (PEM) of the certificate."),
                              QStringLiteral("file")};
    QCommandLineOption behindProxy{QStringLiteral("behind-proxy"),
                                   QStringLiteral("A reverse proxy in front speaks TLS: listen on any address without it.")};
    QCommandLineOption untilStdinCloses{
        QStringLiteral("until-stdin-closes"),
        QStringLiteral("End when the standard input ends, so as not to outlive the starter.")};
    QCommandLineOption rate{QStringLiteral("rate"), QStringLiteral("Requests per second for one token."),
                            QStringLiteral("number"), QStringLiteral("200")};
    QCommandLineOption burst{QStringLiteral("burst"), QStringLiteral("Requests at once for one token."),
                             QStringLiteral("number"), QStringLiteral("1000")};
    QCommandLineOption waiting{QStringLiteral("waiting"),
                               QStringLiteral("Requests that may wait for changes; half of them for one tenant."),
                               QStringLiteral("number"), QStringLiteral("400")};
    QCommandLineOption readOnly{QStringLiteral("read-only"), QStringLiteral("With `token add`: the token may only read.")};
};

domain::Result<int> numberOf(const QCommandLineParser& parser, const QCommandLineOption& option, int least, int most)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return domain::failure(
            Fault::Invalid,
            QStringLiteral("--%1 must be a number from %2 to %3").arg(option.names().constFirst()).arg(least).arg(most));
    return number;
}

domain::Result<CommandLine> serveCommand(const QCommandLineParser& parser, const Options& options)
{
    ServeCommand serve;
    const auto port = numberOf(parser, options.port, 0, largestPort);
    const auto rate = numberOf(parser, options.rate, 1, largestLimit);
    const auto burst = numberOf(parser, options.burst, 1, largestLimit);
    const auto waiting = numberOf(parser, options.waiting, 1, 10'000);
    for (const auto* number : {&port, &rate, &burst, &waiting}) {
        if (!*number)
            return domain::failure(number->error());
    }
    if (parser.isSet(options.tlsCert) != parser.isSet(options.tlsKey))
        return domain::failure(Fault::Invalid, QStringLiteral("--tls-cert and --tls-key go together"));
    serve.listen = parser.value(options.listen);
    serve.port = *port;
    serve.tokensFile = parser.value(options.tokens);
    serve.tlsCertificate = parser.value(options.tlsCert);
    serve.tlsKey = parser.value(options.tlsKey);
    serve.behindProxy = parser.isSet(options.behindProxy);
    serve.untilStdinCloses = parser.isSet(options.untilStdinCloses);
    serve.limits = {*rate, *burst, *waiting};
    return CommandLine{parser.value(options.data), serve};
}

domain::Result<CommandLine> tokenCommand(const QCommandLineParser& parser, const Options& options, const QStringList& words)
{
    const QString data = parser.value(options.data);
    const QString action = words.value(1);
    if (action == QLatin1String("list") && words.size() == 2)
        return CommandLine{data, TokenListCommand{}};
    if (action == QLatin1String("revoke") && words.size() == 3)
        return CommandLine{data, TokenRevokeCommand{words[2]}};
    if (action != QLatin1String("add") || words.size() != 3)
        return domain::failure(Fault::Invalid,
                               QStringLiteral("use: token add TENANT [--read-only], token list, or token revoke ID"));
    const auto tenant = domain::TenantId::parse(words[2]);
    if (tenant.isNull())
        return domain::failure(Fault::Invalid, QStringLiteral("the tenant must be a UUID"));
    return CommandLine{data, TokenAddCommand{tenant, parser.isSet(options.readOnly)}};
}

} // namespace

domain::Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The shared topic list of client companies and their telephone bureau."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({options.data, options.listen, options.port, options.tokens, options.tlsCert, options.tlsKey,
                       options.behindProxy, options.untilStdinCloses, options.rate, options.burst, options.waiting,
                       options.readOnly});
    parser.addPositionalArgument(
        QStringLiteral("command"),
        QStringLiteral("Nothing to serve; token add TENANT, token list, token revoke ID, backup DIRECTORY."),
        QStringLiteral("[command]"));
    if (!parser.parse(arguments))
        return domain::failure(Fault::Invalid, parser.errorText());
    if (parser.isSet(help))
        return CommandLine{{}, SayCommand{parser.helpText()}};
    if (parser.isSet(version))
        return CommandLine{{}, SayCommand{QStringLiteral("vorzimmer-topics " VORZIMMER_VERSION "\n")}};
    if (parser.value(options.data).isEmpty())
        return domain::failure(Fault::Invalid, QStringLiteral("--data DIRECTORY is needed"));
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return serveCommand(parser, options);
    if (words[0] == QLatin1String("token"))
        return tokenCommand(parser, options, words);
    if (words[0] == QLatin1String("backup") && words.size() == 2)
        return CommandLine{parser.value(options.data), BackupCommand{words[1]}};
    return domain::failure(Fault::Invalid, QStringLiteral("unknown command; --help shows those there are"));
}

} // namespace vorzimmer::topicserver
