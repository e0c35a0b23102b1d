#include "cabinet/calendar_intake.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Booking;
using domain::BookingState;
using domain::Outcome;
using domain::Result;
using domain::Slot;
using domain::SlotId;
using ports::CalendarEntry;
using ports::CalendarRole;
using ports::CalendarTime;

namespace {

constexpr int usualMinutes = 30;
constexpr int minutesADay = 24 * 60;
const QLatin1String ownSuffix(".ics");

/// Ours alone, and never to be changed: every desk makes the same ids of the same calendar.
QUuid timesInCalendars()
{
    return QUuid(QStringLiteral("{8a1f0f2e-54a3-4f0e-8f3e-2a8b1c7d9e60}"));
}

bool contains(const std::vector<SlotId>& all, const SlotId& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

CalendarIntake::CalendarIntake(CabinetFile& file, const CalendarTable::Kept& calendar, const QDateTime& at)
    : m_file(file), m_calendar(calendar), m_at(at)
{
}

Result<bool> CalendarIntake::take(const ports::CalendarNews& news)
{
    auto kinds = m_file.kinds.kinds();
    if (!kinds)
        return domain::failure(kinds.error());
    m_kinds = std::move(*kinds);
    std::vector<CalendarEntry> entries = news.entries;
    if (news.complete) {
        const auto known = m_file.calendars.entries(m_calendar.id);
        if (!known)
            return domain::failure(known.error());
        std::vector<QString> told = news.others;
        for (const CalendarEntry& entry : news.entries)
            told.push_back(entry.name);
        std::sort(told.begin(), told.end());
        for (const QString& name : *known) {
            if (!std::binary_search(told.begin(), told.end(), name))
                entries.push_back({name, true, {}, {}});
        }
    }
    for (const CalendarEntry& entry : entries) {
        if (auto taken = takeEntry(entry); !taken)
            return domain::failure(taken.error());
    }
    if (auto noted = m_file.calendars.noteRead(m_calendar.id, news, m_at); !noted)
        return domain::failure(noted.error());
    return !entries.empty();
}

Outcome CalendarIntake::takeEntry(const CalendarEntry& entry)
{
    if (auto cleared = m_file.calendars.clearBusy(m_calendar.id, entry.name); !cleared)
        return cleared;
    const auto before = m_file.slots.ofEntry(m_calendar.id, entry.name);
    if (!before)
        return domain::failure(before.error());
    std::vector<SlotId> seen;
    if (auto taken = takeTimes(entry, seen); !taken)
        return taken;
    for (const SlotId& slot : *before) {
        if (contains(seen, slot))
            continue;
        if (auto out = takeOut(slot); !out)
            return out;
    }
    if (m_calendar.mark.place.role == CalendarRole::Slots) {
        if (auto checked = checkOwnEntry(entry); !checked)
            return checked;
    }
    return entry.gone ? m_file.calendars.removeEntry(m_calendar.id, entry.name)
                      : m_file.calendars.saveEntry(
                            m_calendar.id, entry.name,
                            entry.problem.isEmpty() ? QString() : entry.name + QLatin1String(": ") + entry.problem);
}

Outcome CalendarIntake::takeTimes(const CalendarEntry& entry, std::vector<SlotId>& seen)
{
    const bool releases = m_calendar.mark.place.role == CalendarRole::Slots;
    for (const CalendarTime& time : entry.times) {
        Outcome taken;
        if (releases && time.free) {
            taken = time.divisible ? releaseParts(entry, time, seen) : release(entry, time, seen);
        } else if (!time.free) {
            const auto ours = releases ? isOurs(entry, time, seen) : Result<bool>(false);
            if (!ours)
                return domain::failure(ours.error());
            if (!*ours)
                taken = m_file.calendars.addBusy(m_calendar.id, entry.name, time.start, time.end);
        }
        if (!taken)
            return taken;
    }
    return {};
}

const domain::AppointmentKind* CalendarIntake::kindNamed(const QString& name) const
{
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const domain::AppointmentKind& kind) {
        return kind.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_kinds.end() ? nullptr : &*found;
}

Slot CalendarIntake::slotOf(const CalendarTime& time, const QString& place) const
{
    Slot slot;
    slot.id = SlotId(QUuid::createUuidV5(timesInCalendars(), m_calendar.mark.place.address + QLatin1Char('\n') + place));
    slot.start = time.start;
    slot.minutes = static_cast<int>(std::min<qint64>(time.start.secsTo(time.end) / 60, minutesADay));
    slot.kind = time.kind;
    slot.terms.fromCalendar = true;
    if (const domain::AppointmentKind* kind = kindNamed(time.kind)) {
        slot.kind = kind->name;
        slot.person = kind->person;
        slot.terms.concern = kind->concern;
        slot.terms.preparation = kind->preparation;
        slot.terms.followUp = kind->followUp;
    }
    return slot;
}

Outcome CalendarIntake::release(const CalendarEntry& entry, const CalendarTime& time, std::vector<SlotId>& seen)
{
    const Slot slot = slotOf(time, entry.name + QLatin1Char('\n') + time.recurrenceId);
    if (slot.minutes < 1)
        return {};
    const auto booked = m_file.bookings.liveOf(slot.id);
    if (!booked)
        return domain::failure(booked.error());
    if (*booked && !(*booked)->waiting) { // we had it, and it is free again: the client took it back
        if (auto lost = lose(**booked); !lost)
            return lost;
    }
    seen.push_back(slot.id);
    return m_file.slots.save(slot, {m_calendar.id, entry.name, time.recurrenceId, false});
}

Outcome CalendarIntake::releaseParts(const CalendarEntry& entry, const CalendarTime& time, std::vector<SlotId>& seen)
{
    const domain::AppointmentKind* kind = kindNamed(time.kind);
    const int step = kind ? kind->preparation + kind->minutes + kind->followUp : usualMinutes;
    const int before = kind ? kind->preparation : 0;
    for (int number = 0;; ++number) {
        CalendarTime part = time;
        part.start = time.start.addSecs(60 * (qint64{number} * step + before));
        part.end = part.start.addSecs(60 * (kind ? kind->minutes : usualMinutes));
        if (part.end.addSecs(60 * (kind ? kind->followUp : 0)) > time.end)
            return {};
        const Slot slot = slotOf(part, entry.name + QLatin1Char('\n') + part.start.toString(Qt::ISODate));
        seen.push_back(slot.id);
        if (auto saved = m_file.slots.save(slot, {m_calendar.id, entry.name, {}, true}); !saved)
            return saved;
    }
}

Result<bool> CalendarIntake::isOurs(const CalendarEntry& entry, const CalendarTime& time, std::vector<SlotId>& seen)
{
    if (time.booking.isNull())
        return false;
    const auto booking = m_file.bookings.booking(time.booking);
    if (!booking)
        return domain::failure(booking.error());
    if (!*booking || !domain::holdsItsTime(**booking) || (*booking)->slot.start != time.start)
        return false;
    const auto place = m_file.slots.place((*booking)->slot.id);
    if (!place)
        return domain::failure(place.error());
    if (place->calendar == m_calendar.id && place->entry == entry.name)
        seen.push_back((*booking)->slot.id);
    return true;
}

Outcome CalendarIntake::takeOut(const SlotId& slot)
{
    const auto booked = m_file.bookings.liveOf(slot);
    if (!booked)
        return domain::failure(booked.error());
    const auto place = m_file.slots.place(slot);
    if (!place)
        return domain::failure(place.error());
    if (*booked && !(*booked)->waiting && !place->divided) {
        if (auto lost = lose(**booked); !lost)
            return lost;
    }
    return m_file.slots.withdraw(slot);
}

Outcome CalendarIntake::checkOwnEntry(const CalendarEntry& entry)
{
    const auto id = domain::BookingId::parse(QStringView(entry.name).chopped(std::min(ownSuffix.size(), entry.name.size())));
    if (id.isNull() || entry.name != id.text() + ownSuffix)
        return {};
    const auto booking = m_file.bookings.booking(id);
    if (!booking)
        return domain::failure(booking.error());
    const bool agreed = *booking && (*booking)->state == BookingState::Confirmed && !(*booking)->waiting;
    const bool stands = std::any_of(entry.times.begin(), entry.times.end(), [&](const CalendarTime& time) {
        return !time.free && time.booking == id && time.start == (*booking)->slot.start;
    });
    const bool unknown =
        !entry.problem.isEmpty() || (agreed && (*booking)->slot.start < m_at); // long past: outside the window
    return agreed && !stands && !unknown ? lose(**booking) : Outcome();
}

Outcome CalendarIntake::lose(const Booking& booking)
{
    if (booking.state != BookingState::Confirmed || booking.slot.start < m_at)
        return {};
    return m_file.bookings.setState(booking.id, BookingState::Lost, BookingTable::Pending::None,
                                    {QString(), m_at, QStringLiteral("taken out of the calendar by the client")});
}

Outcome CalendarIntake::forget()
{
    const auto released = m_file.slots.ofCalendar(m_calendar.id);
    if (!released)
        return domain::failure(released.error());
    for (const SlotId& slot : *released) {
        if (auto out = m_file.slots.withdraw(slot); !out)
            return out;
    }
    return m_file.calendars.remove(m_calendar.id);
}

} // namespace vorzimmer::store
