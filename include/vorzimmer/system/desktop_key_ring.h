#pragma once

#include "vorzimmer/system/file_key_ring.h"

namespace vorzimmer::system {

/// Credentials in the desktop's own key ring (GNOME Keyring, KWallet: whatever serves org.freedesktop.secrets) while one is
/// there and open, else in the private file of FileKeyRing. What lies in the file moves into the key ring when it is read with
/// the key ring open, so the file holds what was kept last without one. Nobody is ever asked to unlock anything: that would stop
/// the desk. Any thread; a call takes as long as the session bus does.
class DesktopKeyRing final : public ports::KeyRing {
public:
    /// The folder of one bureau's data: two bureaus on one desktop do not see each other's credentials.
    explicit DesktopKeyRing(const QString& folder);

    /// As FileKeyRing says; and Refused when only a key ring that is locked can hold it.
    [[nodiscard]] domain::Result<QByteArray> secret(const QString& name) const override;
    [[nodiscard]] domain::Outcome keep(const QString& name, const QByteArray& secret) override;

private:
    QString m_folder;
    /// Reading may move what is there.
    mutable FileKeyRing m_file;
};

} // namespace vorzimmer::system
