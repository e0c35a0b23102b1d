#pragma once

#include "vorzimmer/domain/result.h"

#include <QUrl>

namespace vorzimmer::cloud::http {

/// True for localhost, 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopback(const QUrl& url);

/// @p url as the root to build addresses on: no query, no fragment, path without a slash at its end. Invalid, with a
/// sentence for the person who typed it, when nothing may be sent there: not http(s), plain http to another machine, or
/// credentials inside the address.
[[nodiscard]] domain::Result<QUrl> checkedEndpoint(const QUrl& url);

/// True when @p token can stand in a header.
[[nodiscard]] bool isUsableToken(const QByteArray& token);

} // namespace vorzimmer::cloud::http
