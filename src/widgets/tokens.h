#pragma once

#include "vorzimmer/models/row.h"

#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::widgets {

/// The colours of one theme, read from resources/theme/<name>.json.
struct Tokens {
    bool dark = false;
    QColor ground;        ///< behind everything
    QColor surface;       ///< cards, lists, fields
    QColor surfaceRaised; ///< key caps, hovered things
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

/// A token by the name it has in the JSON file and the style sheet.
struct NamedToken {
    const char* name;
    QColor Tokens::*color;
};
[[nodiscard]] const std::vector<NamedToken>& namedTokens();

/// Nothing when @p name is no shipped theme ("light", "dark") or a token is missing.
[[nodiscard]] std::optional<Tokens> loadTokens(const QString& name);

/// A text and a ground that the desk puts together, or a line that must be seen on it.
struct TokenPair {
    QString name;
    QColor text;
    QColor ground;
    double atLeast; ///< WCAG contrast demanded
};
[[nodiscard]] std::vector<TokenPair> tokenPairs(const Tokens& tokens);

/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace vorzimmer::widgets
