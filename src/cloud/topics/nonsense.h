#pragma once

#include "http/exchange.h"
#include "topics/provider.h"

namespace vorzimmer::cloud::topics {

/// For a success whose body is not what it must be: a login page, garbage, another service.
[[nodiscard]] Reply nonsense(const http::Reply& reply);

} // namespace vorzimmer::cloud::topics
