#pragma once

#include <QString>

#include <optional>

namespace vorzimmer::numbers {

/// The digits and separators within what people and networks write: takes away tel: and sip: wrapping, parameters, invisible
/// characters, and puts a global phone-context in front. Nothing when letters remain.
[[nodiscard]] std::optional<QString> bareNumber(const QString& text);

} // namespace vorzimmer::numbers
