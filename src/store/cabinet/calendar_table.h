#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/calendar_ledger.h"

#include <vector>

namespace vorzimmer::store {

/// The client's calendars: how far each was read, which entries it has, and when they take up time.
class CalendarTable {
public:
    explicit CalendarTable(Database& database) : m_database(database) {}

    struct Kept {
        int id = 0;
        ports::CalendarMark mark;
    };
    [[nodiscard]] domain::Result<std::vector<Kept>> calendars();
    [[nodiscard]] domain::Result<std::optional<Kept>> calendar(const QString& address);
    /// Whether the client says in a calendar what may be booked.
    [[nodiscard]] domain::Result<bool> hasSlotsCalendar();
    /// Knows nothing of what is in it yet.
    [[nodiscard]] domain::Outcome add(const ports::CalendarPlace& place);
    /// With all that came from it but the slots.
    [[nodiscard]] domain::Outcome remove(int calendar);
    [[nodiscard]] domain::Outcome noteRead(int calendar, const ports::CalendarNews& news, const QDateTime& at);

    [[nodiscard]] domain::Result<std::vector<QString>> entries(int calendar);
    [[nodiscard]] domain::Outcome saveEntry(int calendar, const QString& name, const QString& problem);
    [[nodiscard]] domain::Outcome removeEntry(int calendar, const QString& name);
    /// How many entries cannot be read, and why one of them cannot.
    [[nodiscard]] domain::Result<std::pair<int, QString>> problems();

    [[nodiscard]] domain::Outcome addBusy(int calendar, const QString& entry, QDateTime from, const QDateTime& until);
    [[nodiscard]] domain::Outcome clearBusy(int calendar, const QString& entry);
    /// Whether anything takes up time between the two.
    [[nodiscard]] domain::Result<bool> isBusy(const QDateTime& from, const QDateTime& until);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
