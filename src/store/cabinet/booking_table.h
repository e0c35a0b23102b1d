#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/calendar_ledger.h"

#include <vector>

namespace vorzimmer::store {

/// Who has which of the released times, and what the client's calendar has yet to hear of that.
class BookingTable {
public:
    explicit BookingTable(Database& database) : m_database(database) {}

    /// What the client's calendar must be told; None = nothing.
    enum class Pending { None, Book, Cancel };

    /// Refused by the file itself when somebody has the slot.
    [[nodiscard]] domain::Outcome add(const domain::Booking& booking, Pending pending);
    [[nodiscard]] domain::Result<std::optional<domain::Booking>> booking(const domain::BookingId& id);
    [[nodiscard]] domain::Result<std::vector<domain::Booking>> bookings(const QDateTime& from, int limit);
    [[nodiscard]] domain::Result<std::vector<domain::Booking>> unreported();
    [[nodiscard]] domain::Outcome noteReported(const domain::BookingId& id);
    /// Those that hold a time of this slot, in whatever state they are towards the calendar.
    [[nodiscard]] domain::Result<std::optional<domain::Booking>> liveOf(const domain::SlotId& slot);

    [[nodiscard]] domain::Outcome setState(const domain::BookingId& id, domain::BookingState state, Pending pending,
                                           const ports::AppointmentEntry& entry);

    struct Errand {
        domain::Booking booking;
        Pending pending = Pending::None;
        int attempt = 0;
    };
    [[nodiscard]] domain::Result<std::optional<Errand>> next(const QDateTime& now);
    [[nodiscard]] domain::Outcome postpone(const domain::BookingId& id, const QDateTime& nextTry, const QString& problem);
    [[nodiscard]] domain::Result<int> pendingCount();
    /// Nothing waits for a calendar any more: what was noted is confirmed.
    [[nodiscard]] domain::Outcome settleAll(const QDateTime& at);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
