#pragma once

#include "vorzimmer/domain/id.h"

#include <QString>

/// Identities derived from names (UUID version 5), so that a second import meets what the first one made.
namespace vorzimmer::exchange {

[[nodiscard]] domain::TenantId derivedTenantId(const QString& key);
[[nodiscard]] domain::UserId derivedUserId(const QString& login);

/// @p kind keeps a person and a caller of the same key apart.
[[nodiscard]] QUuid derivedId(const domain::TenantId& tenant, const QString& kind, const QString& name);

/// The note of a call that has no identity of its own.
[[nodiscard]] domain::NoteId derivedNoteId(const domain::CallId& call);

} // namespace vorzimmer::exchange
