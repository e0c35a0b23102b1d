#pragma once

#include "calendar/stamp.h"

#include <map>
#include <optional>

namespace vorzimmer::cloud::calendar {

/// What lies between two moments, UTC.
struct Window {
    QDateTime from;
    QDateTime until;
};

/// One time of a series, before overrides.
struct Instance {
    Stamp start;
    std::optional<QDateTime> end; ///< UTC; of an RDATE that is a period
};

/// The times of a series by their start in UTC, in order.
using Instances = std::map<QDateTime, Instance>;

/// Every time at which @p component happens before the end of @p window: DTSTART, RRULE and RDATE, without EXRULE and
/// EXDATE. Invalid says what is wrong and where; a rule that would never come to an end is refused, too.
[[nodiscard]] domain::Result<Instances> instancesOf(icalcomponent* component, const Stamp& start, const Window& window,
                                                    const Surroundings& around);

} // namespace vorzimmer::cloud::calendar
