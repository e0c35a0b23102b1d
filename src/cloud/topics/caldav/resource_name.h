#pragma once

#include "vorzimmer/domain/id.h"

#include <QString>

#include <optional>

namespace vorzimmer::cloud::topics::caldav {

// A resource's name is the last part of its address, decoded: what a topic is called in its collection. The topic's id
// follows from the name alone, so that "this address is gone" can be understood without having seen what was there.

/// The name that this side gives to a topic of its own.
[[nodiscard]] QString ownName(const domain::TopicId& topic);

/// The topic that lives under @p name: the UUID that it spells, or one made from it for names that others chose.
[[nodiscard]] domain::TopicId topicNamed(const QString& name);

/// The name in a server's @p href, a path or a whole address; nothing when that is no member of a collection or cannot be
/// said back to the server unchanged.
[[nodiscard]] std::optional<QString> nameIn(const QString& href);

/// @p name as a part of an address.
[[nodiscard]] QString encoded(const QString& name);

} // namespace vorzimmer::cloud::topics::caldav
