#pragma once

#include <QString>

/// Whether a text has the form it should have; nothing is looked up.
namespace vorzimmer::exchange {

[[nodiscard]] bool isEmail(const QString& text);
[[nodiscard]] bool isColour(const QString& text);   ///< #rrggbb
[[nodiscard]] bool isLanguage(const QString& text); ///< BCP 47
[[nodiscard]] bool isRegion(const QString& text);   ///< ISO 3166, two letters

} // namespace vorzimmer::exchange
