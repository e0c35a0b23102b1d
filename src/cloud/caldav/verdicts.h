#pragma once

#include "answer.h"
#include "http/exchange.h"

namespace vorzimmer::cloud::caldav {

/// What is wrong with @p reply, where @p good are the success statuses; nothing = it is one of them, and no web page in the
/// place of an answer. A 404 is Missing here: whether the entry or the whole collection is gone is for the caller to find out.
[[nodiscard]] std::optional<Reply> trouble(const http::Reply& reply, std::initializer_list<int> good);

/// For a success whose body is not what it must be.
[[nodiscard]] Reply nonsense(const http::Reply& reply);

/// For an address where no collection is (any more).
[[nodiscard]] Reply noList(int status);

} // namespace vorzimmer::cloud::caldav
