#pragma once

#include "topics/trello/wire.h"
#include "vorzimmer/domain/topic.h"

namespace vorzimmer::cloud::topics::trello {

// Two cards with one marker. Trello cannot make a card only if there is none, so there are two when a line carries a request
// twice, when two desks bring the same topic back, and when a person copies a card. Every desk that looks must judge them
// alike, so all of this depends on nothing but the cards.

/// True when all that ever happened to the card is that it was made, and not as a copy: then one of our requests made it.
[[nodiscard]] bool isUntouched(const CardFile& file);

[[nodiscard]] bool isCopy(const CardFile& file);

/// True when nobody has changed the card but who made it, and it is no copy: if it is one of ours, a desk holds what it
/// says. Others may have written comments on it.
[[nodiscard]] bool isOnlyItsMakers(const CardFile& file);

/// True when @p other is the topic and @p one is not. A deleted one is not, nor is a copy, nor one that nobody has used
/// beside one that somebody has, nor the newer of two that are equal in this.
[[nodiscard]] bool isLoser(const CardFile& one, const CardFile& other);

/// The comments on @p from that are not on @p to, oldest first.
[[nodiscard]] std::vector<domain::Comment> unsaid(const CardFile& from, const CardFile& to);

} // namespace vorzimmer::cloud::topics::trello
