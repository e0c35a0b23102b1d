#pragma once

#include "vorzimmer/domain/result.h"

#include <QByteArray>
#include <QString>

namespace vorzimmer::store {

/// Argon2id of @p password with a salt of its own, in the text form that carries both.
[[nodiscard]] domain::Result<QByteArray> passwordHash(const QString& password);

/// Whether @p hash is of @p password. Takes as long for an empty hash, which nothing matches, as for a real one.
[[nodiscard]] bool isPassword(const QByteArray& hash, const QString& password);

} // namespace vorzimmer::store
