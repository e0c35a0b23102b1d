#pragma once

#include <QString>
#include <QStringList>

namespace vorzimmer::domain {

/// @p text as it is searched: without case and accents, and with every way to write an umlaut side by side ("Müller" as
/// "muller" and "mueller"), so that one search finds all of them anywhere in a word.
[[nodiscard]] QString foldedText(const QString& text);

/// The ways in which @p word may stand in a foldedText(); finding one of them is finding the word.
[[nodiscard]] QStringList foldedWord(const QString& word);

} // namespace vorzimmer::domain
