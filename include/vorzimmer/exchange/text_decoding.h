#pragma once

#include "vorzimmer/exchange/flaw.h"

#include <QByteArray>
#include <QString>

namespace vorzimmer::exchange {

/// The text of a file. Without @p encoding it must be UTF-8, or UTF-16/32 with a byte order mark; with one, that and nothing
/// else. A byte that cannot be right is a flaw with its line and byte; nothing is ever replaced.
[[nodiscard]] Taken<QString> decode(const QByteArray& bytes, const QString& encoding = {});

} // namespace vorzimmer::exchange
