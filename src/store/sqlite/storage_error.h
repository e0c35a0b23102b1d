#pragma once

#include "vorzimmer/domain/result.h"

#include <sqlite3.h>

namespace vorzimmer::store {

/// What SQLite's (extended) result @p code means to the rest of the house. @p message is SQLite's own, which names tables
/// and columns but never a value; @p systemError is errno at the time, 0 if unknown; @p file is the file's bare name.
[[nodiscard]] domain::Error storageError(int code, const QString& message, int systemError, const QString& file);

/// The last error of @p handle; ask right after the call that failed, which should have started with errno = 0.
[[nodiscard]] domain::Error storageError(sqlite3* handle, const QString& file);

} // namespace vorzimmer::store
