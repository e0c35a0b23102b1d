#include "bureau/password.h"

#include <sodium.h>

namespace vorzimmer::store {

using domain::Fault;
using domain::Result;

namespace {

constexpr auto effort = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

Result<QByteArray> hashOf(QByteArray password)
{
    char hash[crypto_pwhash_STRBYTES];
    const bool done =
        sodium_init() >= 0 &&
        crypto_pwhash_str(hash, password.constData(), static_cast<unsigned long long>(password.size()), effort, memory) == 0;
    sodium_memzero(password.data(), static_cast<size_t>(password.size()));
    if (!done)
        return domain::failure(Fault::Internal, QStringLiteral("no memory to hash a password"));
    return QByteArray(hash);
}

/// Nobody's password, made with the same effort: an unknown login must cost the same time as a known one.
const QByteArray& decoy()
{
    static const QByteArray hash = hashOf("nobody").value_or(QByteArray());
    return hash;
}

} // namespace

Result<QByteArray> passwordHash(const QString& password)
{
    return hashOf(password.toUtf8());
}

bool isPassword(const QByteArray& hash, const QString& password)
{
    if (sodium_init() < 0)
        return false;
    const QByteArray& nobodys = decoy(); // made here in any case, so that its first making tells nothing either
    const QByteArray& compared = hash.isEmpty() ? nobodys : hash;
    QByteArray plain = password.toUtf8();
    const bool matches = crypto_pwhash_str_verify(compared.constData(), plain.constData(),
                                                  static_cast<unsigned long long>(plain.size())) == 0;
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    return matches && !hash.isEmpty();
}

} // namespace vorzimmer::store
