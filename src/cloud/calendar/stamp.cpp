#include "calendar/stamp.h"

#include <algorithm>

namespace vorzimmer::cloud::calendar {

using domain::failure;
using domain::Fault;
using domain::Result;

QDateTime localOf(const icaltimetype& time)
{
    const QDate date(time.year, time.month, time.day);
    const QTime clock =
        time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59)); // 60: a leap second
    return date.isValid() && clock.isValid() ? QDateTime(date, clock, Qt::UTC) : QDateTime();
}

Span spanOf(const icaldurationtype& duration)
{
    const int sign = duration.is_neg ? -1 : 1;
    const qint64 seconds =
        static_cast<qint64>(duration.hours) * 3600 + static_cast<qint64>(duration.minutes) * 60 + duration.seconds;
    return {sign * static_cast<int>(duration.weeks * 7 + duration.days), sign * seconds};
}

Result<Zone> clockOf(icalproperty* property, const Surroundings& around)
{
    icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char* tzid = parameter ? icalparameter_get_tzid(parameter) : nullptr;
    return tzid ? Zone::named(tzid, around.calendar) : Result<Zone>(Zone(around.floating));
}

Result<Stamp> stampOf(icalproperty* property, const icaltimetype& time, const Surroundings& around)
{
    const QString name = QString::fromLatin1(icalproperty_get_property_name(property));
    const QDateTime local = localOf(time);
    if (icaltime_is_null_time(time) || !local.isValid())
        return failure(Fault::Invalid, QStringLiteral("no date or time that exists"), name);
    if (icaltime_is_utc(time))
        return Stamp{local, false, Zone(QTimeZone::utc())};
    if (time.is_date)
        return Stamp{local, true, Zone(around.floating)};
    auto clock = clockOf(property, around);
    if (!clock)
        return failure(clock.error().fault, clock.error().detail, name);
    return Stamp{local, false, std::move(*clock)};
}

} // namespace vorzimmer::cloud::calendar
