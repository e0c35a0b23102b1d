#pragma once

#include "vorzimmer/domain/result.h"

#include <QByteArray>
#include <QString>

namespace vorzimmer::system {

/// The desktop's key ring over libsecret. Any thread. A secret never enters an error text.
class SecretService {
public:
    enum class State {
        Absent, ///< no session, no service, or none of its collections is the usual one
        Locked,
        Open,
    };

    /// @p folder tells one bureau's secrets from another's.
    explicit SecretService(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] static State state();
    /// NotFound when nothing is kept under @p name. Only while state() is Open: else somebody would be asked for a password.
    [[nodiscard]] domain::Result<QByteArray> secret(const QString& name) const;
    /// Only while state() is Open.
    [[nodiscard]] domain::Outcome keep(const QString& name, const QByteArray& secret) const;

private:
    QString m_folder;
};

} // namespace vorzimmer::system
