#pragma once

class QApplication;

namespace vorzimmer::widgets {

enum class ThemeChoice { FollowDesktop, Light, Dark };

/// Dresses the application: Fusion, palette, style sheet, font, icons. Call again to change; with FollowDesktop later
/// changes of the desktop are followed.
void applyTheme(QApplication& application, ThemeChoice choice);

} // namespace vorzimmer::widgets
