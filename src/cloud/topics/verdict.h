#pragma once

#include "http/exchange.h"
#include "topics/provider.h"

namespace vorzimmer::cloud::topics {

/// What an HTTP reply means wherever it comes from: no reply at all, a token refused, "later", a broken server, a redirect.
/// Nothing for a success and for those refusals that only the provider itself can read.
[[nodiscard]] std::optional<Reply> verdict(const http::Reply& reply);

/// For a success whose body is not what it must be: a login page, garbage, another service.
[[nodiscard]] Reply nonsense(const http::Reply& reply);

} // namespace vorzimmer::cloud::topics
