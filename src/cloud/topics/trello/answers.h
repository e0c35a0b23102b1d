#pragma once

#include "http/exchange.h"
#include "topics/provider.h"

namespace vorzimmer::cloud::topics::trello {

/// Everything that can be said before a body of the kind asked for is read; nothing = read it. Missing for a 404. Of what
/// Trello writes only known phrases are repeated, in our words. @p window is what its rate limit counts in: Trello never
/// says how long to wait.
[[nodiscard]] std::optional<Reply> trouble(const http::Reply& reply, std::chrono::milliseconds window);

/// The same where the body is of no use to us: all that matters is that Trello wrote it. A login page that answers 200 in
/// its place has removed nothing.
[[nodiscard]] std::optional<Reply> removalTrouble(const http::Reply& reply, std::chrono::milliseconds window);

/// The board itself cannot be found.
[[nodiscard]] Reply noBoard();
/// True when a card that was asked for is on a board that this token may not see, which Trello says like a refused token.
[[nodiscard]] bool isHidden(const http::Reply& reply);

[[nodiscard]] Reply answered(Answer answer, const QString& problem = {});

} // namespace vorzimmer::cloud::topics::trello
