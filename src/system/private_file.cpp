#include "vorzimmer/system/private_file.h"

#include <QFileInfo>
#include <QSaveFile>

namespace vorzimmer::system {

domain::Outcome writePrivateFile(const QString& path, const QByteArray& content)
{
    const auto refusal = [&](const QSaveFile& file) {
        const auto fault = file.error() == QFileDevice::ResourceError ? domain::Fault::StorageFull : domain::Fault::StorageBroken;
        return domain::failure(fault, QStringLiteral("cannot write the file: ") + file.errorString(), QFileInfo(path).fileName());
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refusal(file);
    // Before the first byte: between writing and chmod somebody could read along.
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return refusal(file);
    if (file.write(content) != content.size() || !file.commit())
        return refusal(file);
    return {};
}

} // namespace vorzimmer::system
