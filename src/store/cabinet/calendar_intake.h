#pragma once

#include "cabinet/cabinet_file.h"

namespace vorzimmer::store {

/// Takes over what one of the client's calendars says: what it releases, what it takes up, and what became of our bookings
/// there. Run it in a transaction.
class CalendarIntake {
public:
    CalendarIntake(CabinetFile& file, const CalendarTable::Kept& calendar, const QDateTime& at);

    /// True when anything is different now.
    [[nodiscard]] domain::Result<bool> take(const ports::CalendarNews& news);
    /// Forgets the calendar with all that came from it.
    [[nodiscard]] domain::Outcome forget();

private:
    [[nodiscard]] domain::Outcome takeEntry(const ports::CalendarEntry& entry);
    [[nodiscard]] domain::Outcome takeTimes(const ports::CalendarEntry& entry, std::vector<domain::SlotId>& seen);
    [[nodiscard]] domain::Outcome release(const ports::CalendarEntry& entry, const ports::CalendarTime& time,
                                          std::vector<domain::SlotId>& seen);
    [[nodiscard]] domain::Outcome releaseParts(const ports::CalendarEntry& entry, const ports::CalendarTime& time,
                                               std::vector<domain::SlotId>& seen);
    /// Whether @p time is how a booking of ours stands in the calendar.
    [[nodiscard]] domain::Result<bool> isOurs(const ports::CalendarEntry& entry, const ports::CalendarTime& time,
                                              std::vector<domain::SlotId>& seen);
    [[nodiscard]] domain::Outcome takeOut(const domain::SlotId& slot);
    /// What becomes of a booking that has an entry of its own.
    [[nodiscard]] domain::Outcome checkOwnEntry(const ports::CalendarEntry& entry);
    [[nodiscard]] domain::Outcome lose(const domain::Booking& booking);
    [[nodiscard]] const domain::AppointmentKind* kindNamed(const QString& name) const;
    [[nodiscard]] domain::Slot slotOf(const ports::CalendarTime& time, const QString& place) const;

    CabinetFile& m_file;
    const CalendarTable::Kept& m_calendar;
    QDateTime m_at;
    std::vector<domain::AppointmentKind> m_kinds;
};

} // namespace vorzimmer::store
