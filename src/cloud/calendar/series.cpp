#include "calendar/series.h"

#include <algorithm>
#include <set>

namespace vorzimmer::cloud::calendar {

using domain::failure;
using domain::Fault;
using domain::Outcome;
using domain::Result;

namespace {

/// Properties that decide when something happens: one that cannot be read spoils the event.
constexpr const char* timeProperties[] = {"DTSTART", "DTEND",         "DURATION", "RRULE", "RDATE",
                                          "EXDATE",  "RECURRENCE-ID", "EXRULE",   "TRANSP"};

/// Libical leaves out what it cannot read and says so beside it.
Outcome checkRead(icalcomponent* component)
{
    for (icalproperty* error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); error;
         error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        const QByteArray message = icalproperty_get_xlicerror(error);
        for (const char* name : timeProperties) {
            if (message.contains(name))
                return failure(Fault::Invalid, QStringLiteral("the value cannot be read"), QLatin1String(name));
        }
    }
    return {};
}

QString textOf(const char* text)
{
    return QString::fromUtf8(text).simplified().left(200);
}

QString ownValue(icalcomponent* component, const char* name)
{
    for (icalproperty* property = icalcomponent_get_first_property(component, ICAL_X_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_X_PROPERTY)) {
        const char* found = icalproperty_get_x_name(property);
        if (found && qstricmp(found, name) == 0)
            return textOf(icalproperty_get_x(property));
    }
    return {};
}

Result<Span> spanIn(icalcomponent* component, const Stamp& start, const Surroundings& around)
{
    if (icalproperty* end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY)) {
        const auto stamp = stampOf(end, icalproperty_get_dtend(end), around);
        if (!stamp)
            return failure(stamp.error());
        if (start.isDate && stamp->isDate)
            return Span{static_cast<int>(std::max<qint64>(start.local.daysTo(stamp->local), 1)), 0};
        return Span{0, start.instant().secsTo(stamp->instant())};
    }
    if (icalproperty* duration = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY))
        return spanOf(icalproperty_get_duration(duration));
    return start.isDate ? Span{1, 0} : Span{};
}

} // namespace

Result<Series::Part> Series::partOf(icalcomponent* component, const Surroundings& around)
{
    if (auto sound = checkRead(component); !sound)
        return failure(sound.error());
    icalproperty* begins = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
    if (!begins)
        return failure(Fault::Invalid, QStringLiteral("there is none"), QStringLiteral("DTSTART"));
    auto start = stampOf(begins, icalproperty_get_dtstart(begins), around);
    if (!start)
        return failure(start.error());
    const auto span = spanIn(component, *start, around);
    if (!span)
        return failure(span.error());
    if (span->days < 0 || span->seconds < 0)
        return failure(Fault::Invalid, QStringLiteral("it ends before it starts"), QStringLiteral("DTEND"));
    Part part{component, std::move(*start), *span, {}, false};
    if (icalproperty* id = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY)) {
        auto stamp = stampOf(id, icalproperty_get_recurrenceid(id), around);
        if (!stamp)
            return failure(stamp.error());
        part.replaces = std::move(*stamp);
        icalparameter* range = icalproperty_get_first_parameter(id, ICAL_RANGE_PARAMETER);
        part.andFuture = range && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
    }
    return part;
}

Result<Series> Series::of(const std::vector<icalcomponent*>& components, const Surroundings& around)
{
    Series series;
    series.m_around = around;
    for (icalcomponent* component : components) {
        auto part = partOf(component, around);
        if (!part)
            return failure(part.error());
        if (part->replaces)
            series.m_changes.push_back(std::move(*part));
        else
            series.m_whole = std::move(*part);
    }
    std::stable_sort(series.m_changes.begin(), series.m_changes.end(),
                     [](const Part& a, const Part& b) { return a.replaces->instant() < b.replaces->instant(); });
    return series;
}

/// The change of exactly this time.
const Series::Part* Series::changeOf(const QDateTime& instant, const Stamp& at) const
{
    const auto found = std::find_if(m_changes.rbegin(), m_changes.rend(), [&](const Part& change) {
        const bool byDay = change.replaces->isDate && !at.isDate;
        return byDay ? change.replaces->local.date() == at.local.date() : change.replaces->instant() == instant;
    });
    return found == m_changes.rend() ? nullptr : &*found;
}

/// The last change that goes for all times from some earlier one on.
const Series::Part* Series::changeReaching(const QDateTime& instant) const
{
    const auto found = std::find_if(m_changes.rbegin(), m_changes.rend(), [&](const Part& change) {
        return change.andFuture && change.replaces->instant() <= instant;
    });
    return found == m_changes.rend() ? nullptr : &*found;
}

Occurrence Series::occurrence(const Part& part, const QDateTime& start, const QDateTime& end)
{
    Occurrence one;
    one.start = start;
    one.end = end;
    icalproperty* transparency = icalcomponent_get_first_property(part.component, ICAL_TRANSP_PROPERTY);
    one.transparent = transparency && icalproperty_get_transp(transparency) == ICAL_TRANSP_TRANSPARENT;
    one.cancelled = icalcomponent_get_status(part.component) == ICAL_STATUS_CANCELLED;
    one.summary = textOf(icalcomponent_get_summary(part.component));
    if (icalproperty* categories = icalcomponent_get_first_property(part.component, ICAL_CATEGORIES_PROPERTY))
        one.category = textOf(icalproperty_get_categories(categories));
    one.booking = ownValue(part.component, "X-VORZIMMER-BOOKING");
    return one;
}

Outcome Series::read(const Window& window, std::vector<Occurrence>& found) const
{
    const auto add = [&](Occurrence one, const QString& recurrenceId) {
        if (one.start >= window.until || std::max(one.end, one.start.addSecs(1)) <= window.from)
            return;
        one.recurrenceId = recurrenceId;
        found.push_back(std::move(one));
    };
    std::set<const Part*> used;
    if (m_whole) {
        const auto instances = instancesOf(m_whole->component, m_whole->start, window, m_around);
        if (!instances)
            return failure(instances.error());
        const bool repeats = icalcomponent_get_first_property(m_whole->component, ICAL_RRULE_PROPERTY) ||
                             icalcomponent_get_first_property(m_whole->component, ICAL_RDATE_PROPERTY) || !m_changes.empty();
        for (const auto& [instant, instance] : *instances) {
            const QString id = repeats ? recurrenceIdOf(instant) : QString();
            if (const Part* change = changeOf(instant, instance.start)) {
                used.insert(change);
                add(occurrence(*change, change->start.instant(), change->span.end(change->start)), id);
            } else if (const Part* earlier = changeReaching(instant)) {
                const qint64 shift =
                    earlier->replaces->local.secsTo(earlier->replaces->clock.local(earlier->start.instant()));
                const Stamp moved = instance.start.at(instance.start.local.addSecs(shift));
                add(occurrence(*earlier, moved.instant(), earlier->span.end(moved)), id);
            } else {
                add(occurrence(*m_whole, instant, instance.end.value_or(m_whole->span.end(instance.start))), id);
            }
        }
    }
    for (const Part& change : m_changes) { // of a time that the rule does not have (any more), or of one before the window
        if (used.count(&change) == 0)
            add(occurrence(change, change.start.instant(), change.span.end(change.start)),
                recurrenceIdOf(change.replaces->instant()));
    }
    return {};
}

} // namespace vorzimmer::cloud::calendar
