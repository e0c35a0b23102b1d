#pragma once

#include "list_client.h"

#include <atomic>
#include <map>
#include <string>
#include <vector>

namespace vorzimmer::topicserver::test {

/// What one writer was told is stored, and what it never heard about.
struct WriteLedger {
    std::map<std::string, std::pair<std::int64_t, std::string>> acknowledged; ///< id -> revision, title
    std::map<std::string, std::vector<std::string>> comments;                 ///< topic -> comment ids
    std::map<std::string, json> unheard;                                      ///< creates whose reply was lost
    std::vector<int> refusals;                                                ///< statuses that nothing explains
};

/// Creates topics, remarks on them and changes them with tenant A's token until the server is gone; adds to @p count what is
/// acknowledged. @p name tells this writer's titles from others'.
void writeOn(int port, const std::string& name, std::atomic<int>& count, WriteLedger& ledger);

struct Settlement {
    int lost = 0;    ///< acknowledged and not there
    int doubled = 0; ///< there more often than it was written
};

/// Holds the server to @p ledger: what it has acknowledged is there, and what was unheard can be sent again and is there
/// once.
[[nodiscard]] Settlement settle(ListClient& client, const WriteLedger& ledger);

} // namespace vorzimmer::topicserver::test
