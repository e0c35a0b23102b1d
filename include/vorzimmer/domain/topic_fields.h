#pragma once

#include "vorzimmer/domain/topic.h"

#include <QFlags>

namespace vorzimmer::domain {

/// What each side may change of a topic. Deletion stands for the topic being there at all; it is a field in conflicts only.
enum class TopicField { Title = 1, Text = 2, State = 4, Person = 8, Due = 16, Priority = 32, Deletion = 64 };
Q_DECLARE_FLAGS(TopicFields, TopicField)
Q_DECLARE_OPERATORS_FOR_FLAGS(TopicFields)

/// What an edit may change: every field but Deletion.
inline constexpr TopicFields editableFields = TopicFields() | TopicField::Title | TopicField::Text | TopicField::State |
                                              TopicField::Person | TopicField::Due | TopicField::Priority;

/// The fields in which the two differ; Deletion is left to the caller.
[[nodiscard]] TopicFields differing(const Topic& one, const Topic& other);

/// @p base with @p fields of @p ours.
[[nodiscard]] Topic withFields(Topic base, const Topic& ours, TopicFields fields);

/// For logs: "title, due".
[[nodiscard]] QString names(TopicFields fields);

} // namespace vorzimmer::domain
