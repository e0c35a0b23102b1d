#pragma once

#include "change_handler.h"
#include "gate.h"
#include "http_server.h"
#include "route_table.h"
#include "tenant_rooms.h"
#include "topic_handlers.h"
#include "waiting_list.h"

namespace vorzimmer::topicserver {

struct ServerLimits {
    int requestsPerSecond = 200; ///< per token
    int burst = 1000;            ///< per token
    int waiting = 400;           ///< long-polling requests; one tenant may have half of them
};

/// The whole server on one data directory.
class TopicServer {
public:
    /// @p tokens must outlive it.
    TopicServer(DataDirectory directory, TokenStore& tokens, ServerLimits limits, std::optional<TlsIdentity> identity);
    ~TopicServer();

    /// Returns the port that it listens on.
    [[nodiscard]] domain::Result<int> start(const QString& address, int port);
    /// Sends waiting readers home, finishes what is being answered, and returns when all is done.
    void stop();

private:
    [[nodiscard]] std::vector<Route> routes();
    [[nodiscard]] Reply health(const Call& call) const;
    void connect();
    [[nodiscard]] Reply answer(const httplib::Request& request, const httplib::ContentReader* body);

    TokenStore& m_tokens;
    TenantRooms m_rooms;
    RateLimit m_rate;
    WaitingList m_waiting;
    Gate m_gate;
    TopicHandlers m_topics;
    ChangeHandler m_changes;
    RouteTable m_table;
    HttpServer m_http; ///< last: its threads use all of the above
};

} // namespace vorzimmer::topicserver
