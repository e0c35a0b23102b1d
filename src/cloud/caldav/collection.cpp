#include "caldav/collection.h"

#include "caldav/multistatus.h"
#include "caldav/questions.h"
#include "caldav/resource_name.h"
#include "caldav/verdicts.h"

namespace vorzimmer::cloud::caldav {

using http::Method;
using http::Request;

Collection::Collection(std::unique_ptr<http::Client> client, QUrl root, http::Credentials credentials,
                       std::chrono::milliseconds patience)
    : m_client(std::move(client)), m_root(std::move(root)), m_credentials(std::move(credentials)), m_patience(patience)
{
}

QUrl Collection::url() const
{
    QUrl url = m_root;
    url.setPath(m_root.path(QUrl::FullyEncoded) + QLatin1Char('/'), QUrl::StrictMode);
    return url;
}

QString Collection::href(const QString& name) const
{
    return m_root.path(QUrl::FullyEncoded) + QLatin1Char('/') + encoded(name);
}

QUrl Collection::urlOf(const QString& name) const
{
    QUrl url = m_root;
    url.setPath(href(name), QUrl::StrictMode);
    return url;
}

Request Collection::request(Method method, const QUrl& url) const
{
    Request made;
    made.method = method;
    made.url = url;
    made.credentials = m_credentials;
    made.patience = m_patience;
    made.headers.push_back({"Accept", "*/*"});
    return made;
}

void Collection::get(const QString& name, Done done)
{
    m_client->send(request(Method::Get, urlOf(name)), std::move(done));
}

void Collection::put(const QString& name, const QByteArray& text, http::Header condition, Done done)
{
    Request made = request(Method::Put, urlOf(name));
    made.headers.push_back(std::move(condition));
    made.body = text;
    made.contentType = "text/calendar; charset=utf-8";
    m_client->send(std::move(made), std::move(done));
}

void Collection::erase(const QString& name, const QString& etag, Done done)
{
    Request made = request(Method::Delete, urlOf(name));
    made.headers.push_back({"If-Match", etag.toUtf8()});
    m_client->send(std::move(made), std::move(done));
}

void Collection::report(const QByteArray& body, const QByteArray& depth, Done done)
{
    Request made = request(Method::Report, url());
    made.headers.push_back({"Depth", depth});
    made.body = body;
    made.contentType = "application/xml; charset=utf-8";
    m_client->send(std::move(made), std::move(done));
}

void Collection::propfind(const QByteArray& body, const QByteArray& depth, Done done)
{
    propfindAt(url(), body, depth, std::move(done));
}

void Collection::propfindAt(const QUrl& url, const QByteArray& body, const QByteArray& depth, Done done)
{
    Request made = request(Method::Propfind, url);
    made.headers.push_back({"Depth", depth});
    made.body = body;
    made.contentType = "application/xml; charset=utf-8";
    m_client->send(std::move(made), std::move(done));
}

void Collection::lookFor(std::function<void(const std::optional<Reply>&)> done)
{
    propfind(questions::kind(), "0", [done = std::move(done)](const http::Reply& reply) {
        auto failed = trouble(reply, {207});
        if (!failed) {
            const auto whole = multistatusIn(reply.body);
            if (!whole)
                failed = nonsense(reply);
            else if (whole->resources.empty() || whole->resources.front().status >= 400 ||
                     !whole->resources.front().collection)
                failed = noList(404);
        } else if (failed->answer == Answer::Missing) {
            failed = noList(reply.status);
        }
        done(failed);
    });
}

} // namespace vorzimmer::cloud::caldav
