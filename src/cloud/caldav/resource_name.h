#pragma once

#include <QString>

#include <optional>

namespace vorzimmer::cloud::caldav {

// A resource's name is the last part of its address, decoded: what it is called in its collection.

/// The name in a server's @p href, a path or a whole address; nothing when that is no member of a collection or cannot be
/// said back to the server unchanged.
[[nodiscard]] std::optional<QString> nameIn(const QString& href);

/// @p name as a part of an address.
[[nodiscard]] QString encoded(const QString& name);

} // namespace vorzimmer::cloud::caldav
