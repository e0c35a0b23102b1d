#pragma once

#include "vorzimmer/ports/key_ring.h"

namespace vorzimmer::desk {

/// What signs a house in somewhere. Both are kept in the key ring, under one name: neither is ever in a database or a log.
struct Credentials {
    QString user; ///< empty = signs in nowhere, or by the secret alone
    QByteArray secret;
};

/// What is kept under @p name; empty when nothing is. Fails when the ring cannot be read: one that is locked is no account
/// without a password. Call on the store lane, or where there is none.
[[nodiscard]] domain::Result<Credentials> readCredentials(const ports::KeyRing& keys, const QString& name);
/// The secret first: a user without one would show as a fault at every desk.
[[nodiscard]] domain::Outcome keepCredentials(ports::KeyRing& keys, const QString& name, const Credentials& credentials);
[[nodiscard]] domain::Outcome forgetCredentials(ports::KeyRing& keys, const QString& name);

} // namespace vorzimmer::desk
