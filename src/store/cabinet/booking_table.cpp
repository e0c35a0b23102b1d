#include "cabinet/booking_table.h"

#include "cabinet/slot_row.h"

namespace vorzimmer::store {

template <>
inline constexpr auto codes<BookingTable::Pending> = std::to_array<Code<BookingTable::Pending>>({
    {BookingTable::Pending::None, QLatin1String("")},
    {BookingTable::Pending::Book, QLatin1String("book")},
    {BookingTable::Pending::Cancel, QLatin1String("cancel")},
});

using domain::Booking;
using domain::BookingId;
using domain::BookingState;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* insertBooking =
    "INSERT INTO booking (id, slot, state, pending, start, minutes, kind, person, released_by, concern, preparation, "
    "follow_up, "
    "expires, on_behalf_of, from_calendar, call, caller, made_at, made_by, changed_at, changed_by, replaces, attempt, "
    "next_try, "
    "reported, name, contact, reason, problem, remark) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, 0, ?, ?, ?, '', ?)";

#define BOOKING_COLUMNS                                                                                                     \
    "start, slot, minutes, kind, person, released_by, concern, preparation, follow_up, expires, on_behalf_of, "             \
    "from_calendar, "                                                                                                       \
    "id, state, pending, call, caller, made_at, made_by, changed_at, changed_by, replaces, attempt, name, contact, "        \
    "reason, "                                                                                                              \
    "problem, remark FROM booking "

constexpr const char* selectBooking = "SELECT " BOOKING_COLUMNS "WHERE id = ?";
constexpr const char* selectBookings =
    "SELECT " BOOKING_COLUMNS "WHERE start > ? - 86400000 AND start + minutes * 60000 > ? ORDER BY start, id LIMIT ?";
constexpr const char* selectUnreported = "SELECT " BOOKING_COLUMNS "WHERE state = 'lost' AND reported = 0";
constexpr const char* selectLive = "SELECT " BOOKING_COLUMNS "WHERE slot = ? AND live = 1";
constexpr const char* selectNext =
    "SELECT " BOOKING_COLUMNS
    "WHERE pending IN ('book', 'cancel') AND (next_try IS NULL OR next_try <= ?) ORDER BY made_at LIMIT 1";

#undef BOOKING_COLUMNS

BookingTable::Errand readErrand(Row& row)
{
    BookingTable::Errand errand;
    Booking& booking = errand.booking;
    booking.slot = readSlot(row);
    booking.id = row.id<BookingId>();
    booking.state = row.code<BookingState>();
    errand.pending = row.code<BookingTable::Pending>();
    booking.waiting = errand.pending != BookingTable::Pending::None;
    booking.call = row.id<domain::CallId>();
    booking.attendee.caller = row.id<domain::CallerId>();
    booking.madeAt = row.moment();
    booking.madeBy = row.text();
    booking.changedAt = row.moment();
    booking.changedBy = row.text();
    booking.replaces = row.id<BookingId>();
    errand.attempt = row.number();
    booking.attendee.name = row.text();
    booking.attendee.contact = row.text();
    booking.reason = row.text();
    booking.problem = row.text();
    booking.attendee.remark = row.text();
    return errand;
}

Booking readBooking(Row& row)
{
    return readErrand(row).booking;
}

constexpr const char* markReported = "UPDATE booking SET reported = 1 WHERE id = ?";
constexpr const char* updateState = "UPDATE booking SET state = ?, pending = ?, changed_at = ?, changed_by = ?, reason = ?, "
                                    "attempt = 0, next_try = NULL, problem = '' WHERE id = ?";
constexpr const char* updateNextTry = "UPDATE booking SET attempt = attempt + 1, next_try = ?, problem = ? WHERE id = ?";
constexpr const char* countPending = "SELECT count(*) FROM booking WHERE pending IN ('book', 'cancel')";
constexpr const char* settlePending =
    "UPDATE booking SET state = CASE WHEN state = 'noted' THEN 'confirmed' ELSE state END, pending = '', changed_at = ?, "
    "problem = '' WHERE pending IN ('book', 'cancel')";

} // namespace

Outcome BookingTable::add(const Booking& booking, Pending pending)
{
    const domain::Slot& slot = booking.slot;
    return m_database.query(insertBooking)
        .run(booking.id, slot.id, booking.state, pending, slot.start, slot.minutes, slot.kind, slot.person, slot.releasedBy,
             slot.terms.concern, slot.terms.preparation, slot.terms.followUp, slot.terms.expires, slot.terms.onBehalfOf,
             slot.terms.fromCalendar, booking.call, booking.attendee.caller, booking.madeAt, booking.madeBy,
             booking.changedAt, booking.changedBy, booking.replaces, booking.attendee.name, booking.attendee.contact,
             booking.reason, booking.attendee.remark);
}

Result<std::optional<Booking>> BookingTable::booking(const BookingId& id)
{
    return m_database.query(selectBooking).first(&readBooking, id);
}

Result<std::vector<Booking>> BookingTable::bookings(const QDateTime& from, int limit)
{
    return m_database.query(selectBookings).all(&readBooking, from, from, limit);
}

Result<std::vector<Booking>> BookingTable::unreported()
{
    return m_database.query(selectUnreported).all(&readBooking);
}

Outcome BookingTable::noteReported(const BookingId& id)
{
    return m_database.query(markReported).run(id);
}

Result<std::optional<Booking>> BookingTable::liveOf(const domain::SlotId& slot)
{
    return m_database.query(selectLive).first(&readBooking, slot);
}

Outcome BookingTable::setState(const BookingId& id, BookingState state, Pending pending,
                               const ports::AppointmentEntry& entry)
{
    return m_database.query(updateState).run(state, pending, entry.at, entry.by, entry.reason, id);
}

Result<std::optional<BookingTable::Errand>> BookingTable::next(const QDateTime& now)
{
    return m_database.query(selectNext).first(&readErrand, now);
}

Outcome BookingTable::postpone(const BookingId& id, const QDateTime& nextTry, const QString& problem)
{
    return m_database.query(updateNextTry).run(nextTry, problem, id);
}

Result<int> BookingTable::pendingCount()
{
    const auto count = m_database.query(countPending).first([](Row& row) { return row.number(); });
    if (!count)
        return domain::failure(count.error());
    return count->value_or(0);
}

Outcome BookingTable::settleAll(const QDateTime& at)
{
    return m_database.query(settlePending).run(at);
}

} // namespace vorzimmer::store
