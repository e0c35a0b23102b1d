#pragma once

#include "desk_side.h"
#include "fault_proxy.h"
#include "list_editor.h"
#include "topic_server_process.h"

namespace vorzimmer::testing {

/// A desk that reaches the real topic server through the fault proxy, and the client's side that reaches it directly.
struct Scene {
    std::shared_ptr<TopicServerProcess> server;
    ListAccount account = server->newAccount();
    FaultProxy proxy{server->port()};
    ListEditor client{server->port(), account.token};
    DeskSide desk;

    explicit Scene(const cloud::SyncOptions& options = quickOptions(),
                   std::shared_ptr<TopicServerProcess> topicServer = TopicServerProcess::shared())
        : server(std::move(topicServer)), desk(account.tenant, options)
    {
    }

    /// One whose server may be killed.
    [[nodiscard]] static std::shared_ptr<TopicServerProcess> ownServer() { return std::make_shared<TopicServerProcess>(); }

    /// Opens the list and waits until both sides are equal.
    void settle()
    {
        desk.open(proxy.url(), account.token);
        REQUIRE(desk.waitUntilQuiet());
    }
    /// What the server was sent to write.
    [[nodiscard]] int writes() const { return FaultProxy::count(proxy.delivered(), "PUT"); }
    /// How often one topic was read.
    [[nodiscard]] int reads() const { return FaultProxy::count(proxy.delivered(), "GET", "/v1/topics/"); }
};

} // namespace vorzimmer::testing
