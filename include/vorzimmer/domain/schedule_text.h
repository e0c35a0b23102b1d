#pragma once

#include "vorzimmer/domain/hours_text.h"
#include "vorzimmer/domain/schedule.h"

#include <vector>

namespace vorzimmer::domain {

/// Reads when something comes every week, as opening hours are written: "Mo-Fr 12-13", "Sa-So", "18-8". Days without times are
/// whole days, times without days every day; nothing written is always. One schedule for each pair of times, without dates.
[[nodiscard]] tl::expected<std::vector<Schedule>, HoursMistake> readSchedules(const QString& text);

} // namespace vorzimmer::domain
