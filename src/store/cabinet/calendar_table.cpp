#include "cabinet/calendar_table.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using ports::CalendarRole;

namespace {

constexpr qint64 longestPiece = 86'400'000; // ms; the view clear_slot counts on it

constexpr const char* selectCalendars =
    "SELECT id, role, address, cursor, expanded_until, read_at FROM calendar ORDER BY id";
constexpr const char* selectCalendar =
    "SELECT id, role, address, cursor, expanded_until, read_at FROM calendar WHERE address = ?";

CalendarTable::Kept readCalendar(Row& row)
{
    CalendarTable::Kept kept;
    kept.id = row.number();
    kept.mark.place.role = row.code<CalendarRole>();
    kept.mark.place.address = row.text();
    kept.mark.cursor = row.text();
    kept.mark.expandedUntil = row.moment();
    kept.mark.readAt = row.moment();
    return kept;
}

constexpr const char* selectSlotsCalendar = "SELECT 1 FROM calendar WHERE role = 'slots' LIMIT 1";
constexpr const char* insertCalendar = "INSERT INTO calendar (address, role, cursor) VALUES (?, ?, '') "
                                       "ON CONFLICT (address) DO NOTHING";
constexpr const char* deleteCalendar = "DELETE FROM calendar WHERE id = ?";
constexpr const char* updateRead = "UPDATE calendar SET cursor = ?, expanded_until = ?, read_at = ? WHERE id = ?";

constexpr const char* selectEntries = "SELECT name FROM calendar_entry WHERE calendar = ?";
constexpr const char* replaceEntry = "INSERT INTO calendar_entry (calendar, name, problem) VALUES (?, ?, ?) "
                                     "ON CONFLICT (calendar, name) DO UPDATE SET problem = excluded.problem";
constexpr const char* deleteEntry = "DELETE FROM calendar_entry WHERE calendar = ? AND name = ?";
constexpr const char* selectProblems = "SELECT count(*), COALESCE(min(problem), '') FROM calendar_entry WHERE problem > ''";

constexpr const char* insertBusy =
    "INSERT INTO busy (start, calendar, entry, until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr const char* deleteBusy = "DELETE FROM busy WHERE calendar = ? AND entry = ?";
constexpr const char* selectBusy = "SELECT 1 FROM busy WHERE start > ? - 86400000 AND start < ? AND until > ? LIMIT 1";

} // namespace

Result<std::vector<CalendarTable::Kept>> CalendarTable::calendars()
{
    return m_database.query(selectCalendars).all(&readCalendar);
}

Result<std::optional<CalendarTable::Kept>> CalendarTable::calendar(const QString& address)
{
    return m_database.query(selectCalendar).first(&readCalendar, address);
}

Result<bool> CalendarTable::hasSlotsCalendar()
{
    return m_database.query(selectSlotsCalendar).any();
}

Outcome CalendarTable::add(const ports::CalendarPlace& place)
{
    return m_database.query(insertCalendar).run(place.address, place.role);
}

Outcome CalendarTable::remove(int calendar)
{
    return m_database.query(deleteCalendar).run(calendar);
}

Outcome CalendarTable::noteRead(int calendar, const ports::CalendarNews& news, const QDateTime& at)
{
    return m_database.query(updateRead).run(news.cursor, news.expandedUntil, at, calendar);
}

Result<std::vector<QString>> CalendarTable::entries(int calendar)
{
    return m_database.query(selectEntries).all([](Row& row) { return row.text(); }, calendar);
}

Outcome CalendarTable::saveEntry(int calendar, const QString& name, const QString& problem)
{
    return m_database.query(replaceEntry).run(calendar, name, problem);
}

Outcome CalendarTable::removeEntry(int calendar, const QString& name)
{
    return m_database.query(deleteEntry).run(calendar, name);
}

Result<std::pair<int, QString>> CalendarTable::problems()
{
    const auto found = m_database.query(selectProblems).first([](Row& row) {
        const int count = row.number();
        return std::pair(count, row.text());
    });
    if (!found)
        return domain::failure(found.error());
    return found->value_or(std::pair(0, QString()));
}

Outcome CalendarTable::addBusy(int calendar, const QString& entry, QDateTime from, const QDateTime& until)
{
    while (from < until) {
        const QDateTime end = std::min(until, from.addMSecs(longestPiece));
        if (auto added = m_database.query(insertBusy).run(from, calendar, entry, end); !added)
            return added;
        from = end;
    }
    return {};
}

Outcome CalendarTable::clearBusy(int calendar, const QString& entry)
{
    return m_database.query(deleteBusy).run(calendar, entry);
}

Result<bool> CalendarTable::isBusy(const QDateTime& from, const QDateTime& until)
{
    return m_database.query(selectBusy).any(from, until, from);
}

} // namespace vorzimmer::store
