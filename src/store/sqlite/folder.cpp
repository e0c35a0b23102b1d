#include "sqlite/folder.h"

#include <QDir>
#include <QFileInfo>

namespace vorzimmer::store {

domain::Outcome makeFolderOf(const QString& path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (folder.exists())
        return {};
    if (auto above = makeFolderOf(folder.absolutePath()); !above)
        return above;
    if (!QDir().mkdir(folder.absolutePath(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner) &&
        !folder.exists())
        return domain::failure(domain::Fault::StorageBroken, QStringLiteral("the folder cannot be made"), folder.dirName());
    return {};
}

} // namespace vorzimmer::store
