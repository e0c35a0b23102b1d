#pragma once

#include "caldav/collection.h"
#include "vorzimmer/cloud/sync_options.h"
#include "vorzimmer/domain/result.h"

namespace vorzimmer::cloud::caldav {

/// The collection at @p url as the account @p user sees it, or what a person must mend in that. Both @p user and @p password
/// are empty for a server without accounts. @p clock must outlive it; @p options are only read here.
[[nodiscard]] domain::Result<Collection> collectionAt(const QUrl& url, const QString& user, const QByteArray& password,
                                                      const ports::Clock& clock, const SyncOptions& options);

} // namespace vorzimmer::cloud::caldav
