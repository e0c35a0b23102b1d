#include "vorzimmer/desk/day_journal.h"

#include "vorzimmer/desk/case_file.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

namespace {

/// What is entered within so long is told at once: in a burst, working the day out for each call would take longer than the calls.
constexpr std::chrono::milliseconds together{250};

} // namespace

DayJournal::DayJournal(Office& office, const domain::UserId& user, QObject* parent)
    : QObject(parent), m_office(office), m_user(user), m_telling(together, [this] { Q_EMIT todayChanged(); })
{
}

void DayJournal::enter(const CaseFile& file)
{
    const domain::CallRecord& call = file.call();
    ports::JournalRow row;
    row.call = call.id;
    if (file.tenant())
        row.tenant = file.tenant()->id;
    if (call.answeredAt.isValid())
        row.user = m_user;
    row.offeredAt = call.offeredAt;
    row.answeredAt = call.answeredAt;
    row.endedAt = call.endedAt;
    row.endReason = call.endReason;
    row.disposition = call.disposition;
    m_office.storeLane.ask(this, [&directory = m_office.directory, row] { return directory.journal(row); },
                           [this, entry = TodayEntry{row, file.tenant() ? file.tenant()->name : QString()}](const Outcome& outcome) {
                               if (outcome)
                                   keep(entry);
                               else
                                   Q_EMIT failed(outcome.error());
                           });
}

QDateTime DayJournal::midnight() const
{
    return m_office.clock.nowUtc().toLocalTime().date().startOfDay().toUTC();
}

// Reading the whole day for each line written would cost more with every call of a long day.
void DayJournal::keep(const TodayEntry& entry)
{
    const auto known = std::find_if(m_today.rbegin(), m_today.rend(),
                                    [&](const TodayEntry& one) { return one.row.call == entry.row.call; });
    if (known != m_today.rend())
        *known = entry;
    else
        m_today.push_back(entry);
    if (const QDateTime since = midnight(); m_today.front().row.offeredAt < since)
        std::erase_if(m_today, [&](const TodayEntry& one) { return one.row.offeredAt < since; });
    m_telling.ask();
}

void DayJournal::refresh()
{
    m_office.storeLane.ask(
        this,
        [&directory = m_office.directory, since = midnight()]() -> Result<std::vector<TodayEntry>> {
            const auto rows = directory.journalSince(since);
            if (!rows)
                return domain::failure(rows.error());
            const auto tenants = directory.tenants();
            if (!tenants)
                return domain::failure(tenants.error());
            std::map<domain::TenantId, QString> names;
            for (const domain::TenantEntry& tenant : *tenants)
                names.emplace(tenant.id, tenant.name);
            std::vector<TodayEntry> entries;
            for (const ports::JournalRow& row : *rows) {
                const auto name = names.find(row.tenant);
                entries.push_back({row, name == names.end() ? QString() : name->second});
            }
            return entries;
        },
        [this](Result<std::vector<TodayEntry>> entries) {
            if (!entries)
                return;
            m_today = std::move(*entries);
            Q_EMIT todayChanged();
        });
}

std::map<QString, domain::ServiceLevel> DayJournal::serviceLevels() const
{
    std::map<QString, domain::ServiceLevel> levels;
    for (const TodayEntry& entry : m_today)
        levels[entry.tenant].add(entry.row.offeredAt, entry.row.answeredAt, entry.row.endedAt, entry.row.disposition);
    return levels;
}

} // namespace vorzimmer::desk
