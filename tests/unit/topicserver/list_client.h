#pragma once

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <string>

namespace vorzimmer::topicserver::test {

using nlohmann::json;

/// A reply with its JSON already read.
struct Answer {
    int status = 0; ///< 0 = no reply at all
    httplib::Headers headers;
    json body;
    [[nodiscard]] std::string header(const char* name) const;
};

/// Speaks to a server as one token's owner; writes every exchange down. One thread at a time.
class ListClient {
public:
    ListClient(int port, std::string token);

    [[nodiscard]] Answer get(const std::string& target);
    [[nodiscard]] Answer put(const std::string& target, const std::string& body, httplib::Headers conditions);
    [[nodiscard]] Answer remove(const std::string& target, httplib::Headers conditions);

    [[nodiscard]] Answer create(const std::string& id, const json& topic);
    [[nodiscard]] Answer update(const std::string& id, const json& topic, const std::string& etag);
    [[nodiscard]] Answer comment(const std::string& topic, const std::string& id, const json& comment);
    [[nodiscard]] Answer read(const std::string& id) { return get("/v1/topics/" + id); }

    /// Any request without a body, with nothing but @p headers.
    [[nodiscard]] Answer send(const std::string& method, const std::string& target, const httplib::Headers& headers = {});

private:
    [[nodiscard]] Answer answerOf(const std::string& method, const std::string& target, const httplib::Headers& headers,
                                  const std::string& body, const httplib::Result& result);
    [[nodiscard]] httplib::Headers with(httplib::Headers conditions) const;

    httplib::Client m_http;
    const std::string m_token;
};

[[nodiscard]] std::string newId();
/// A valid topic; @p title tells it from others.
[[nodiscard]] json someTopic(const std::string& title);
[[nodiscard]] json someComment(const std::string& text);

/// Sends a PUT with the given header lines and body as they are.
[[nodiscard]] Answer rawPut(int port, const std::string& target, const std::string& headerLines, const std::string& body);

/// Sends @p bytes as they are, returns all that comes back until the server closes, and writes the first exchange down.
[[nodiscard]] std::string rawExchange(int port, const std::string& bytes);

} // namespace vorzimmer::topicserver::test
