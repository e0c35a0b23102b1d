#pragma once

#include <QDate>
#include <QDateTime>
#include <QTime>
#include <QTimeZone>

namespace vorzimmer::domain {

/// When it is @p time on @p day by the clock of @p zone, in UTC. A time that the clock skips in spring comes an hour later, one
/// that comes twice in autumn is the first.
[[nodiscard]] QDateTime instantAt(const QDate& day, const QTime& time, const QTimeZone& zone);

} // namespace vorzimmer::domain
