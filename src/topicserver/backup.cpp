#include "backup.h"

#include "sqlite_file.h"
#include "topic_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;

/// Makes sure that what was written under @p path survives a power cut.
bool syncToDisk(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

domain::Outcome copyFile(const QString& from, const QString& to)
{
    if (domain::Outcome copied = copySqliteFile(from, to); !copied)
        return copied;
    if (!syncToDisk(to))
        return domain::failure(Fault::StorageFull, QStringLiteral("%1: cannot be written out to the disk").arg(to));
    return {};
}

domain::Outcome copyAll(const DataDirectory& source, const DataDirectory& copy)
{
    if (domain::Outcome copied = copyFile(source.serverFile(), copy.serverFile()); !copied)
        return copied;
    for (const domain::TenantId& tenant : source.tenants()) {
        if (domain::Outcome copied = copyFile(source.tenantFile(tenant), copy.tenantFile(tenant)); !copied)
            return copied;
        if (domain::Outcome renewed = TopicStore::renewEpoch(copy.tenantFile(tenant)); !renewed)
            return renewed;
    }
    return {};
}

} // namespace

domain::Outcome backUp(const DataDirectory& source, const QString& target)
{
    const QString final = QDir(target).absolutePath();
    if (QFileInfo::exists(final))
        return domain::failure(Fault::Conflict, QStringLiteral("%1: exists already; name a new directory").arg(final));
    const QString growing = final + QStringLiteral(".incomplete");
    QDir(growing).removeRecursively(); // of an attempt that was cut short
    const auto copy = DataDirectory::prepare(growing);
    if (!copy)
        return domain::failure(copy.error());
    if (domain::Outcome copied = copyAll(source, *copy); !copied) {
        QDir(growing).removeRecursively();
        return copied;
    }
    if (!QDir().rename(growing, final) || !syncToDisk(QFileInfo(final).absolutePath()))
        return domain::failure(Fault::StorageBroken, QStringLiteral("%1: cannot be put in its place").arg(final));
    return {};
}

} // namespace vorzimmer::topicserver
