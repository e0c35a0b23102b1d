#include "vorzimmer/domain/transfer.h"

#include <algorithm>

namespace vorzimmer::domain {

std::vector<RingStep> ringChain(const std::vector<Person>& people, const PersonId& person, const PhoneNumber& first,
                                const std::vector<PhoneNumber>& leadingBack)
{
    std::vector<RingStep> chain;
    const auto add = [&](const Person& who, const LabelledNumber& number) {
        const bool back = std::find(leadingBack.begin(), leadingBack.end(), number.number) != leadingBack.end();
        const bool twice = std::any_of(chain.begin(), chain.end(), [&](const RingStep& step) { return step.number.number == number.number; });
        if (!back && !twice)
            chain.push_back({who.id, who.name, number});
    };
    std::vector<PersonId> asked;
    for (PersonId next = person; !next.isNull();) {
        const auto found = std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == next; });
        if (found == people.end() || std::find(asked.begin(), asked.end(), next) != asked.end())
            break;
        asked.push_back(next);
        const auto chosen = std::find_if(found->numbers.begin(), found->numbers.end(),
                                         [&](const LabelledNumber& number) { return number.number == first; });
        if (chosen != found->numbers.end())
            add(*found, *chosen);
        for (const LabelledNumber& number : found->numbers)
            add(*found, number);
        next = found->deputy;
    }
    return chain;
}

} // namespace vorzimmer::domain
