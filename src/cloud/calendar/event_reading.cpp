#include "calendar/event_reading.h"

#include "calendar/series.h"

#include <algorithm>
#include <map>

namespace vorzimmer::cloud::calendar {

using domain::failure;
using domain::Fault;
using domain::Outcome;
using domain::Result;

namespace {

domain::Error located(const domain::Error& error, const char* component)
{
    return {error.fault, error.detail, QLatin1String(component) + QLatin1Char('/') + error.where};
}

/// The series of one UID with the changes to it.
using Group = std::vector<icalcomponent*>;

std::map<QByteArray, Group> groupsOf(icalcomponent* parent, icalcomponent_kind kind)
{
    std::map<QByteArray, Group> groups;
    for (icalcomponent* one = icalcomponent_get_first_component(parent, kind); one;
         one = icalcomponent_get_next_component(parent, kind))
        groups[QByteArray(icalcomponent_get_uid(one))].push_back(one);
    return groups;
}

Outcome readAll(icalcomponent* parent, icalcomponent_kind kind, const char* name, const Window& window,
                const Surroundings& around, std::vector<Occurrence>& found)
{
    for (const auto& [uid, group] : groupsOf(parent, kind)) {
        const auto series = Series::of(group, around);
        if (!series)
            return failure(located(series.error(), name));
        if (auto read = series->read(window, found); !read)
            return failure(located(read.error(), name));
    }
    return {};
}

/// Where a VAVAILABILITY itself begins and ends, within @p window.
Result<Window> validityOf(icalcomponent* availability, const Window& window, const Surroundings& around)
{
    Window valid = window;
    for (const auto kind : {ICAL_DTSTART_PROPERTY, ICAL_DTEND_PROPERTY}) {
        icalproperty* property = icalcomponent_get_first_property(availability, kind);
        if (!property)
            continue;
        const bool begins = kind == ICAL_DTSTART_PROPERTY;
        const auto stamp =
            stampOf(property, begins ? icalproperty_get_dtstart(property) : icalproperty_get_dtend(property), around);
        if (!stamp)
            return failure(stamp.error());
        if (begins)
            valid.from = std::max(valid.from, stamp->instant());
        else
            valid.until = std::min(valid.until, stamp->instant());
    }
    return valid;
}

Outcome readAvailabilities(icalcomponent* calendar, const Window& window, const Surroundings& around,
                           std::vector<Occurrence>& found)
{
    for (icalcomponent* one = icalcomponent_get_first_component(calendar, ICAL_VAVAILABILITY_COMPONENT); one;
         one = icalcomponent_get_next_component(calendar, ICAL_VAVAILABILITY_COMPONENT)) {
        const auto valid = validityOf(one, window, around);
        if (!valid)
            return failure(located(valid.error(), "VAVAILABILITY"));
        std::vector<Occurrence> part;
        if (auto read = readAll(one, ICAL_XAVAILABLE_COMPONENT, "AVAILABLE", *valid, around, part); !read)
            return read;
        for (Occurrence& free : part) {
            free.start = std::max(free.start, valid->from);
            free.end = std::min(free.end, valid->until);
            free.transparent = true;
            free.divisible = true;
            found.push_back(std::move(free));
        }
    }
    return {};
}

} // namespace

QString recurrenceIdOf(const QDateTime& utc)
{
    return utc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

Result<std::vector<Occurrence>> occurrencesIn(const QByteArray& text, const Window& window, const QTimeZone& floating)
{
    if (text.size() > largestEntry)
        return failure(Fault::Invalid, QStringLiteral("the entry is too large (%1 bytes)").arg(text.size()));
    const Component calendar = parsed(text);
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT ||
        !text.trimmed().endsWith("END:VCALENDAR"))
        return failure(Fault::Invalid, QStringLiteral("this is no iCalendar, or not to its end"));
    const Surroundings around{calendar.get(), floating};
    std::vector<Occurrence> found;
    if (auto read = readAll(calendar.get(), ICAL_VEVENT_COMPONENT, "VEVENT", window, around, found); !read)
        return failure(read.error());
    if (auto read = readAvailabilities(calendar.get(), window, around, found); !read)
        return failure(read.error());
    std::sort(found.begin(), found.end(),
              [](const Occurrence& a, const Occurrence& b) { return std::tie(a.start, a.end) < std::tie(b.start, b.end); });
    return found;
}

} // namespace vorzimmer::cloud::calendar
