#include "data_directory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;

QString tenantsFolder(const QString& path)
{
    return path + QStringLiteral("/tenants");
}

} // namespace

domain::Result<DataDirectory> DataDirectory::prepare(const QString& path)
{
    const QString absolute = QDir(path).absolutePath();
    const bool fresh = !QFileInfo::exists(absolute);
    if (!QDir().mkpath(tenantsFolder(absolute)))
        return domain::failure(Fault::StorageBroken, QStringLiteral("%1: cannot make this directory").arg(absolute));
    if (fresh)
        QFile::setPermissions(absolute, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!QFileInfo(tenantsFolder(absolute)).isWritable())
        return domain::failure(Fault::StorageBroken, QStringLiteral("%1: cannot write in this directory").arg(absolute));
    return DataDirectory(absolute);
}

QString DataDirectory::tenantFile(const domain::TenantId& tenant) const
{
    return QStringLiteral("%1/%2.db").arg(tenantsFolder(m_path), tenant.text());
}

std::vector<domain::TenantId> DataDirectory::tenants() const
{
    std::vector<domain::TenantId> tenants;
    for (const QFileInfo& file :
         QDir(tenantsFolder(m_path)).entryInfoList({QStringLiteral("*.db")}, QDir::Files, QDir::Name)) {
        if (const auto tenant = domain::TenantId::parse(file.completeBaseName()); !tenant.isNull())
            tenants.push_back(tenant);
    }
    return tenants;
}

domain::Result<DirectoryLock> DirectoryLock::take(const DataDirectory& directory)
{
    const int descriptor = ::open(QFile::encodeName(directory.lockFile()).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return domain::failure(Fault::StorageBroken, QStringLiteral("%1: cannot be opened").arg(directory.lockFile()));
    DirectoryLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return domain::failure(
            Fault::Busy, QStringLiteral("%1: another topic server is running on this directory").arg(directory.path()));
    return lock;
}

DirectoryLock::~DirectoryLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

} // namespace vorzimmer::topicserver
