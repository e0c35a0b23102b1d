#include "calendar/zone.h"

namespace vorzimmer::cloud::calendar {

using domain::failure;
using domain::Fault;
using domain::Result;

namespace {

constexpr qint64 longerThanAnyShift = 26 * 3600;

/// Other programs write "/mozilla.org/20050126_1/Europe/Berlin": the last parts may be a name that is known.
QTimeZone ianaZone(const QByteArray& tzid)
{
    for (qsizetype from = 0; from >= 0; from = tzid.indexOf('/', from)) {
        from += from > 0 || tzid.startsWith('/') ? 1 : 0;
        if (const QByteArray tail = tzid.mid(from); QTimeZone::isTimeZoneIdAvailable(tail))
            return QTimeZone(tail);
    }
    return {};
}

icalcomponent* rulesFor(const QByteArray& tzid, icalcomponent* calendar)
{
    for (icalcomponent* rules = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT); rules;
         rules = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT)) {
        icalproperty* id = icalcomponent_get_first_property(rules, ICAL_TZID_PROPERTY);
        if (id && tzid == icalproperty_get_tzid(id))
            return rules;
    }
    return nullptr;
}

bool saysAnything(icalcomponent* rules)
{
    return icalcomponent_get_first_component(rules, ICAL_XSTANDARD_COMPONENT) ||
           icalcomponent_get_first_component(rules, ICAL_XDAYLIGHT_COMPONENT);
}

/// @p tzid as it may stand in a message.
QString shown(const QByteArray& tzid)
{
    return QString::fromUtf8(tzid).simplified().left(60);
}

} // namespace

Result<Zone> Zone::named(const QByteArray& tzid, icalcomponent* calendar)
{
    if (const QTimeZone zone = ianaZone(tzid); zone.isValid())
        return Zone(zone);
    if (const QByteArray iana = QTimeZone::windowsIdToDefaultIanaId(tzid); !iana.isEmpty())
        return Zone(QTimeZone(iana));
    icalcomponent* rules = rulesFor(tzid, calendar);
    if (!rules || !saysAnything(rules))
        return failure(Fault::Invalid, QStringLiteral("unknown time zone \"%1\"").arg(shown(tzid)), QStringLiteral("TZID"));
    std::shared_ptr<icaltimezone> own(icaltimezone_new(), [](icaltimezone* zone) { icaltimezone_free(zone, 1); });
    if (icalcomponent* copy = icalcomponent_new_clone(rules); !icaltimezone_set_component(own.get(), copy)) {
        icalcomponent_free(copy);
        return failure(Fault::Invalid, QStringLiteral("the rules of time zone \"%1\" cannot be read").arg(shown(tzid)),
                       QStringLiteral("VTIMEZONE"));
    }
    return Zone(std::move(own));
}

int Zone::offsetAt(const QDateTime& utc) const
{
    if (!m_rules)
        return m_zone.offsetFromUtc(utc);
    icaltimetype time =
        icaltime_from_timet_with_zone(static_cast<time_t>(utc.toSecsSinceEpoch()), 0, icaltimezone_get_utc_timezone());
    int isDaylight = 0;
    return icaltimezone_get_utc_offset_of_utc_time(m_rules.get(), &time, &isDaylight);
}

QDateTime Zone::instant(const QDateTime& local) const
{
    const QDateTime asUtc(local.date(), local.time(), Qt::UTC);
    const int before = offsetAt(asUtc.addSecs(-longerThanAnyShift));
    const QDateTime first = asUtc.addSecs(-before);
    if (offsetAt(first) == before)
        return first;
    const int after = offsetAt(asUtc.addSecs(longerThanAnyShift));
    const QDateTime second = asUtc.addSecs(-after);
    return offsetAt(second) == after ? second : first;
}

QDateTime Zone::local(const QDateTime& utc) const
{
    return utc.toUTC().addSecs(offsetAt(utc));
}

} // namespace vorzimmer::cloud::calendar
