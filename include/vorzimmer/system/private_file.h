#pragma once

#include "vorzimmer/domain/result.h"

#include <QByteArray>
#include <QString>

namespace vorzimmer::system {

/// Replaces @p path by @p content in one step, readable by its owner alone (mode 0600) from the first byte on. When it
/// fails, what was there before is still there.
[[nodiscard]] domain::Outcome writePrivateFile(const QString& path, const QByteArray& content);

} // namespace vorzimmer::system
