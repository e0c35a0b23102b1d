#pragma once

#include "vorzimmer/ports/topic_ledger.h"

#include <QByteArray>

#include <optional>

namespace vorzimmer::cloud::topics::todo {

/// The topic that the resource @p name holds in its iCalendar @p text; revision is left to the caller. What other tools
/// wrote oddly is read as kindly as possible. Nothing when there is no to-do in it.
[[nodiscard]] std::optional<ports::RemoteTopic> topicIn(const QByteArray& text, const QString& name);

} // namespace vorzimmer::cloud::topics::todo
