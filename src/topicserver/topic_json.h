#pragma once

#include "problem.h"
#include "topic_record.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <string>

namespace vorzimmer::topicserver {

/// Of a person, in Unicode characters.
constexpr std::size_t longestName = 200;

template <class T>
using Parsed = tl::expected<T, Problem>;

/// A topic as a client sends it for @p id. 400 when it is not JSON, 422 naming the field when one is unknown, missing or
/// out of range.
[[nodiscard]] Parsed<TopicInput> parseTopic(const std::string& body, const domain::TopicId& id);
[[nodiscard]] Parsed<CommentFields> parseComment(const std::string& body, const domain::CommentId& id);

/// A topic with its comments, or a tombstone.
[[nodiscard]] nlohmann::json jsonOf(const TopicRecord& topic);
[[nodiscard]] nlohmann::json jsonOf(const CommentRecord& comment);

/// The ETag of @p topic.
[[nodiscard]] std::string etagOf(const TopicRecord& topic);

} // namespace vorzimmer::topicserver
