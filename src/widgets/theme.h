#pragma once

#include "vorzimmer/widgets/appearance.h"

#include "tokens.h"

#include <QApplication>
#include <QFont>
#include <QIcon>

namespace vorzimmer::widgets {

/// The colours in force; the light ones before applyTheme().
[[nodiscard]] const Tokens& tokens();

/// A freedesktop icon in the theme's text colour, or in @p tone; follows the theme by itself.
[[nodiscard]] QIcon themedIcon(const QString& name, models::Tone tone = models::Tone::Plain);

/// @p count times the size of @p widget's font, in device-independent pixels.
[[nodiscard]] int em(const QWidget* widget, double count);

/// The widget's font made @p factor as large, in @p weight.
[[nodiscard]] QFont scaledFont(const QFont& font, double factor, QFont::Weight weight = QFont::Normal);

/// Sets a property that the style sheet asks for, and dresses the widget anew if it changed.
void setLook(QWidget* widget, const char* property, const QVariant& value);

} // namespace vorzimmer::widgets
