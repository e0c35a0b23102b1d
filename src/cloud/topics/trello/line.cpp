#include "topics/trello/line.h"

namespace vorzimmer::cloud::topics::trello {

using nlohmann::json;

Line::Line(std::unique_ptr<http::Client> client, Account account, Pace pace, std::chrono::milliseconds patience)
    : m_client(std::move(client)), m_account(std::move(account)), m_pace(pace), m_patience(patience)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { pump(); });
}

void Line::get(const QString& path, const Query& query, Done done)
{
    send(http::Method::Get, path, query, {}, std::move(done));
}

void Line::put(const QString& path, const json& body, Done done)
{
    send(http::Method::Put, path, {}, document(body), std::move(done));
}

void Line::post(const QString& path, const Query& query, const json& body, Done done)
{
    send(http::Method::Post, path, query, body.is_null() ? QByteArray() : document(body), std::move(done));
}

void Line::remove(const QString& path, Done done)
{
    send(http::Method::Delete, path, {}, {}, std::move(done));
}

QString Line::ownTokenPath() const
{
    return QStringLiteral("/tokens/") + QString::fromLatin1(m_account.token.toPercentEncoding());
}

void Line::send(http::Method method, const QString& path, const Query& query, QByteArray body, Done done)
{
    http::Request made;
    made.method = method;
    made.url = m_account.root;
    made.url.setPath(m_account.root.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    QByteArray encoded;
    for (const auto& [name, value] : query)
        encoded += name + '=' + QUrl::toPercentEncoding(value) + '&';
    encoded += "key=" + m_account.key.toPercentEncoding() + "&token=" + m_account.token.toPercentEncoding();
    made.url.setQuery(QString::fromLatin1(encoded), QUrl::StrictMode);
    made.body = std::move(body);
    made.patience = m_patience;
    m_waiting.emplace_back(std::move(made), std::move(done));
    pump();
}

void Line::pump()
{
    while (!m_waiting.empty() && !m_timer.isActive()) {
        if (const auto wait = m_pace.take(std::chrono::steady_clock::now()); wait.count() > 0) {
            m_timer.start(wait);
            return;
        }
        auto [request, done] = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_client->send(std::move(request), std::move(done));
    }
}

} // namespace vorzimmer::cloud::topics::trello
