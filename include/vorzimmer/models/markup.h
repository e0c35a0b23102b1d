#pragma once

#include <QString>

#include <vector>

namespace vorzimmer::models {

/// @p text as HTML in which nothing of the text is markup but **bold**.
[[nodiscard]] QString boldHtml(const QString& text);

/// A bulleted list of boldHtml() items; empty for an empty list.
[[nodiscard]] QString bulletHtml(const std::vector<QString>& items);

/// @p text without the ** marks, for screen readers.
[[nodiscard]] QString withoutMarks(const QString& text);

} // namespace vorzimmer::models
