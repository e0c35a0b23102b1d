#include "vorzimmer/desk/calendar_setup.h"

#include "credentials.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TenantEntry;
using domain::TenantId;
using ports::AddressFlaw;
using ports::CalendarAccess;
using ports::CalendarReport;

namespace {

bool sameServer(const QUrl& one, const QUrl& other)
{
    return one.scheme() == other.scheme() && one.authority() == other.authority();
}

/// Takes what was written as the addresses of calendars.
AddressFlaw takeAddresses(const CalendarDraft& draft, CalendarAccess& access)
{
    const auto take = [](const QString& written, QUrl& url) {
        ports::BoardAccess place;
        place.kind = ports::BoardKind::CalDav;
        const AddressFlaw flaw = ports::takeListAddress(written, place);
        url = place.url;
        return flaw;
    };
    if (const AddressFlaw flaw = take(draft.released, access.released); flaw != AddressFlaw::None)
        return flaw;
    for (const QString& written : draft.busy) {
        if (const AddressFlaw flaw = take(written, access.busy.emplace_back()); flaw != AddressFlaw::None)
            return flaw;
        // One account opens them all, and its password goes to no other server.
        if (!sameServer(access.busy.back(), access.released))
            return AddressFlaw::NoWebAddress;
    }
    return AddressFlaw::None;
}

Result<TenantEntry> entryOf(ports::Directory& directory, const TenantId& tenant)
{
    const auto all = directory.tenants();
    if (!all)
        return domain::failure(all.error());
    const auto found = std::find_if(all->begin(), all->end(), [&](const TenantEntry& entry) { return entry.id == tenant; });
    return found == all->end() ? Result<TenantEntry>(domain::failure(Fault::NotFound, QStringLiteral("no such tenant")))
                               : *found;
}

} // namespace

CalendarSetup::CalendarSetup(Office& office, Gatekeeper& gatekeeper, CalendarKeeper& keeper, ports::SlotCalendar& calendars,
                             QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_keeper(keeper), m_calendars(calendars)
{
}

bool CalendarSetup::allowed(const TenantId& tenant)
{
    if (m_gatekeeper.user().role == domain::Role::Supervisor)
        return true;
    Q_EMIT failed(tenant, {Fault::Refused, QStringLiteral("calendars are set up by supervisors"), {}});
    return false;
}

void CalendarSetup::load()
{
    if (!allowed({}))
        return;
    m_office.storeLane.ask(
        this,
        [&office = m_office]() -> Result<std::vector<CalendarConnection>> {
            const auto tenants = office.directory.tenants();
            if (!tenants)
                return domain::failure(tenants.error());
            std::vector<CalendarConnection> all;
            for (const TenantEntry& tenant : *tenants) {
                all.push_back(CalendarKeeper::accessOf(office.directory, office.keys, tenant));
                all.back().access.secret.clear(); // nobody is shown it
            }
            std::sort(all.begin(), all.end(), [](const CalendarConnection& a, const CalendarConnection& b) {
                return QString::localeAwareCompare(a.name, b.name) < 0;
            });
            return all;
        },
        [this](Result<std::vector<CalendarConnection>> all) {
            if (!all) {
                Q_EMIT failed({}, all.error());
                return;
            }
            m_connections = std::move(*all);
            Q_EMIT loaded();
        });
}

void CalendarSetup::prepare(const TenantId& tenant, const CalendarDraft& draft, std::function<void(const Wish&)> goOn)
{
    if (!allowed(tenant))
        return;
    CalendarAccess access;
    access.user = draft.user.trimmed();
    access.secret = draft.secret.trimmed();
    if (const AddressFlaw flaw = takeAddresses(draft, access); flaw != AddressFlaw::None) {
        Q_EMIT refused(tenant, flaw);
        return;
    }
    m_office.storeLane.ask(
        this,
        [&office = m_office, tenant, access]() -> Result<Wish> {
            const auto entry = entryOf(office.directory, tenant);
            if (!entry)
                return domain::failure(entry.error());
            Wish wish{*entry, access};
            wish.access.zone = entry->zone;
            const CalendarConnection kept = CalendarKeeper::accessOf(office.directory, office.keys, *entry);
            const auto credentials =
                completed({access.user, access.secret}, {kept.access.user, kept.access.secret},
                          sameServer(kept.access.released, access.released), kept.unreadable);
            if (!credentials)
                return domain::failure(credentials.error());
            wish.access.secret = credentials->secret;
            return wish;
        },
        [this, tenant, goOn = std::move(goOn)](const Result<Wish>& wish) {
            if (wish)
                goOn(*wish);
            else
                Q_EMIT failed(tenant, wish.error());
        });
}

void CalendarSetup::test(const TenantId& tenant, const CalendarDraft& draft)
{
    prepare(tenant, draft, [this](const Wish& wish) {
        m_calendars.test(wish.access, this,
                         [this, tenant = wish.tenant.id](const CalendarReport& report) { Q_EMIT tested(tenant, report); });
    });
}

void CalendarSetup::connectCalendar(const TenantId& tenant, const CalendarDraft& draft)
{
    prepare(tenant, draft, [this](const Wish& wish) {
        m_calendars.test(wish.access, this, [this, wish](const CalendarReport& report) {
            if (report.reachable && report.writable)
                keep(wish, report);
            else
                Q_EMIT tested(wish.tenant.id, report);
        });
    });
}

void CalendarSetup::keep(const Wish& wish, const CalendarReport& report)
{
    m_office.storeLane.ask(
        this,
        [&office = m_office, wish] {
            return CalendarKeeper::keepAccess(office.directory, office.keys, wish.tenant.id, wish.access);
        },
        [this, wish, report](const Outcome& kept) {
            if (!kept) {
                Q_EMIT failed(wish.tenant.id, kept.error());
                return;
            }
            m_keeper.reopen(wish.tenant);
            Q_EMIT connected(wish.tenant.id, report);
            load();
        });
}

void CalendarSetup::disconnectCalendar(const TenantId& tenant)
{
    if (!allowed(tenant))
        return;
    m_office.storeLane.ask(
        this,
        [&office = m_office, tenant]() -> Result<TenantEntry> {
            if (auto forgotten = CalendarKeeper::forgetAccess(office.directory, office.keys, tenant); !forgotten)
                return domain::failure(forgotten.error());
            return entryOf(office.directory, tenant);
        },
        [this, tenant](const Result<TenantEntry>& entry) {
            if (!entry) {
                Q_EMIT failed(tenant, entry.error());
                return;
            }
            m_keeper.reopen(*entry);
            Q_EMIT disconnected(tenant);
            load();
        });
}

} // namespace vorzimmer::desk
