#include "history_facts.h"

namespace vorzimmer::desk {

using domain::Disposition;
using domain::TopicState;

domain::HistoryFacts historyFacts(const std::vector<ports::HistoryEntry>& history)
{
    domain::HistoryFacts facts;
    domain::CallId counted;
    for (const ports::HistoryEntry& entry : history) {
        // A call with two notes has two entries.
        if (entry.call.id != counted)
            facts.calls.push_back(entry.call.offeredAt);
        counted = entry.call.id;
        if (facts.lastDisposition == Disposition::None)
            facts.lastDisposition = entry.call.disposition;
        if (!entry.topicState || *entry.topicState == TopicState::Done)
            continue;
        facts.openTopics.push_back(entry.call.concern);
        if (entry.flags.testFlag(domain::NoteFlag::PleaseCallBack))
            facts.callBackPromised = entry.call.offeredAt;
    }
    return facts;
}

} // namespace vorzimmer::desk
