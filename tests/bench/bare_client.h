#pragma once

#include <functional>
#include <string>
#include <vector>

#include <curl/curl.h>

namespace vorzimmer::bench {

/// A write that waits for no other.
struct BareWrite {
    std::string url;
    std::string condition; ///< a header line
    std::string body;
};

/// What libcurl's multi interface does when it is left alone: sends requests and drops what comes back. One thread at a
/// time.
class BareClient {
public:
    BareClient(int port, const std::string& token);
    ~BareClient();
    BareClient(const BareClient&) = delete;
    BareClient& operator=(const BareClient&) = delete;

    /// Turns all pages of the change feed behind @p cursor, as long as they are @p page, and shows each to @p take; returns the
    /// last cursor.
    [[nodiscard]] std::string turnPages(
        std::string cursor, int page, const std::function<void(const std::string&)>& take = [](const std::string&) {});
    /// @p parallel at a time, each on a connection of its own; how many were not taken.
    [[nodiscard]] int write(const std::vector<BareWrite>& writes, int parallel);

    [[nodiscard]] std::string topicUrl(const std::string& id) const { return m_address + "/v1/topics/" + id; }

private:
    struct Turn;
    [[nodiscard]] CURL* newHandle(std::string& body) const;
    void begin(Turn& turn, const BareWrite& write);

    const std::string m_address;
    const std::string m_authorization;
    CURLM* m_multi = curl_multi_init();
};

} // namespace vorzimmer::bench
