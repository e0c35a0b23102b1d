#pragma once

#include <QDir>
#include <QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vorzimmer::telephony {

/// Puts a deaf socket in the place of the one in this process that has UDP @p port: so dies a telephone that still seems to
/// listen. False when there is none.
inline bool deafen(quint16 port)
{
    for (const QString& name :
         QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)) {
        const int fd = name.toInt();
        sockaddr_in address{};
        socklen_t length = sizeof address;
        int type = 0;
        socklen_t typeLength = sizeof type;
        if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0 || address.sin_family != AF_INET ||
            ntohs(address.sin_port) != port || ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &typeLength) != 0 ||
            type != SOCK_DGRAM)
            continue;
        const int deaf = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        const bool done = ::dup2(deaf, fd) == fd;
        ::close(deaf);
        return done;
    }
    return false;
}

} // namespace vorzimmer::telephony
