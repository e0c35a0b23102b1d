#include "credentials.h"

namespace vorzimmer::desk {

using domain::failure;
using domain::Outcome;
using domain::Result;
using ports::KeyRing;

namespace {

QString userName(const QString& name)
{
    return name + QStringLiteral("/account");
}

Result<QByteArray> keptOrEmpty(const KeyRing& keys, const QString& name)
{
    auto kept = keys.secret(name);
    if (!kept && kept.error().fault == domain::Fault::NotFound)
        return QByteArray();
    return kept;
}

} // namespace

Result<Credentials> readCredentials(const KeyRing& keys, const QString& name)
{
    const auto user = keptOrEmpty(keys, userName(name));
    if (!user)
        return failure(user.error());
    const auto secret = keptOrEmpty(keys, name);
    if (!secret)
        return failure(secret.error());
    return Credentials{QString::fromUtf8(*user), *secret};
}

Outcome keepCredentials(KeyRing& keys, const QString& name, const Credentials& credentials)
{
    if (auto kept = keys.keep(name, credentials.secret); !kept)
        return kept;
    return keys.keep(userName(name), credentials.user.toUtf8());
}

Outcome forgetCredentials(KeyRing& keys, const QString& name)
{
    return keepCredentials(keys, name, {});
}

Outcome checkSeen(const std::optional<domain::Error>& unreadable, bool leftEmpty)
{
    return unreadable && leftEmpty ? Outcome(failure(*unreadable)) : Outcome();
}

Result<Credentials> completed(const Credentials& typed, const Credentials& kept, bool sameServer,
                              const std::optional<domain::Error>& unreadable)
{
    if (auto seen = checkSeen(unreadable, typed.user.isEmpty() || typed.secret.isEmpty()); !seen)
        return failure(seen.error());
    if (typed.user.isEmpty())
        return Credentials();
    Credentials whole = typed;
    if (whole.secret.isEmpty() && sameServer && kept.user == typed.user)
        whole.secret = kept.secret;
    if (whole.secret.isEmpty())
        return failure(domain::Fault::Invalid, QStringLiteral("the password is missing"), QStringLiteral("secret"));
    return whole;
}

} // namespace vorzimmer::desk
