#pragma once

#include "answer.h"
#include "http/exchange.h"

namespace vorzimmer::cloud {

/// What an HTTP reply means wherever it comes from: no reply at all, a token refused, "later", a broken server, a redirect.
/// Nothing for a success and for those refusals that only the provider itself can read.
[[nodiscard]] std::optional<Reply> verdict(const http::Reply& reply);

} // namespace vorzimmer::cloud
