#include "http/endpoint.h"

#include <algorithm>

#include <arpa/inet.h>

namespace vorzimmer::cloud::http {

using domain::failure;
using domain::Fault;

bool isLoopback(const QUrl& url)
{
    const QString host = url.host();
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    in_addr v4{};
    if (inet_pton(AF_INET, host.toLatin1().constData(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24) == 127;
    in6_addr v6{};
    return inet_pton(AF_INET6, host.toLatin1().constData(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

domain::Result<QUrl> checkedEndpoint(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return failure(Fault::Invalid, QStringLiteral("the list's address is not a web address; it starts with https://"));
    if (!url.userInfo().isEmpty())
        return failure(Fault::Invalid,
                       QStringLiteral("the list's address holds a user name; the access token belongs in its own field"));
    if (scheme == QLatin1String("http") && !isLoopback(url))
        return failure(Fault::Refused,
                       QStringLiteral("the list's address is not encrypted; over the network only https:// is used"));
    QUrl root = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = root.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    root.setPath(path, QUrl::StrictMode);
    return root;
}

bool isUsableToken(const QByteArray& token)
{
    return !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace vorzimmer::cloud::http
