#pragma once

#include "http/exchange.h"
#include "topics/provider.h"

namespace vorzimmer::cloud::topics::caldav {

/// What is wrong with @p reply, where @p good are the success statuses; nothing = it is one of them. A 404 is Missing here:
/// whether the topic or the whole list is gone is for the caller to find out.
[[nodiscard]] std::optional<Reply> trouble(const http::Reply& reply, std::initializer_list<int> good);

/// For a success whose body is not what it must be.
[[nodiscard]] Reply nonsense(const http::Reply& reply);

/// For an address where no list is (any more).
[[nodiscard]] Reply noList(int status);

} // namespace vorzimmer::cloud::topics::caldav
