#include "calendar/recurrence.h"

#include <memory>
#include <vector>

namespace vorzimmer::cloud::calendar {

using domain::failure;
using domain::Fault;
using domain::Outcome;
using domain::Result;

namespace {

constexpr int mostRepetitions = 100'000;
constexpr int slackDays = 2; ///< between a local time and its instant

icaltimetype floatingTime(const Stamp& stamp)
{
    icaltimetype time = icaltime_null_time();
    const QDate date = stamp.local.date();
    const QTime clock = stamp.local.time();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    time.hour = clock.hour();
    time.minute = clock.minute();
    time.second = clock.second();
    time.is_date = stamp.isDate ? 1 : 0;
    return time;
}

/// Where a rule ends by its UNTIL. Libical drops the last day of a series whose UNTIL is a date, so the end is kept by
/// ourselves.
class Ending {
public:
    Ending(const icaltimetype& until, const Stamp& start) : m_start(start)
    {
        if (icaltime_is_null_time(until))
            return;
        m_until = localOf(until);
        m_isDate = until.is_date != 0;
        m_isUtc = icaltime_is_utc(until) != 0;
    }

    [[nodiscard]] bool isPast(const QDateTime& local) const
    {
        if (!m_until.isValid())
            return false;
        if (m_isDate || m_start.isDate)
            return local.date() > (m_isUtc && !m_start.isDate ? m_start.clock.local(m_until) : m_until).date();
        return m_isUtc ? m_start.at(local).instant() > m_until : local > m_until;
    }

private:
    const Stamp& m_start;
    QDateTime m_until;
    bool m_isDate = false;
    bool m_isUtc = false;
};

/// The rule's times by the start's own clock. Libical counts by a clock without a zone: with one, a series that once met the
/// hour that is skipped in spring stays shifted for good.
Result<std::vector<QDateTime>> timesOf(icalrecurrencetype rule, const QString& name, const Stamp& start,
                                       const Window& window)
{
    const auto refused = [&name](const QString& why) { return failure(Fault::Invalid, why, name); };
    if (rule.freq == ICAL_NO_RECURRENCE)
        return refused(QStringLiteral("no rule that can be read"));
    const Ending ending(rule.until, start);
    rule.until = icaltime_null_time();
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> next(
        icalrecur_iterator_new(rule, floatingTime(start)), &icalrecur_iterator_free);
    if (!next)
        return refused(QStringLiteral("no rule that can be followed"));
    const QDateTime last = window.until.addDays(slackDays);
    std::vector<QDateTime> times;
    for (int count = 0;; ++count) {
        if (count == mostRepetitions)
            return refused(QStringLiteral("the rule repeats too often to be followed to where it is wanted"));
        const icaltimetype time = icalrecur_iterator_next(next.get());
        if (icaltime_is_null_time(time))
            return times;
        const QDateTime local = localOf(time);
        if (!local.isValid() || local > last || ending.isPast(local))
            return times;
        times.push_back(local);
    }
}

/// Calls @p each with every property of @p kind until one fails.
template <class Each>
Outcome forEach(icalcomponent* component, icalproperty_kind kind, Each each)
{
    for (icalproperty* property = icalcomponent_get_first_property(component, kind); property;
         property = icalcomponent_get_next_property(component, kind)) {
        if (auto done = each(property); !done)
            return done;
    }
    return {};
}

Outcome addRules(Instances& found, icalcomponent* component, const Stamp& start, const Window& window)
{
    return forEach(component, ICAL_RRULE_PROPERTY, [&](icalproperty* property) -> Outcome {
        const auto times = timesOf(icalproperty_get_rrule(property), QStringLiteral("RRULE"), start, window);
        if (!times)
            return failure(times.error());
        for (const QDateTime& local : *times) {
            const Stamp stamp = start.at(local);
            found.emplace(stamp.instant(), Instance{stamp, {}});
        }
        return {};
    });
}

Outcome addDates(Instances& found, icalcomponent* component, const Surroundings& around)
{
    return forEach(component, ICAL_RDATE_PROPERTY, [&](icalproperty* property) -> Outcome {
        const icaldatetimeperiodtype value = icalproperty_get_rdate(property);
        const bool isPeriod = !icaltime_is_null_time(value.period.start);
        const auto stamp = stampOf(property, isPeriod ? value.period.start : value.time, around);
        if (!stamp)
            return failure(stamp.error());
        Instance instance{*stamp, {}};
        if (isPeriod && !icaltime_is_null_time(value.period.end)) {
            const auto end = stampOf(property, value.period.end, around);
            if (!end)
                return failure(end.error());
            instance.end = end->instant();
        } else if (isPeriod) {
            instance.end = spanOf(value.period.duration).end(*stamp);
        }
        found.insert_or_assign(stamp->instant(), instance);
        return {};
    });
}

Outcome removeRules(Instances& found, icalcomponent* component, const Stamp& start, const Window& window)
{
    return forEach(component, ICAL_EXRULE_PROPERTY, [&](icalproperty* property) -> Outcome {
        const auto times = timesOf(icalproperty_get_exrule(property), QStringLiteral("EXRULE"), start, window);
        if (!times)
            return failure(times.error());
        for (const QDateTime& local : *times)
            found.erase(start.at(local).instant());
        return {};
    });
}

Outcome removeDates(Instances& found, icalcomponent* component, const Stamp& start, const Surroundings& around)
{
    return forEach(component, ICAL_EXDATE_PROPERTY, [&](icalproperty* property) -> Outcome {
        const auto stamp = stampOf(property, icalproperty_get_exdate(property), around);
        if (!stamp)
            return failure(stamp.error());
        if (stamp->isDate && !start.isDate) // sloppy, but meant: whatever starts on that day
            std::erase_if(found, [&](const auto& one) { return one.second.start.local.date() == stamp->local.date(); });
        else
            found.erase(stamp->instant());
        return {};
    });
}

} // namespace

Result<Instances> instancesOf(icalcomponent* component, const Stamp& start, const Window& window, const Surroundings& around)
{
    Instances found;
    found.emplace(start.instant(), Instance{start, {}});
    Outcome done = addRules(found, component, start, window);
    if (done)
        done = addDates(found, component, around);
    if (done)
        done = removeRules(found, component, start, window);
    if (done)
        done = removeDates(found, component, start, around);
    if (!done)
        return failure(done.error());
    return found;
}

} // namespace vorzimmer::cloud::calendar
