#include "topic_server.h"

#include "exchange.h"
#include "token_store.h"
#include "utc_now.h"

#include <QLoggingCategory>

namespace vorzimmer::topicserver {

namespace {

Q_LOGGING_CATEGORY(lcTopicServer, "vorzimmer.topicserver")

/// Threads beyond those that may wait, so that waiting readers never keep a writer out.
constexpr std::size_t workingConnections = 128;

HttpLimits httpLimits(const ServerLimits& limits)
{
    HttpLimits http;
    http.connections = static_cast<std::size_t>(limits.waiting) + workingConnections;
    return http;
}

void put(const Reply& reply, httplib::Response& response)
{
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers)
        response.set_header(name, value);
    if (!reply.body.empty())
        response.set_content(reply.body, reply.isProblem ? "application/problem+json" : "application/json");
}

/// What the HTTP library itself refuses: it knows a status, this finds the words.
Problem libraryProblem(int status)
{
    const BoundedStream& stream = Exchange::current().stream();
    if (stream.headWasTooLarge())
        return {.status = 431, .code = "head_too_large", .detail = "Request line and headers are too long."};
    if (stream.tookTooLong())
        return {.status = 408, .code = "too_slow", .detail = "The request did not arrive in time."};
    switch (status) {
    case 414:
        return {.status = 414, .code = "uri_too_long", .detail = "The request line is too long."};
    case 416:
        return {.status = 400, .code = "bad_header", .detail = "Range cannot be read.", .where = "Range"};
    case 400:
        return {.status = 400, .code = "bad_request", .detail = "The request cannot be read as HTTP."};
    default:
        return {.status = 500, .code = "internal", .detail = "The server failed; ask again to learn what was written."};
    }
}

} // namespace

TopicServer::TopicServer(DataDirectory directory, TokenStore& tokens, ServerLimits limits,
                         std::optional<TlsIdentity> identity)
    : m_tokens(tokens), m_rooms(std::move(directory)), m_rate(limits.requestsPerSecond, limits.burst),
      m_waiting(limits.waiting, (limits.waiting + 1) / 2), m_gate(tokens, m_rate), m_topics(m_rooms),
      m_changes(m_rooms, m_waiting), m_table(routes()), m_http(httpLimits(limits), std::move(identity))
{
    connect();
}

TopicServer::~TopicServer()
{
    stop();
}

domain::Result<int> TopicServer::start(const QString& address, int port)
{
    return m_http.start(address, port);
}

void TopicServer::stop()
{
    m_rooms.silence();
    m_http.stop();
}

std::vector<Route> TopicServer::routes()
{
    std::vector<Route> routes = m_topics.routes();
    routes.push_back(m_changes.route());
    routes.push_back({"GET", "/v1/health", Need::Nothing, [this](const Call& call) { return health(call); }});
    return routes;
}

Reply TopicServer::health(const Call&) const
{
    if (const auto readable = m_tokens.access({}); !readable)
        return replyOf({.status = 503,
                        .code = "storage_broken",
                        .detail = "The server cannot read its data.",
                        .retryAfter = std::chrono::seconds(30)});
    return {200, nlohmann::json{{"status", "ok"}, {"version", VORZIMMER_VERSION}, {"time", utcNow()}}.dump()};
}

void TopicServer::connect()
{
    // The table knows the paths, so the library gets one catch-all per method. Nothing longer than the table's limit
    // reaches that expression.
    const auto plain = [this](const httplib::Request& request, httplib::Response& response) {
        put(answer(request, nullptr), response);
    };
    const char* const everything = ".*";
    m_http.Get(everything, plain);
    m_http.Delete(everything, plain);
    m_http.Put(everything, [this](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& body) { put(answer(request, &body), response); });
    m_http.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        Exchange& exchange = Exchange::current();
        auto match = m_table.find(request.method, request.path);
        const std::optional<Problem> problem = match ? exchange.headProblem : match.error();
        if (match)
            exchange.match = std::move(*match);
        if (!problem)
            return httplib::Server::HandlerResponse::Unhandled;
        put(replyOf(*problem), response);
        exchange.mustClose = true;
        return httplib::Server::HandlerResponse::Handled;
    });
    m_http.set_error_handler(httplib::Server::HandlerWithResponse([](const httplib::Request&, httplib::Response& response) {
        if (!response.body.empty())
            return httplib::Server::HandlerResponse::Unhandled;
        Exchange::current().mustClose = true;
        put(replyOf(libraryProblem(response.status)), response);
        return httplib::Server::HandlerResponse::Handled;
    }));
    m_http.set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
        qCWarning(lcTopicServer) << "a request failed unexpectedly";
        put(replyOf(libraryProblem(500)), response);
    });
    m_http.set_default_headers({{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}});
}

Reply TopicServer::answer(const httplib::Request& request, const httplib::ContentReader* body)
{
    Exchange& exchange = Exchange::current();
    const Route& route = *exchange.match->route;
    Call call{request, exchange.match->ids, {}, {}};
    if (route.need != Need::Nothing) {
        auto access = m_gate.admit(request, route.need);
        if (!access) {
            exchange.mustClose = body != nullptr; // which is not worth reading any more
            return replyOf(access.error());
        }
        call.access = std::move(*access);
    }
    if (body && !(*body)([&call](const char* data, std::size_t size) {
            call.body.append(data, size);
            return true;
        })) {
        exchange.mustClose = true;
        return replyOf({.status = 408, .code = "too_slow", .detail = "The body did not arrive in full and in time."});
    }
    return route.handler(call);
}

} // namespace vorzimmer::topicserver
