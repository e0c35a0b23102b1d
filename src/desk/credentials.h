#pragma once

#include "vorzimmer/ports/key_ring.h"

#include <optional>

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

/// Fails with @p unreadable, the reason why what is kept cannot be read just now, when a field was @p leftEmpty: nobody saw what
/// is kept, so that does not mean that there shall be nothing.
[[nodiscard]] domain::Outcome checkSeen(const std::optional<domain::Error>& unreadable, bool leftEmpty);

/// @p typed, with the password that is kept where none was typed; empty without a user. @p kept opens only what it was kept for:
/// its own user at the @p sameServer. Fails with checkSeen(), and as Invalid when the password is missing.
[[nodiscard]] domain::Result<Credentials> completed(const Credentials& typed, const Credentials& kept, bool sameServer,
                                                    const std::optional<domain::Error>& unreadable);

} // namespace vorzimmer::desk
