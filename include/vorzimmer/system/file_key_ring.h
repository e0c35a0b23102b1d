#pragma once

#include "vorzimmer/ports/key_ring.h"

#include <mutex>
#include <optional>

namespace vorzimmer::system {

/// Credentials in one private JSON file (mode 0600), read afresh each time and replaced as a whole. A file that others may
/// read is refused instead of used. Any thread; several processes may share the file.
class FileKeyRing final : public ports::KeyRing {
public:
    explicit FileKeyRing(QString path);
    /// Where a bureau that keeps its data in @p folder has this file.
    [[nodiscard]] static QString pathIn(const QString& folder) { return folder + QStringLiteral("/credentials.json"); }

    /// NotFound when nothing is kept under @p name, Refused for a file with loose permissions, StorageBroken for damage.
    [[nodiscard]] domain::Result<QByteArray> secret(const QString& name) const override;
    [[nodiscard]] domain::Outcome keep(const QString& name, const QByteArray& secret) override;
    /// Nothing happens when nothing is kept under @p name.
    [[nodiscard]] domain::Outcome forget(const QString& name);

private:
    /// Without a @p secret there is to be none.
    [[nodiscard]] domain::Outcome change(const QString& name, const std::optional<QByteArray>& secret);

    QString m_path;
    mutable std::mutex m_mutex;
};

} // namespace vorzimmer::system
