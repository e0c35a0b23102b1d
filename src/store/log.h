#pragma once

#include <QLoggingCategory>

namespace vorzimmer::store {

/// Ids, file names and SQLite's messages only; never a name, a number or a text of a client's.
Q_DECLARE_LOGGING_CATEGORY(log)

} // namespace vorzimmer::store
