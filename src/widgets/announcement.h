#pragma once

#include <QString>

class QLabel;

namespace vorzimmer::widgets {

/// Puts @p text on @p label and tells screen readers, wherever the focus is. Empty text hides the label.
void announce(QLabel* label, const QString& text);

} // namespace vorzimmer::widgets
