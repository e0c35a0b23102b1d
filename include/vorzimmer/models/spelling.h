#pragma once

#include <QString>

#include <vector>

namespace vorzimmer::models {

/// One character and the word that stands for it on the telephone.
struct SpelledLetter {
    QString letter;
    QString word;
    friend bool operator==(const SpelledLetter&, const SpelledLetter&) = default;
};

/// Spells @p text in the caller's @p language (BCP 47): the German office alphabet of DIN 5009:2022 for German, the
/// international (ICAO) one otherwise. A character without a word stands for itself.
[[nodiscard]] std::vector<SpelledLetter> spelled(const QString& text, const QString& language);

/// The sentence for sending a caller to @p address when the tenant gave none; in the caller's language, not the user's.
[[nodiscard]] QString redirectSentence(const QString& address, const QString& language);

} // namespace vorzimmer::models
