#pragma once

#include "vorzimmer/domain/house_change.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <vector>

namespace vorzimmer::models {

/// What changed of a house, in words.
class NewsWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::NewsWording)

public:
    /// "New instruction: Never put through at lunch".
    [[nodiscard]] static QString sentence(const domain::HouseChange& change);
    /// One sentence each, newest first, each said once; what goes beyond @p most is counted.
    [[nodiscard]] static QStringList sentences(const std::vector<domain::HouseChange>& changes, int most);
};

} // namespace vorzimmer::models
