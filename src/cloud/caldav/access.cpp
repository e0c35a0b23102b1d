#include "caldav/access.h"

#include "http/endpoint.h"
#include "make_client.h"

#include <algorithm>

namespace vorzimmer::cloud::caldav {

using domain::failure;
using domain::Fault;

namespace {

bool hasControls(const QByteArray& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
}

} // namespace

domain::Result<Collection> collectionAt(const QUrl& url, const QString& user, const QByteArray& password,
                                        const ports::Clock& clock, const SyncOptions& options)
{
    const auto root = http::checkedEndpoint(url);
    if (!root)
        return failure(root.error());
    http::Credentials credentials;
    credentials.user = user.toUtf8();
    credentials.password = password;
    if (credentials.user.contains(':') || hasControls(credentials.user) || hasControls(password))
        return failure(Fault::Invalid, QStringLiteral("user name or password hold characters that cannot be sent"));
    if (user.isEmpty() != password.isEmpty())
        return failure(Fault::Invalid, QStringLiteral("user name and password belong together; one of them is missing"));
    return Collection(makeClient(clock, options), *root, credentials, options.patience);
}

} // namespace vorzimmer::cloud::caldav
