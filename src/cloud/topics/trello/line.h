#pragma once

#include "http/client.h"
#include "topics/trello/pace.h"
#include "topics/trello/wire.h"

#include <QTimer>

#include <deque>

namespace vorzimmer::cloud::topics::trello {

/// What opens a Trello account.
struct Account {
    QUrl root; ///< as http::checkedEndpoint() gave it
    QByteArray key;
    QByteArray token;
};

/// The requests to Trello, no more of them than its rate limit allows. Key and token travel in the query, as Trello's
/// description wants it; this is the only place that makes addresses, and none ever gets into a log or a message.
class Line {
public:
    using Done = std::function<void(const http::Reply&)>;
    using Query = std::vector<std::pair<QByteArray, QString>>;

    Line(std::unique_ptr<http::Client> client, Account account, Pace pace, std::chrono::milliseconds patience);

    /// @p done is called once, later, and not after the destruction of this.
    void get(const QString& path, const Query& query, Done done);
    void put(const QString& path, const nlohmann::json& body, Done done);
    void post(const QString& path, const Query& query, const nlohmann::json& body, Done done);
    void remove(const QString& path, Done done);

    [[nodiscard]] QString ownTokenPath() const;
    [[nodiscard]] std::chrono::milliseconds window() const { return m_pace.window(); }

private:
    void send(http::Method method, const QString& path, const Query& query, QByteArray body, Done done);
    void pump();

    std::unique_ptr<http::Client> m_client;
    Account m_account;
    Pace m_pace;
    std::chrono::milliseconds m_patience;
    std::deque<std::pair<http::Request, Done>> m_waiting;
    QTimer m_timer;
};

} // namespace vorzimmer::cloud::topics::trello
