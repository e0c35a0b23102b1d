#include "write_ledger.h"

#include "server_process.h"

namespace vorzimmer::topicserver::test {

void writeOn(int port, const std::string& name, std::atomic<int>& count, WriteLedger& ledger)
{
    ListClient client(port, tokenA);
    for (int n = 0;; ++n) {
        const std::string id = newId();
        const json topic = someTopic(name + "/" + std::to_string(n));
        // Status 0 is a lost reply; then either state may be there.
        const auto expect = [&](int status, int expected) {
            if (status != expected && status != 0)
                ledger.refusals.push_back(status);
            count += status == expected ? 1 : 0;
            return status == expected;
        };
        if (!expect(client.create(id, topic).status, 201)) {
            ledger.unheard[id] = topic;
            return;
        }
        ledger.acknowledged[id] = {1, topic["title"]};
        const std::string comment = newId();
        if (!expect(client.comment(id, comment, someComment("dazu")).status, 201))
            return;
        ledger.comments[id].push_back(comment);
        const json changed = someTopic(name + "/" + std::to_string(n) + " geändert");
        if (!expect(client.update(id, changed, "\"1\"").status, 200)) {
            ledger.acknowledged.erase(id);
            return;
        }
        ledger.acknowledged[id] = {2, changed["title"]};
    }
}

Settlement settle(ListClient& client, const WriteLedger& ledger)
{
    Settlement settlement;
    for (const auto& [id, state] : ledger.acknowledged) {
        const Answer topic = client.read(id);
        if (topic.status != 200 || topic.body["title"] != state.second || topic.body["revision"] < state.first)
            ++settlement.lost;
        else if (topic.body["revision"] > state.first)
            ++settlement.doubled;
    }
    for (const auto& [id, comments] : ledger.comments) {
        const Answer topic = client.read(id);
        const std::size_t there = topic.status == 200 ? topic.body["comments"].size() : 0;
        settlement.lost += there < comments.size() ? 1 : 0;
        settlement.doubled += there > comments.size() ? 1 : 0;
    }
    for (const auto& [id, topic] : ledger.unheard) {
        const Answer again = client.create(id, topic);
        if (again.status != 201 && (again.status != 200 || again.header("Idempotent-Replay") != "true"))
            ++settlement.lost;
        else if (client.read(id).body["revision"] != 1)
            ++settlement.doubled;
    }
    return settlement;
}

} // namespace vorzimmer::topicserver::test
