#include "vorzimmer/models/appointment_wording.h"

#include "vorzimmer/models/wording.h"

#include <QLocale>

#include <algorithm>

namespace vorzimmer::models {

using domain::Booking;
using domain::BookingState;
using domain::Slot;
using ports::CalendarState;
using ports::CalendarStatus;

namespace {

const QString dot = QStringLiteral(" · ");

QString joined(const QStringList& parts, const QString& between = dot)
{
    QStringList there;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(there), [](const QString& part) { return !part.isEmpty(); });
    return there.join(between);
}

Line line(const QString& text, Tone tone = Tone::Plain, int maxLines = 1)
{
    return {{{text, tone}}, maxLines, {}};
}

Cell cell(std::vector<Line> lines)
{
    std::erase_if(lines, [](const Line& one) { return one.spans.front().text.isEmpty(); });
    return {std::move(lines)};
}

/// Day and time, as every list of appointments begins.
Cell when(const QDateTime& start, const AppointmentWording::Place& place)
{
    const QDateTime local = start.toTimeZone(place.zone);
    return cell({line(Wording::dayText(local.date(), place.now.toTimeZone(place.zone).date()), Tone::Strong),
                 line(Wording::timeText(local))});
}

QString whenText(const QDateTime& start, const AppointmentWording::Place& place)
{
    const QDateTime local = start.toTimeZone(place.zone);
    return Wording::dayText(local.date(), place.now.toTimeZone(place.zone).date()) + QLatin1Char(' ') +
           Wording::timeText(local);
}

} // namespace

std::vector<QTimeZone> AppointmentWording::zonesOf(const QString& region)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(region);
    std::vector<QTimeZone> zones;
    if (territory == QLocale::AnyTerritory)
        return zones;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds(territory))
        zones.emplace_back(id);
    return zones;
}

QString AppointmentWording::callersTime(const QDateTime& start, const Place& place)
{
    const auto& zones = place.callersZones;
    if (zones.empty())
        return {};
    const int offset = zones.front().offsetFromUtc(start);
    // A country with several clocks does not tell which of them is the caller's.
    const bool isOne =
        std::all_of(zones.begin(), zones.end(), [&](const QTimeZone& zone) { return zone.offsetFromUtc(start) == offset; });
    if (!isOne || offset == place.zone.offsetFromUtc(start))
        return {};
    const QDateTime there = start.toTimeZone(zones.front());
    return there.date() == start.toTimeZone(place.zone).date()
               ? Wording::timeText(there)
               : Wording::momentText(there, place.now.toTimeZone(zones.front()));
}

QString AppointmentWording::personName(const domain::PersonId& person, const Place& place)
{
    const auto found =
        std::find_if(place.people.begin(), place.people.end(), [&](const domain::Person& one) { return one.id == person; });
    return found == place.people.end() ? QString() : found->name;
}

QString AppointmentWording::longTime(const Slot& slot, const QTimeZone& zone)
{
    const QDateTime local = slot.start.toTimeZone(zone);
    return tr("%1 at %2", "day, time").arg(QLocale().toString(local.date(), QLocale::LongFormat), Wording::timeText(local));
}

Row AppointmentWording::offer(const ports::Offer& offer, const Place& place, bool held)
{
    const Slot& slot = offer.slot();
    const QString what = slot.kind.isEmpty() ? tr("any kind") : slot.kind;
    const QString length = tr("%n minute(s)", nullptr, slot.minutes);
    const QString theirs = callersTime(slot.start, place);
    const QString clock = theirs.isEmpty() ? QString() : tr("by the caller's clock: %1").arg(theirs);
    const QString keeper = held                       ? tr("kept for this caller")
                           : offer.heldBy().isEmpty() ? QString()
                                                      : tr("%1 is offering this just now").arg(offer.heldBy());
    Row row;
    row.id = slot.id.uuid();
    if (held)
        row.mood = RowMood::Active;
    row.lamp = held ? Lamp::On : offer.heldBy().isEmpty() ? Lamp::Dark : Lamp::Half;
    row.lampTone = held ? Tone::Ok : Tone::Warn;
    row.cells = {
        when(slot.start, place),
        cell({line(joined({what, length})), line(joined({personName(slot.person, place), slot.terms.concern}), Tone::Muted),
              line(clock), line(keeper, held ? Tone::Ok : Tone::Warn)})};
    row.spoken = joined({whenText(slot.start, place), clock, what, length, personName(slot.person, place), keeper},
                        QStringLiteral(", "));
    return row;
}

Row AppointmentWording::booking(const Booking& booking, const Place& place)
{
    const QString who = booking.attendee.name.isEmpty() ? tr("no name") : booking.attendee.name;
    const QString about = joined({booking.slot.kind, personName(booking.slot.person, place), booking.attendee.contact});
    const QString state = stateName(booking);
    Row row;
    row.id = booking.id.uuid();
    row.lamp = booking.state == BookingState::Confirmed ? Lamp::On
               : booking.state == BookingState::Noted   ? Lamp::Half
               : booking.state == BookingState::Lost    ? Lamp::Alarm
                                                        : Lamp::Off;
    row.lampTone = outcomeTone(booking);
    row.cells = {when(booking.slot.start, place),
                 cell({line(who, Tone::Strong), line(about, Tone::Muted), line(booking.attendee.remark, Tone::Muted)}),
                 cell({line(state, outcomeTone(booking)),
                       line(booking.state == BookingState::Cancelled ? booking.reason : QString(), Tone::Muted, 2)})};
    row.spoken = joined({whenText(booking.slot.start, place), who, about, state}, QStringLiteral(", "));
    return row;
}

Row AppointmentWording::released(const Slot& slot, const Place& place)
{
    const SlotTermsText text = termsText(slot, place);
    Row row;
    row.id = slot.id.uuid();
    row.cells = {when(slot.start, place), cell({line(text.what), line(text.terms, Tone::Muted, 2)}),
                 cell({line(text.by, Tone::Muted, 2)})};
    row.spoken = joined({whenText(slot.start, place), text.what, text.terms, text.by}, QStringLiteral(", "));
    return row;
}

AppointmentWording::SlotTermsText AppointmentWording::termsText(const Slot& slot, const Place& place)
{
    const domain::SlotTerms& terms = slot.terms;
    SlotTermsText text;
    text.what = joined({slot.kind.isEmpty() ? tr("any kind") : slot.kind, tr("%n minute(s)", nullptr, slot.minutes),
                        personName(slot.person, place)});
    text.terms = joined({terms.preparation > 0 ? tr("%n minute(s) before", nullptr, terms.preparation) : QString(),
                         terms.followUp > 0 ? tr("%n minute(s) after", nullptr, terms.followUp) : QString(), terms.concern,
                         terms.expires.isValid() ? tr("offered until %1").arg(whenText(terms.expires, place)) : QString()});
    text.by = terms.fromCalendar           ? tr("in the client's calendar")
              : terms.onBehalfOf.isEmpty() ? tr("released by %1").arg(slot.releasedBy)
                                           : tr("released by %1 for %2").arg(slot.releasedBy, terms.onBehalfOf);
    return text;
}

Row AppointmentWording::kind(const domain::AppointmentKind& kind, const Place& place)
{
    const QString length = tr("%n minute(s)", nullptr, kind.minutes);
    const QString around = joined({kind.preparation > 0 ? tr("%n minute(s) before", nullptr, kind.preparation) : QString(),
                                   kind.followUp > 0 ? tr("%n minute(s) after", nullptr, kind.followUp) : QString()});
    Row row;
    row.id = kind.name;
    row.cells = {cell({line(kind.name, Tone::Strong),
                       line(joined({length, around, personName(kind.person, place), kind.concern}), Tone::Muted, 2)})};
    row.spoken = joined({kind.name, length, around, personName(kind.person, place)}, QStringLiteral(", "));
    return row;
}

QString AppointmentWording::stateName(const Booking& booking)
{
    switch (booking.state) {
    case BookingState::Noted:
        return tr("not yet confirmed");
    case BookingState::Confirmed:
        return tr("booked");
    case BookingState::Lost:
        return tr("lost – call back");
    case BookingState::Cancelled:
        return booking.waiting ? tr("cancelled, the calendar is yet to hear of it") : tr("cancelled");
    }
    return {};
}

Tone AppointmentWording::outcomeTone(const Booking& booking)
{
    switch (booking.state) {
    case BookingState::Noted:
        return Tone::Warn;
    case BookingState::Confirmed:
        return Tone::Ok;
    case BookingState::Lost:
        return Tone::Danger;
    case BookingState::Cancelled:
        break;
    }
    return Tone::Muted;
}

QString AppointmentWording::readBack(const Slot& slot, const domain::Attendee& attendee, const Place& place)
{
    const QString person = personName(slot.person, place);
    QString text = tr("So that is %1").arg(longTime(slot, place.zone));
    if (const QString theirs = callersTime(slot.start, place); !theirs.isEmpty())
        text += tr(", by your own clock %1", "time").arg(theirs);
    if (!slot.kind.isEmpty())
        text += tr(", %1", "kind of appointment").arg(slot.kind);
    if (!person.isEmpty())
        text += tr(", with %1").arg(person);
    if (!attendee.name.isEmpty())
        text += tr(", for %1").arg(attendee.name);
    text += QLatin1Char('.');
    if (!attendee.contact.isEmpty())
        text += QLatin1Char(' ') + tr("We can reach you at %1.").arg(attendee.contact);
    return text;
}

QString AppointmentWording::outcome(const Booking& booking, const Place& place, bool calendarAnswers)
{
    const QString time = longTime(booking.slot, place.zone);
    switch (booking.state) {
    case BookingState::Confirmed:
        return tr("Booked: %1.").arg(time);
    case BookingState::Noted:
        return booking.problem.isEmpty() && calendarAnswers
                   ? tr("Not yet confirmed: %1. The client's calendar is being asked; stay on the line for a moment.")
                         .arg(time)
                   : tr("Noted, to be confirmed: %1. The calendar cannot be reached. Tell the caller: \"I have noted it and "
                        "call back "
                        "should it not be possible.\"")
                         .arg(time);
    case BookingState::Lost:
        return tr("Not booked: somebody else has just taken %1. Offer another time.").arg(time);
    case BookingState::Cancelled:
        break;
    }
    return tr("Cancelled: %1.").arg(time);
}

QString AppointmentWording::refusal()
{
    return tr("This time is not to be had any more. Nothing was booked; offer the caller another.");
}

QString AppointmentWording::calendarStanding(const CalendarStatus& status, const QDateTime& now)
{
    const qint64 minutes = status.readAt.isValid() ? status.readAt.secsTo(now) / 60 : -1;
    const QString age = minutes < 0 ? tr("the client's calendar has not been read yet")
                        : minutes == 0
                            ? tr("the client's calendar as of just now")
                            : tr("the client's calendar as of %n minute(s) ago", nullptr, static_cast<int>(minutes));
    QStringList parts;
    switch (status.state) {
    case CalendarState::NotConnected:
        return {};
    case CalendarState::Reading:
        parts << (status.toRead > 0 ? tr("reading the client's calendar: %1 of %2").arg(status.read).arg(status.toRead)
                                    : age);
        break;
    case CalendarState::Current:
        parts << age;
        break;
    case CalendarState::Unreachable:
        parts << tr("the client's calendar cannot be reached") << age;
        break;
    case CalendarState::Blocked:
        parts << tr("the client's calendar needs attention: %1").arg(status.problem);
        break;
    }
    if (status.summary.waiting > 0)
        parts << tr("%n booking(s) not yet there", nullptr, status.summary.waiting);
    if (status.summary.unreadable > 0)
        parts << tr("%n entries cannot be read: %1", nullptr, status.summary.unreadable).arg(status.summary.problem);
    return joined(parts);
}

Lamp AppointmentWording::calendarLamp(const CalendarStatus& status)
{
    switch (status.state) {
    case CalendarState::NotConnected:
        return Lamp::None;
    case CalendarState::Reading:
        return Lamp::Half;
    case CalendarState::Current:
        return Lamp::On;
    case CalendarState::Unreachable:
        return Lamp::Off;
    case CalendarState::Blocked:
        return Lamp::Alarm;
    }
    return Lamp::None;
}

QString AppointmentWording::reportText(const ports::CalendarReport& report)
{
    if (report.reachable && report.writable)
        return tr("This is the calendar \"%1\". Its free times can be booked.").arg(report.name);
    if (report.reachable)
        return tr("This is the calendar \"%1\", but this account may not write to it. Let the client give it the right to.")
            .arg(report.name);
    QStringList names;
    for (const ports::FoundCalendar& calendar : report.calendars)
        names << QStringLiteral("%1 (%2)").arg(calendar.name, calendar.url.path());
    if (names.isEmpty())
        return tr("No calendar was found there: %1.").arg(report.problem);
    return tr("This is not yet a calendar's address. The account has: %1. Enter the address of one of them.")
        .arg(names.join(QStringLiteral(", ")));
}

Row AppointmentWording::connection(const domain::TenantId& tenant, const QString& name, const QString& host,
                                   const QString& problem)
{
    const QString standing = !problem.isEmpty() ? tr("needs attention: %1").arg(problem)
                             : host.isEmpty()   ? tr("no calendar")
                                                : host;
    Row row;
    row.id = tenant.uuid();
    row.lamp = !problem.isEmpty() ? Lamp::Alarm : host.isEmpty() ? Lamp::Off : Lamp::On;
    row.lampTone = !problem.isEmpty() ? Tone::Danger : host.isEmpty() ? Tone::Muted : Tone::Ok;
    row.cells = {cell({line(name, Tone::Strong), line(standing, Tone::Muted)})};
    row.spoken = joined({name, standing}, QStringLiteral(", "));
    return row;
}

QString AppointmentWording::flawText(domain::ReleaseFlaw flaw)
{
    switch (flaw) {
    case domain::ReleaseFlaw::None:
        return {};
    case domain::ReleaseFlaw::NoName:
        return tr("Say what the appointment is for.");
    case domain::ReleaseFlaw::BadLength:
        return tr("An appointment takes between a minute and a day.");
    case domain::ReleaseFlaw::BadBuffer:
        return tr("Before and after an appointment at most twelve hours can be kept free.");
    case domain::ReleaseFlaw::NoDay:
        return tr("Say on which day, or from which day on.");
    case domain::ReleaseFlaw::NoTime:
        return tr("Write the times as 9:00 10:30.");
    case domain::ReleaseFlaw::BadSeries:
        return tr("A series runs for one week up to two years.");
    case domain::ReleaseFlaw::AlreadyOver:
        return tr("These times are over already.");
    }
    return {};
}

domain::Topic AppointmentWording::callBackTask(const Booking& booking, const QTimeZone& zone)
{
    domain::Topic task;
    task.title = tr("Call back: the appointment of %1 has come to nothing")
                     .arg(booking.attendee.name.isEmpty() ? tr("a caller") : booking.attendee.name);
    task.text =
        joined({tr("It was noted for %1.").arg(longTime(booking.slot, zone)), booking.slot.kind,
                booking.attendee.contact.isEmpty() ? QString() : tr("Reach them at %1.").arg(booking.attendee.contact),
                booking.attendee.remark, tr("Why: %1").arg(booking.reason)},
               QStringLiteral("\n"));
    return task;
}

} // namespace vorzimmer::models
