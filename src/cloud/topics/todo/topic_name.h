#pragma once

#include "vorzimmer/domain/id.h"

#include <QString>

namespace vorzimmer::cloud::topics::todo {

// The topic's id follows from its resource's name alone, so that "this address is gone" can be understood without having
// seen what was there.

/// The name that this side gives to a topic of its own.
[[nodiscard]] QString ownName(const domain::TopicId& topic);

/// The topic that lives under @p name: the UUID that it spells, or one made from it for names that others chose.
[[nodiscard]] domain::TopicId topicNamed(const QString& name);

} // namespace vorzimmer::cloud::topics::todo
