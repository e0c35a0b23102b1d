#include "problem.h"

#include <QLoggingCategory>

namespace vorzimmer::topicserver {

namespace {

Q_LOGGING_CATEGORY(lcTopicServer, "vorzimmer.topicserver")

constexpr std::chrono::seconds busyPause{1};
constexpr std::chrono::seconds storagePause{30};

const char* titleOf(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

} // namespace

Reply replyOf(const Problem& problem)
{
    nlohmann::json body{{"type", "urn:vorzimmer:problem:" + problem.code},
                        {"title", titleOf(problem.status)},
                        {"status", problem.status},
                        {"detail", problem.detail}};
    if (!problem.where.empty())
        body["where"] = problem.where;
    if (!problem.current.is_null())
        body["current"] = problem.current;
    if (problem.resyncRequired)
        body["resync_required"] = true;
    Reply reply{problem.status, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), problem.headers, true};
    if (!problem.etag.empty())
        reply.headers.emplace_back("ETag", problem.etag);
    if (problem.retryAfter)
        reply.headers.emplace_back("Retry-After", std::to_string(problem.retryAfter->count()));
    return reply;
}

Problem problemOf(const domain::Error& error)
{
    qCWarning(lcTopicServer).noquote() << error.where << error.detail;
    switch (error.fault) {
    case domain::Fault::Busy:
        return {.status = 503,
                .code = "busy",
                .detail = "The list is busy; send the same request again.",
                .retryAfter = busyPause};
    case domain::Fault::StorageFull:
        return {.status = 503,
                .code = "storage_full",
                .detail = "The server cannot write to its disk; send the same request again later.",
                .retryAfter = storagePause};
    case domain::Fault::StorageBroken:
    case domain::Fault::StorageNewer:
        return {
            .status = 500, .code = "storage_broken", .detail = "The list cannot be read; its administrator must see to it."};
    default:
        return {.status = 500, .code = "internal", .detail = "The server failed; its log says more."};
    }
}

} // namespace vorzimmer::topicserver
