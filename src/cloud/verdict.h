#pragma once

#include "answer.h"
#include "http/exchange.h"

namespace vorzimmer::cloud {

/// What an HTTP reply means wherever it comes from: no reply at all, a token refused, "later", a broken server, a redirect.
/// Nothing for a success and for those refusals that only the provider itself can read.
[[nodiscard]] std::optional<Reply> verdict(const http::Reply& reply);

/// True for a page made for people, as login pages of networks put it in the place of any answer, often with status 200: the
/// server that was meant has not seen the request.
[[nodiscard]] bool isWebPage(const http::Reply& reply);

} // namespace vorzimmer::cloud
