#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/result.h"

#include <QString>

#include <vector>

namespace vorzimmer::topicserver {

/// Where things lie: `server.db` with the tokens, and each tenant's list in a file of its own, `tenants/<uuid>.db`.
class DataDirectory {
public:
    /// Makes the directory when it is not there, for its owner's eyes only.
    [[nodiscard]] static domain::Result<DataDirectory> prepare(const QString& path);

    [[nodiscard]] QString serverFile() const { return m_path + QStringLiteral("/server.db"); }
    [[nodiscard]] QString tenantFile(const domain::TenantId& tenant) const;
    [[nodiscard]] QString lockFile() const { return m_path + QStringLiteral("/lock"); }
    /// Tenants that have a list.
    [[nodiscard]] std::vector<domain::TenantId> tenants() const;
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    explicit DataDirectory(QString path) : m_path(std::move(path)) {}

    QString m_path;
};

/// Held by the one server that may serve a data directory: its waiting readers hear only of changes it makes itself. The
/// system lets go of it when the process ends, however it ends.
class DirectoryLock {
public:
    [[nodiscard]] static domain::Result<DirectoryLock> take(const DataDirectory& directory);
    ~DirectoryLock();
    DirectoryLock(DirectoryLock&& other) noexcept;
    DirectoryLock& operator=(DirectoryLock&&) = delete;

private:
    explicit DirectoryLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace vorzimmer::topicserver
