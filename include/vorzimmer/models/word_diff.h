#pragma once

#include <QString>

#include <vector>

namespace vorzimmer::models {

/// A stretch of a text, and whether the other text has it, too.
struct DiffPiece {
    QString text;
    bool differs = false;
    friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

/// @p text in stretches of whole words: those that @p other has in the same order, and those that it has not. The pieces put
/// together are @p text again, whatever it holds. Very long texts that have little in common are marked as a whole.
[[nodiscard]] std::vector<DiffPiece> wordDiff(const QString& text, const QString& other);

/// The words of @p pieces that differ, for screen readers; empty when none do.
[[nodiscard]] QString differingWords(const std::vector<DiffPiece>& pieces);

} // namespace vorzimmer::models
