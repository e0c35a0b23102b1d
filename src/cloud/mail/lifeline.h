#pragma once

#include <curl/curl.h>

#include <mutex>
#include <set>

namespace vorzimmer::cloud::mail {

/// The sockets of all mails under way, to cut them from another thread: libcurl waits for the answer to a whole mail without
/// giving control back, and a program that ends must not wait for a silent server. Any thread.
class Lifeline {
public:
    Lifeline() = default;
    Lifeline(const Lifeline&) = delete;
    Lifeline& operator=(const Lifeline&) = delete;

    /// Whatever @p easy opens from now on can be cut. This must outlive it.
    void guard(CURL* easy);
    /// Ends every conversation under way, and every later one before it begins.
    void cut();

private:
    static curl_socket_t onOpen(void* self, curlsocktype purpose, struct curl_sockaddr* address);
    static int onClose(void* self, curl_socket_t socket);

    std::mutex m_mutex;
    std::set<curl_socket_t> m_open;
    bool m_cut = false;
};

} // namespace vorzimmer::cloud::mail
