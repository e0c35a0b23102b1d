#include "serving.h"

#include "listen_address.h"
#include "token_file.h"
#include "token_store.h"
#include "utc_now.h"

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <poll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;

/// Keeps the terminating signals for whoever reads the descriptor, on this and all later threads.
class EndSignals {
public:
    EndSignals()
    {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        sigaddset(&signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        m_descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC);
    }
    ~EndSignals() { ::close(m_descriptor); }
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

void prepareProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is then a failed write, which the store survives
    rlimit files{};
    // A connection and a tenant's list take descriptors of their own; the usual 1024 are soon gone.
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 65536);
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
}

bool standardInputEnded()
{
    char waste[256];
    const ssize_t got = ::read(STDIN_FILENO, waste, sizeof waste);
    return got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN);
}

void awaitEnd(const EndSignals& signals, bool untilStdinCloses)
{
    pollfd asked[] = {{signals.descriptor(), POLLIN, 0}, {untilStdinCloses ? STDIN_FILENO : -1, POLLIN, 0}};
    for (;;) {
        if (::poll(asked, 2, -1) < 0)
            continue; // EINTR
        if (asked[0].revents != 0 || (asked[1].revents != 0 && standardInputEnded()))
            return;
    }
}

domain::Outcome checkReach(const ServeCommand& command)
{
    switch (reachOf(command.listen)) {
    case Reach::ThisMachine:
        return {};
    case Reach::Unknown:
        return domain::failure(Fault::Invalid, QStringLiteral("--listen %1: this is not an IP address").arg(command.listen));
    case Reach::Network:
        break;
    }
    if (!command.tlsCertificate.isEmpty() || command.behindProxy)
        return {};
    return domain::failure(
        Fault::Refused,
        QStringLiteral("--listen %1 would send the lists through the network unencrypted. Give --tls-cert and "
                       "--tls-key, or --behind-proxy when a reverse proxy speaks TLS")
            .arg(command.listen));
}

domain::Result<std::optional<TlsIdentity>> identityOf(const ServeCommand& command)
{
    if (command.tlsCertificate.isEmpty())
        return std::optional<TlsIdentity>();
    auto identity = TlsIdentity::load(command.tlsCertificate, command.tlsKey);
    if (!identity)
        return domain::failure(identity.error());
    return std::optional<TlsIdentity>(std::move(*identity));
}

} // namespace

domain::Outcome serve(const ServeCommand& command, const DataDirectory& directory)
{
    prepareProcess();
    const EndSignals signals;
    if (domain::Outcome reach = checkReach(command); !reach)
        return reach;
    auto identity = identityOf(command);
    if (!identity)
        return domain::failure(identity.error());
    const auto lock = DirectoryLock::take(directory);
    if (!lock)
        return domain::failure(lock.error());
    const auto tokens = TokenStore::open(directory.serverFile());
    if (!tokens)
        return domain::failure(tokens.error());
    if (!command.tokensFile.isEmpty()) {
        if (domain::Outcome adopted = adoptTokenFile(command.tokensFile, **tokens, utcNow()); !adopted)
            return adopted;
    }
    TopicServer server(directory, **tokens, command.limits, std::move(*identity));
    const auto port = server.start(command.listen, command.port);
    if (!port)
        return domain::failure(port.error());
    std::printf("listening on %s\n", qUtf8Printable(urlOf(command.listen, *port, !command.tlsCertificate.isEmpty())));
    std::fflush(stdout);
    awaitEnd(signals, command.untilStdinCloses);
    server.stop();
    return {};
}

} // namespace vorzimmer::topicserver
