#pragma once

#include "answer.h"
#include "http/client.h"

namespace vorzimmer::cloud::caldav {

/// A calendar on a server, as requests: its resources by name, and questions about the whole.
class Collection {
public:
    using Done = http::Transfer::Done;

    /// @p root without a slash at its end.
    Collection(std::unique_ptr<http::Client> client, QUrl root, http::Credentials credentials,
               std::chrono::milliseconds patience);

    void get(const QString& name, Done done);
    /// @p condition is If-Match or If-None-Match.
    void put(const QString& name, const QByteArray& text, http::Header condition, Done done);
    void erase(const QString& name, const QString& etag, Done done);
    void report(const QByteArray& body, const QByteArray& depth, Done done);
    void propfind(const QByteArray& body, const QByteArray& depth, Done done);
    /// The same at another address of this server.
    void propfindAt(const QUrl& url, const QByteArray& body, const QByteArray& depth, Done done);

    /// Answers with nothing when the collection is there, otherwise with what is wrong.
    void lookFor(std::function<void(const std::optional<Reply>&)> done);

    [[nodiscard]] QUrl url() const;
    /// The path of a resource in this collection, as a report names it.
    [[nodiscard]] QString href(const QString& name) const;
    /// Where @p done of everything under way is called; gone with the collection.
    [[nodiscard]] QObject* context() const { return m_client.get(); }

private:
    [[nodiscard]] http::Request request(http::Method method, const QUrl& url) const;
    [[nodiscard]] QUrl urlOf(const QString& name) const;

    std::unique_ptr<http::Client> m_client;
    QUrl m_root;
    http::Credentials m_credentials;
    std::chrono::milliseconds m_patience;
};

} // namespace vorzimmer::cloud::caldav
