#pragma once

#include "http/exchange.h"

#include <curl/curl.h>

#include <QDateTime>

#include <functional>
#include <memory>

namespace vorzimmer::cloud::http {

/// How requests are sent, the same for all of a client's.
struct Conduct {
    std::chrono::milliseconds connectPatience = std::chrono::seconds(5);
    qsizetype maxReply = 32 * 1024 * 1024; ///< bytes; a longer reply is cut off and not used
    QByteArray trustFile;                  ///< PEM file of trusted authorities instead of the system's; empty = the system's
    QByteArray agent = "Vorzimmer/" VORZIMMER_VERSION;
};

/// One request on its way: a curl easy handle with all that it points into. Lives on the cloud thread.
class Transfer {
public:
    using Done = std::function<void(const Reply&)>;

    Transfer(Request request, const Conduct& conduct, Done done);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    [[nodiscard]] CURL* handle() const { return m_easy; }
    /// Reads the reply off the handle once curl is through with it.
    void finish(CURLcode code, const QDateTime& now);
    /// Hands the reply over; once, after finish().
    void deliver() { m_done(m_reply); }

private:
    static size_t takeBody(char* data, size_t size, size_t count, void* self);
    void setUpSafety(const Conduct& conduct);
    void setUpRequest(const Conduct& conduct);
    void setUpCredentials();
    /// Its value; the values joined by commas when it is there several times; empty without it.
    [[nodiscard]] QByteArray header(const char* name) const;

    Request m_request;
    Done m_done;
    qsizetype m_maxReply;
    QByteArray m_url;
    QByteArray m_received;
    bool m_tooLong = false;
    Reply m_reply;
    CURL* m_easy;
    curl_slist* m_headers = nullptr;
};

} // namespace vorzimmer::cloud::http
