#pragma once

#include "topics/trello/list_map.h"
#include "topics/trello/wire.h"
#include "vorzimmer/domain/topic_fields.h"
#include "vorzimmer/ports/topic_ledger.h"

namespace vorzimmer::cloud::topics::trello {

/// The id of a topic that was made in Trello: always the same for the same card.
[[nodiscard]] domain::TopicId idOfForeignCard(const QString& card);

/// True for a card that was deleted here: it lies in the archive with a mark. One that is only in the archive is done.
[[nodiscard]] bool isDeleted(const Card& card);

/// Changes with everything that we read from or write to a card, and with nothing else.
[[nodiscard]] QString revisionOf(const Card& card);

/// What the card says, without comments.
[[nodiscard]] ports::RemoteTopic topicOf(const Card& card, const domain::TopicId& id, const ListMap& lists);
/// The same with comments and who changed it last, as far as its actions tell.
[[nodiscard]] ports::RemoteTopic topicOf(const CardFile& file, const domain::TopicId& id, const ListMap& lists);
/// Nothing for an action that is no comment.
[[nodiscard]] std::optional<domain::Comment> commentOf(const Action& action);

/// What the card holds in a field of Trello's.
[[nodiscard]] nlohmann::json valueOf(const Card& card, const std::string& field);
/// Makes @p card hold it; nothing for a field that no topic carries, and for a value of another kind.
void setValue(Card& card, const std::string& field, const nlohmann::json& value);

/// What has to be written so that the card says @p wanted in the @p changed fields; nothing else is touched.
struct Patch {
    nlohmann::json fields = nlohmann::json::object();
    std::optional<domain::TopicState> missing; ///< the board has no list for this state yet: idList is to be added
};
[[nodiscard]] Patch patchFor(const domain::Topic& wanted, domain::TopicFields changed, const Card& card,
                             const ListMap& lists);
/// A new card's fields, apart from its list.
[[nodiscard]] nlohmann::json newCard(const domain::Topic& topic);
/// The description with the mark of a deleted card.
[[nodiscard]] QString deletedDescription(const Card& card, const domain::TopicId& id);

/// Why Trello cannot take it, in words for the one who can shorten it; empty when it can.
[[nodiscard]] QString tooLong(const nlohmann::json& fields);

} // namespace vorzimmer::cloud::topics::trello
