#include "calendar/event_writing.h"

#include "caldav/sheet.h"

namespace vorzimmer::cloud::calendar {

using caldav::Sheet;
using caldav::textLine;
using domain::Booking;

namespace {

const QByteArray bookingName = "X-VORZIMMER-BOOKING";
const QByteArray keptPrefix = "X-VORZIMMER-KEPT-"; ///< what stood there before the booking

QByteArray stamp(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

/// Puts @p line in the place of what @p name says, which is kept beside it.
void replace(Sheet& event, const QByteArray& name, const QByteArray& line)
{
    const auto before = event.lines(name);
    if (!before.empty() && event.lines(keptPrefix + name).empty())
        event.set(keptPrefix + name, caldav::folded(keptPrefix + before.front()));
    event.set(name, line);
}

void restore(Sheet& event, const QByteArray& name)
{
    const auto kept = event.lines(keptPrefix + name);
    event.set(name, kept.empty() ? QByteArray() : caldav::folded(kept.front().mid(keptPrefix.size())));
    event.remove(keptPrefix + name);
}

void touch(Sheet& event, const QDateTime& now)
{
    event.set("DTSTAMP", "DTSTAMP:" + stamp(now));
    event.set("LAST-MODIFIED", "LAST-MODIFIED:" + stamp(now));
}

void give(Sheet& event, const Booking& booking, const QDateTime& now)
{
    const domain::Attendee& who = booking.attendee;
    QStringList words;
    for (const QString& word : {booking.slot.kind, who.name}) {
        if (!word.isEmpty())
            words << word;
    }
    QStringList details;
    for (const QString& detail : {who.name, who.contact, who.remark}) {
        if (!detail.isEmpty())
            details << detail;
    }
    event.set("TRANSP", "TRANSP:OPAQUE");
    event.set(bookingName, bookingName + ':' + booking.id.text().toLatin1());
    replace(event, "SUMMARY", textLine("SUMMARY", words.join(QStringLiteral(" - "))));
    replace(event, "DESCRIPTION",
            details.isEmpty() ? QByteArray() : textLine("DESCRIPTION", details.join(QLatin1Char('\n'))));
    touch(event, now);
}

/// What @p line means: DTSTART or RECURRENCE-ID.
std::optional<Stamp> stampIn(const QByteArray& line, const Surroundings& around)
{
    icalproperty* property = icalproperty_new_from_string(line.constData());
    if (!property)
        return std::nullopt;
    const icalvalue* value = icalproperty_get_value(property);
    icaltimetype time = icaltime_null_time();
    if (value && icalvalue_isa(value) == ICAL_DATETIME_VALUE)
        time = icalvalue_get_datetime(value);
    else if (value && icalvalue_isa(value) == ICAL_DATE_VALUE)
        time = icalvalue_get_date(value);
    const auto stamp = stampOf(property, time, around);
    icalproperty_free(property);
    return stamp ? std::optional(*stamp) : std::nullopt;
}

/// A line like @p start, but with another name and time.
QByteArray timeLine(const QByteArray& name, const QByteArray& start, const Stamp& stamp, const QDateTime& instant)
{
    const qsizetype colon = start.lastIndexOf(':');
    const QByteArray parameters = start.left(colon).mid(start.indexOf(';') < 0 ? colon : start.indexOf(';'));
    if (start.endsWith('Z'))
        return name + parameters + ':' + recurrenceIdOf(instant).toLatin1();
    const QDateTime local = stamp.clock.local(instant);
    const QString form = stamp.isDate ? QStringLiteral("yyyyMMdd") : QStringLiteral("yyyyMMdd'T'HHmmss");
    return name + parameters + ':' + local.toString(form).toLatin1();
}

/// The series' own component as one time of it.
std::optional<QByteArray> overrideOf(const Sheet& whole, const QDateTime& original, const Booking& booking,
                                     const Surroundings& around)
{
    const auto starts = whole.lines("DTSTART");
    const auto start = starts.empty() ? std::nullopt : stampIn(starts.front(), around);
    if (!start)
        return std::nullopt;
    auto one = Sheet::read(whole.component(), "VEVENT");
    for (const char* name : {"RRULE", "RDATE", "EXDATE", "EXRULE", "DTEND", "DURATION"})
        one->remove(name);
    one->set("DTSTART", timeLine("DTSTART", starts.front(), *start, booking.slot.start));
    one->add("DURATION:PT" + QByteArray::number(booking.slot.minutes) + 'M');
    one->add(timeLine("RECURRENCE-ID", starts.front(), *start, original));
    return one->text();
}

QDateTime instantOf(const QString& recurrenceId)
{
    QDateTime time = QDateTime::fromString(recurrenceId, QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

std::optional<QByteArray> bookedEntry(const QByteArray& text, const QString& recurrenceId, const Booking& booking,
                                      const QTimeZone& floating, const QDateTime& now)
{
    if (recurrenceId.isEmpty()) {
        auto event = Sheet::read(text, "VEVENT");
        if (!event)
            return std::nullopt;
        give(*event, booking, now);
        return event->text();
    }
    const Component calendar = parsed(text);
    if (!calendar)
        return std::nullopt;
    const Surroundings around{calendar.get(), floating};
    const QDateTime original = instantOf(recurrenceId);
    const auto isThatTime = [&](const Sheet& event) {
        const auto ids = event.lines("RECURRENCE-ID");
        const auto stamp = ids.empty() ? std::nullopt : stampIn(ids.front(), around);
        return stamp && stamp->instant() == original && !ids.front().toUpper().contains("THISANDFUTURE");
    };
    if (auto changed = Sheet::read(text, "VEVENT", isThatTime)) {
        give(*changed, booking, now);
        return changed->text();
    }
    auto whole = Sheet::read(text, "VEVENT");
    const auto lines = whole ? overrideOf(*whole, original, booking, around) : std::nullopt;
    if (!lines)
        return std::nullopt;
    auto one = Sheet::read(*lines, "VEVENT", [](const Sheet&) { return true; });
    give(*one, booking, now);
    whole->follow(one->text().replace("\r\n", "\n").replace("\n", "\r\n"));
    return whole->text();
}

std::optional<QByteArray> freedEntry(const QByteArray& text, const domain::BookingId& id, const QDateTime& now)
{
    const QByteArray mark = bookingName + ':' + id.text().toLatin1();
    auto event = Sheet::read(text, "VEVENT", [&](const Sheet& one) {
        const auto marks = one.lines(bookingName);
        return !marks.empty() && marks.front().trimmed() == mark;
    });
    if (!event)
        return std::nullopt;
    event->set("TRANSP", "TRANSP:TRANSPARENT");
    event->remove(bookingName);
    restore(*event, "SUMMARY");
    restore(*event, "DESCRIPTION");
    touch(*event, now);
    return event->text();
}

QByteArray newEntry(const Booking& booking, const QDateTime& now)
{
    const QByteArray frame = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Vorzimmer//Appointments//EN\r\n"
                             "BEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    auto event = Sheet::read(frame, "VEVENT");
    event->add("UID:" + booking.id.text().toLatin1());
    event->add("DTSTART:" + stamp(booking.slot.start));
    event->add("DURATION:PT" + QByteArray::number(booking.slot.minutes) + 'M');
    give(*event, booking, now);
    return event->text();
}

} // namespace vorzimmer::cloud::calendar
