#include "topics/trello/two_cards.h"

#include "topics/trello/card_topic.h"

#include <algorithm>
#include <set>

namespace vorzimmer::cloud::topics::trello {

bool isCopy(const CardFile& file)
{
    return std::any_of(file.actions.cbegin(), file.actions.cend(),
                       [](const Action& action) { return action.type == QLatin1String("copyCard"); });
}

bool isUntouched(const CardFile& file)
{
    return file.actions.size() == 1 && file.actions.front().type == QLatin1String("createCard");
}

bool isOnlyItsMakers(const CardFile& file)
{
    const auto made = std::find_if(file.actions.cbegin(), file.actions.cend(),
                                   [](const Action& action) { return action.type == QLatin1String("createCard"); });
    return made != file.actions.cend() &&
           std::none_of(file.actions.cbegin(), file.actions.cend(), [&made](const Action& action) {
               return action.type == QLatin1String("updateCard") && action.member != made->member;
           });
}

bool isLoser(const CardFile& one, const CardFile& other)
{
    if (isDeleted(one.card) != isDeleted(other.card))
        return isDeleted(one.card);
    if (isCopy(one) != isCopy(other))
        return isCopy(one);
    if (isUntouched(one) != isUntouched(other))
        return isUntouched(one);
    return one.card.id > other.card.id;
}

std::vector<domain::Comment> unsaid(const CardFile& from, const CardFile& to)
{
    std::set<domain::CommentId> there;
    for (const Action& action : to.actions) {
        if (const auto comment = commentOf(action))
            there.insert(comment->id);
    }
    std::vector<domain::Comment> missing;
    for (auto action = from.actions.crbegin(); action != from.actions.crend(); ++action) { // oldest first
        auto comment = commentOf(*action);
        if (comment && there.insert(comment->id).second)
            missing.push_back(std::move(*comment));
    }
    return missing;
}

} // namespace vorzimmer::cloud::topics::trello
