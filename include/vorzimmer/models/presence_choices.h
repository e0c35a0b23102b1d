#pragma once

#include "vorzimmer/domain/person.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace vorzimmer::models {

/// A state that is set by one key.
struct PresenceChoice {
    QString text; ///< with the key as its mnemonic
    domain::Presence presence; ///< confirmed now
};

/// What is said most often of somebody, each with the end it has by itself: here, busy for a while, absent until tomorrow or
/// Monday, and as it stands. @p now is UTC, @p zone the tenant's.
[[nodiscard]] std::vector<PresenceChoice> presenceChoices(const domain::Presence& present, const QDateTime& now, const QTimeZone& zone);

} // namespace vorzimmer::models
