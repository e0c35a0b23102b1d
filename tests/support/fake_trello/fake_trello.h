#pragma once

#include "fake_board.h"

#include <QByteArray>

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace vorzimmer::testing {

/// A Trello on a loopback port of its own, with one board, one account for the desk and one for the client. Answers as
/// Trello does: errors are plain text, or JSON where a contract is watched (VZ_TRELLO_JSON_ERRORS). Every exchange is
/// written to the file that VZ_TRELLO_EXCHANGES names. Its own methods may be called from any thread, and stand for what a
/// person does in the browser.
class FakeTrello {
public:
    using json = nlohmann::json;

    /// @p lists of the board, from left to right. The port is VZ_TRELLO_PORT's, else a free one.
    explicit FakeTrello(const std::vector<std::string>& lists = {"Offen", "In Arbeit", "Wartet", "Erledigt"});
    ~FakeTrello();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const std::string& board() const { return m_boardId; }
    [[nodiscard]] static QByteArray key() { return "the-key-0123456789abcdef"; }
    [[nodiscard]] static QByteArray token() { return "the-token-of-the-desk-fedcba9876543210"; }
    [[nodiscard]] static QByteArray readOnlyToken() { return "a-token-that-may-only-read-001122334455"; }

    /// Does something on the board as the client; the boards must not be kept.
    template <class Act>
    auto asClient(Act act)
    {
        const std::lock_guard lock(m_mutex);
        return act(m_boards, m_client);
    }
    [[nodiscard]] std::vector<json> cards();
    [[nodiscard]] std::vector<json> lists();
    [[nodiscard]] json card(const std::string& id);
    [[nodiscard]] std::vector<json> comments(const std::string& card);

    /// The desk may not see this board any more.
    void hide(const std::string& board);
    /// The desk's membership: "normal", "observer" or empty.
    void setMembership(const std::string& kind);
    void revokeToken(bool revoked = true);
    void setRateLimit(int requests, std::chrono::milliseconds window);
    /// Called once, before the next request of this kind is acted on and without any lock.
    void beforeNext(const std::string& method, const std::string& path, std::function<void()> act);
    [[nodiscard]] int requests() const { return m_requests; }

private:
    struct Ambush {
        std::string method;
        std::string path;
        std::function<void()> act;
    };
    using Handler = std::function<json(const httplib::Request&, const json& values, const FakeMember& by)>;

    void routes();
    void route(const char* method, const std::string& pattern, bool writes, Handler handler);
    void answer(const httplib::Request& request, httplib::Response& response, bool writes, const Handler& handler);
    [[nodiscard]] const FakeMember& whoAsks(const httplib::Request& request, bool writes) const;
    [[nodiscard]] bool tooFast();
    [[nodiscard]] std::string seenCard(const httplib::Request& request) const;
    void springAmbush(const httplib::Request& request);

    std::recursive_mutex m_mutex; ///< what is done as the client may look things up
    FakeBoard m_boards;
    FakeMember m_desk;
    FakeMember m_client;
    std::string m_boardId;
    std::set<std::string> m_hidden;
    bool m_revoked = false;
    bool m_jsonErrors;
    int m_limit = 100'000;
    std::chrono::milliseconds m_window = std::chrono::seconds(10);
    std::deque<std::chrono::steady_clock::time_point> m_sent;
    std::vector<Ambush> m_ambushes;
    std::atomic<int> m_requests = 0;
    httplib::Server m_server;
    quint16 m_port = 0;
    std::thread m_thread;
};

} // namespace vorzimmer::testing
