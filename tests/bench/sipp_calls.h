#pragma once

#include <QStringList>

namespace vorzimmer::test {

/// Turns the event loop until sipp, calling @p port of this machine with @p arguments, has made its last call and half a second
/// more; false when it cannot be run.
[[nodiscard]] bool runSipp(quint16 port, const QStringList& arguments);

} // namespace vorzimmer::test
