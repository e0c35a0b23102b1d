#pragma once

#include "vorzimmer/models/row.h"

#include <QApplication>
#include <QColor>
#include <QIcon>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace vorzimmer::widgets {

enum class ThemeChoice { FollowDesktop, Light, Dark };

/// The colours of one theme, read from resources/theme/<name>.json.
struct Tokens {
    bool dark = false;
    QColor ground;        ///< behind everything
    QColor surface;       ///< cards, lists, fields
    QColor surfaceRaised; ///< headers, key caps, buttons
    QColor line;          ///< between cards and rows
    QColor fieldLine;     ///< around fields and buttons
    QColor text;
    QColor textMuted;
    QColor accent;
    QColor accentText; ///< on accent
    QColor accentSoft; ///< ground of what is active or recommended
    QColor warn;
    QColor warnSoft;
    QColor danger;
    QColor dangerSoft;
    QColor ok;
    QColor info;
    QColor infoSoft;
    QColor focus;

    [[nodiscard]] QColor tone(models::Tone tone) const;
};

/// Nothing when @p name is no shipped theme or a token is missing.
[[nodiscard]] std::optional<Tokens> loadTokens(const QString& name);

/// Every pair of text and ground that the desk puts together, with its name.
struct TokenPair {
    QString name;
    QColor text;
    QColor ground;
    double atLeast; ///< WCAG contrast demanded
};
[[nodiscard]] std::vector<TokenPair> tokenPairs(const Tokens& tokens);
/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// Dresses the application: Fusion, palette, style sheet, font, icons. Call again to change; with FollowDesktop later changes
/// of the desktop are followed.
void applyTheme(QApplication& application, ThemeChoice choice);

/// The colours in force.
[[nodiscard]] const Tokens& tokens();

/// A freedesktop icon in the theme's text colour, or in @p tone.
[[nodiscard]] QIcon themedIcon(const QString& name, models::Tone tone = models::Tone::Plain);

/// @p em widths of the letter m of @p widget's font, in device-independent pixels.
[[nodiscard]] int em(const QWidget* widget, double em);

} // namespace vorzimmer::widgets
