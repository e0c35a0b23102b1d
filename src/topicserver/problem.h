#pragma once

#include "reply.h"

#include "vorzimmer/domain/result.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace vorzimmer::topicserver {

/// Why a request was refused (RFC 9457). Its texts are this server's own words and never repeat what was sent.
struct Problem {
    int status = 500;
    std::string code;                 ///< stable name of the kind
    std::string detail;               ///< what is wrong
    std::string where = {};           ///< field, parameter or header at fault
    nlohmann::json current = nullptr; ///< the resource as it is now
    std::string etag = {};            ///< of current
    bool resyncRequired = false;
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;
    std::vector<std::pair<std::string, std::string>> headers = {};
};

[[nodiscard]] Reply replyOf(const Problem& problem);

/// A fault of the store as a problem: passing ones ask to come back, lasting ones stay with the administrator. The detail
/// goes to the log, not to the client.
[[nodiscard]] Problem problemOf(const domain::Error& error);

} // namespace vorzimmer::topicserver
