#pragma once

#include "vorzimmer/ports/topic_ledger.h"

namespace vorzimmer::cloud::topics {

/// The fields in which two versions of a topic differ.
[[nodiscard]] ports::TopicFields differing(const domain::Topic& one, const domain::Topic& other);

/// @p base with @p fields taken from @p ours.
[[nodiscard]] domain::Topic withFields(domain::Topic base, const domain::Topic& ours, ports::TopicFields fields);

/// "title, due", as the wire format calls them.
[[nodiscard]] QString names(ports::TopicFields fields);

} // namespace vorzimmer::cloud::topics
