#pragma once

#include "sqlite/row.h"

#include "vorzimmer/domain/topic_fields.h"

#include <string>

namespace vorzimmer::store {

/// @p fields of @p topic as the JSON object that stands in one column. Part of the file format.
[[nodiscard]] std::string topicText(const domain::Topic& topic, domain::TopicFields fields);

/// Reads such a column into @p topic and says which fields it held: none for an empty one. Spoils the row when it holds
/// anything else.
domain::TopicFields readTopicText(Row& row, domain::Topic& topic);

} // namespace vorzimmer::store
