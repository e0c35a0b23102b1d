#pragma once

#include "calendar/event_reading.h"

#include <optional>

namespace vorzimmer::cloud::calendar {

/// One event with the changed times of its series. Libical knows no such thing: it expands the series and leaves the changes
/// beside it. Points into the calendar that it was read from.
class Series {
public:
    /// Of all components with one UID.
    [[nodiscard]] static domain::Result<Series> of(const std::vector<icalcomponent*>& components,
                                                   const Surroundings& around);

    /// Adds what happens in @p window to @p found.
    [[nodiscard]] domain::Outcome read(const Window& window, std::vector<Occurrence>& found) const;

private:
    /// One component: an event, or how one time of a series is different.
    struct Part {
        icalcomponent* component = nullptr;
        Stamp start;
        Span span;
        std::optional<Stamp> replaces; ///< its RECURRENCE-ID
        bool andFuture = false;        ///< and all times after it
    };

    [[nodiscard]] static domain::Result<Part> partOf(icalcomponent* component, const Surroundings& around);
    [[nodiscard]] const Part* changeOf(const QDateTime& instant, const Stamp& at) const;
    [[nodiscard]] const Part* changeReaching(const QDateTime& instant) const;
    [[nodiscard]] static Occurrence occurrence(const Part& part, const QDateTime& start, const QDateTime& end);

    std::optional<Part> m_whole;
    std::vector<Part> m_changes; ///< by what they replace
    Surroundings m_around;
};

} // namespace vorzimmer::cloud::calendar
