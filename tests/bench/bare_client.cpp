#include "bare_client.h"

#include <algorithm>

namespace vorzimmer::bench {

namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* body)
{
    static_cast<std::string*>(body)->append(data, size * count);
    return size * count;
}

} // namespace

/// One of the requests under way, and the handle that they take turns on.
struct BareClient::Turn {
    CURL* handle = nullptr;
    curl_slist* headers = nullptr;
    std::string body;

    ~Turn()
    {
        curl_easy_cleanup(handle);
        curl_slist_free_all(headers);
    }
};

BareClient::BareClient(int port, const std::string& token)
    : m_address("http://127.0.0.1:" + std::to_string(port)), m_authorization("Authorization: Bearer " + token)
{
}

BareClient::~BareClient()
{
    curl_multi_cleanup(m_multi);
}

CURL* BareClient::newHandle(std::string& body) const
{
    CURL* handle = curl_easy_init();
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &append);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
    return handle;
}

std::string BareClient::turnPages(std::string cursor, int page, const std::function<void(const std::string&)>& take)
{
    static const std::string key = "\"next\":\"";
    Turn turn;
    turn.handle = newHandle(turn.body);
    turn.headers = curl_slist_append(nullptr, m_authorization.c_str());
    curl_easy_setopt(turn.handle, CURLOPT_HTTPHEADER, turn.headers);
    for (bool more = true; more;) {
        turn.body.clear();
        const std::string url = m_address + "/v1/changes?limit=" + std::to_string(page) + "&wait=0&since=" + cursor;
        curl_easy_setopt(turn.handle, CURLOPT_URL, url.c_str());
        curl_multi_add_handle(m_multi, turn.handle);
        for (int running = 1; running > 0;) {
            curl_multi_perform(m_multi, &running);
            if (running > 0)
                curl_multi_poll(m_multi, nullptr, 0, 1000, nullptr);
        }
        for (int left = 0; curl_multi_info_read(m_multi, &left);) {
        }
        curl_multi_remove_handle(m_multi, turn.handle);
        const std::size_t next = turn.body.rfind(key);
        if (next == std::string::npos)
            return {};
        const std::size_t begin = next + key.size();
        cursor = turn.body.substr(begin, turn.body.find('"', begin) - begin);
        more = turn.body.rfind("\"more\":true") != std::string::npos;
        take(turn.body);
    }
    return cursor;
}

void BareClient::begin(Turn& turn, const BareWrite& write)
{
    if (!turn.handle) {
        turn.handle = newHandle(turn.body);
        curl_easy_setopt(turn.handle, CURLOPT_FRESH_CONNECT, 1L); // as for the desk: nothing is sent twice behind its back
        curl_easy_setopt(turn.handle, CURLOPT_CUSTOMREQUEST, "PUT");
        curl_easy_setopt(turn.handle, CURLOPT_PRIVATE, &turn);
    }
    turn.body.clear();
    curl_slist_free_all(turn.headers);
    turn.headers = curl_slist_append(nullptr, m_authorization.c_str());
    turn.headers = curl_slist_append(turn.headers, "Content-Type: application/json");
    turn.headers = curl_slist_append(turn.headers, write.condition.c_str());
    curl_easy_setopt(turn.handle, CURLOPT_URL, write.url.c_str());
    curl_easy_setopt(turn.handle, CURLOPT_HTTPHEADER, turn.headers);
    curl_easy_setopt(turn.handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(write.body.size()));
    curl_easy_setopt(turn.handle, CURLOPT_POSTFIELDS, write.body.c_str());
    curl_multi_add_handle(m_multi, turn.handle);
}

int BareClient::write(const std::vector<BareWrite>& writes, int parallel)
{
    std::vector<Turn> turns(std::min(static_cast<std::size_t>(parallel), writes.size()));
    std::size_t next = 0;
    std::size_t done = 0;
    int refused = 0;
    for (Turn& turn : turns)
        begin(turn, writes[next++]);
    while (done < writes.size()) {
        int running = 0;
        curl_multi_perform(m_multi, &running);
        bool began = false;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
            CURL* handle = message->easy_handle;
            const bool arrived = message->data.result == CURLE_OK;
            Turn* turn = nullptr;
            long status = 0;
            curl_easy_getinfo(handle, CURLINFO_PRIVATE, &turn);
            curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
            refused += arrived && (status == 200 || status == 201) ? 0 : 1;
            curl_multi_remove_handle(m_multi, handle);
            ++done;
            if (next < writes.size()) {
                begin(*turn, writes[next++]);
                began = true;
            }
        }
        if (!began && done < writes.size())
            curl_multi_poll(m_multi, nullptr, 0, 1000, nullptr);
    }
    return refused;
}

} // namespace vorzimmer::bench
