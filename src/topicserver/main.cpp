#include "administration.h"
#include "command_line.h"
#include "serving.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

#include <sodium.h>
#include <sys/stat.h>

namespace {

using namespace vorzimmer;
using namespace vorzimmer::topicserver;

constexpr int failed = 1;
constexpr int misused = 2;

int complain(const domain::Error& error, int code)
{
    std::fprintf(stderr, "vorzimmer-topics: %s\n", qUtf8Printable(error.detail));
    return code;
}

domain::Outcome obey(const CommandLine& line)
{
    const bool serving = std::holds_alternative<ServeCommand>(line.command);
    const bool adding = std::holds_alternative<TokenAddCommand>(line.command);
    if (!serving && !adding && !QFileInfo(line.data).isDir())
        return domain::failure(domain::Fault::NotFound, QStringLiteral("%1: there is no such directory").arg(line.data));
    const auto directory = DataDirectory::prepare(line.data);
    if (!directory)
        return domain::failure(directory.error());
    return std::visit(
        [&](const auto& command) -> domain::Outcome {
            using Command = std::decay_t<decltype(command)>;
            if constexpr (std::is_same_v<Command, ServeCommand>)
                return serve(command, *directory);
            else if constexpr (std::is_same_v<Command, SayCommand>)
                return {};
            else
                return run(command, *directory);
        },
        line.command);
}

} // namespace

int main(int argc, char** argv)
{
    ::umask(0077); // what is written here is its owner's only
    const QCoreApplication app(argc, argv);
    if (sodium_init() < 0)
        return complain({domain::Fault::Internal, QStringLiteral("no secure source of chance"), {}}, failed);
    const auto line = parseCommandLine(QCoreApplication::arguments());
    if (!line)
        return complain(line.error(), misused);
    if (const auto* say = std::get_if<SayCommand>(&line->command)) {
        std::printf("%s", qUtf8Printable(say->text));
        return 0;
    }
    if (const domain::Outcome done = obey(*line); !done)
        return complain(done.error(), failed);
    return 0;
}
