#pragma once

#include <QFile>

#include <unistd.h>

namespace vorzimmer::test {

/// What this process holds in memory now, in kilobytes.
inline qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr qint64 kilobyte = 1024;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) / kilobyte;
}

} // namespace vorzimmer::test
