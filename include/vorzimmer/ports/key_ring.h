#pragma once

#include "vorzimmer/domain/result.h"

#include <QByteArray>
#include <QString>

namespace vorzimmer::ports {

/// Keeps credentials outside the databases. Callable from any thread; a secret never enters a log or an error text.
class KeyRing {
public:
    virtual ~KeyRing() = default;
    /// NotFound when nothing is kept under @p name.
    [[nodiscard]] virtual domain::Result<QByteArray> secret(const QString& name) const = 0;
    [[nodiscard]] virtual domain::Outcome keep(const QString& name, const QByteArray& secret) = 0;
};

} // namespace vorzimmer::ports
