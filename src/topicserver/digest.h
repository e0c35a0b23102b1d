#pragma once

#include "topic_record.h"

#include <string>
#include <string_view>

// All of these need sodium_init() before, and give lower-case hexadecimal digits.
namespace vorzimmer::topicserver {

/// @p bytes from the system's secure source.
[[nodiscard]] std::string randomHex(std::size_t bytes);

/// BLAKE2b-256 of @p text.
[[nodiscard]] std::string digest(std::string_view text);

/// Equal for equal fields only.
[[nodiscard]] std::string digest(const TopicFields& fields);

} // namespace vorzimmer::topicserver
