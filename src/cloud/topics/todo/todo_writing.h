#pragma once

#include "vorzimmer/domain/topic_fields.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vorzimmer::cloud::topics::todo {

/// A new resource for @p topic. @p now is UTC.
[[nodiscard]] QByteArray newTodo(const domain::Topic& topic, const std::vector<domain::Comment>& comments,
                                 const QDateTime& now);

/// The resource @p text with @p fields as in @p wanted and with those of @p comments that it lacks; all else stays as it is.
/// Nothing when there is no to-do in it.
[[nodiscard]] std::optional<QByteArray> changedTodo(const QByteArray& text, const domain::Topic& wanted,
                                                    domain::TopicFields fields, const std::vector<domain::Comment>& comments,
                                                    const QDateTime& now);

} // namespace vorzimmer::cloud::topics::todo
