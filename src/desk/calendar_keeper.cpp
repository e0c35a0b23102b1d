#include "vorzimmer/desk/calendar_keeper.h"

#include "credentials.h"
#include "served_tenants.h"

#include "vorzimmer/ports/appointment_book.h"

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;
using domain::TenantEntry;
using domain::TenantId;
using ports::CalendarAccess;
using ports::CalendarState;
using ports::CalendarStatus;

namespace {

QString releasedSetting(const TenantId& tenant)
{
    return QStringLiteral("calendar-slots/") + tenant.text();
}

QString busySetting(const TenantId& tenant)
{
    return QStringLiteral("calendar-busy/") + tenant.text();
}

QString secretName(const TenantId& tenant)
{
    return QStringLiteral("calendar/") + tenant.text();
}

struct Kept {
    TenantEntry tenant;
    CalendarConnection connection;
};

} // namespace

Outcome CalendarKeeper::keepAccess(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant,
                                   const CalendarAccess& access)
{
    if (auto kept = keepCredentials(keys, secretName(tenant), {access.user, access.secret}); !kept)
        return kept;
    QStringList busy;
    for (const QUrl& url : access.busy)
        busy << url.toString(QUrl::FullyEncoded);
    return directory.atomically([&]() -> Outcome {
        if (auto saved = directory.setSetting(busySetting(tenant), busy.join(QLatin1Char('\n'))); !saved)
            return saved;
        return directory.setSetting(releasedSetting(tenant), access.released.toString(QUrl::FullyEncoded));
    });
}

CalendarConnection CalendarKeeper::accessOf(ports::Directory& directory, ports::KeyRing& keys, const TenantEntry& tenant)
{
    CalendarConnection connection;
    connection.tenant = tenant.id;
    connection.name = tenant.name;
    const QString released = directory.setting(releasedSetting(tenant.id)).value_or(QString());
    connection.connected = !released.isEmpty();
    connection.access.released = QUrl(released);
    connection.access.zone = tenant.zone;
    const QString busy = directory.setting(busySetting(tenant.id)).value_or(QString());
    for (const QString& one : busy.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        connection.access.busy.emplace_back(one);
    if (!connection.connected)
        return connection;
    const auto kept = readCredentials(keys, secretName(tenant.id));
    if (!kept) {
        connection.unreadable = kept.error();
        connection.problem = kept.error().detail;
        return connection;
    }
    connection.access.user = kept->user;
    connection.access.secret = kept->secret;
    connection.hasSecret = !kept->secret.isEmpty();
    if (!connection.access.user.isEmpty() && !connection.hasSecret)
        connection.problem = QStringLiteral("no password is kept for these calendars");
    return connection;
}

Outcome CalendarKeeper::forgetAccess(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant)
{
    // First that nothing opens them any more: credentials that are gone would show as a fault at every desk.
    if (auto saved = directory.setSetting(releasedSetting(tenant), {}); !saved)
        return saved;
    return forgetCredentials(keys, secretName(tenant));
}

CalendarKeeper::CalendarKeeper(Office& office, Gatekeeper& gatekeeper, ports::SlotCalendar& calendars, LossWording wording,
                               QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_calendars(calendars), m_wording(std::move(wording))
{
    connect(&calendars, &ports::SlotCalendar::statusChanged, this, [this](const CalendarStatus& status) {
        m_status.insert(status.tenant, status);
        Q_EMIT statusChanged(status.tenant);
    });
    connect(&calendars, &ports::SlotCalendar::appointmentsChanged, this, [this](const TenantId& tenant) {
        reportLosses(tenant);
        Q_EMIT appointmentsChanged(tenant);
    });
}

CalendarKeeper::~CalendarKeeper()
{
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it)
        m_calendars.close(it.key());
}

void CalendarKeeper::start()
{
    m_office.storeLane.ask(
        this,
        [&office = m_office, user = m_gatekeeper.user()]() -> Result<std::vector<Kept>> {
            const auto tenants = tenantsServed(office.directory, user);
            if (!tenants)
                return domain::failure(tenants.error());
            std::vector<Kept> all;
            for (const TenantEntry& tenant : *tenants)
                all.push_back({tenant, accessOf(office.directory, office.keys, tenant)});
            return all;
        },
        [this](const Result<std::vector<Kept>>& all) {
            for (const Kept& one : all ? *all : std::vector<Kept>())
                take(one.tenant, one.connection);
        });
}

void CalendarKeeper::reopen(const TenantEntry& tenant)
{
    m_office.storeLane.ask(
        this, [&office = m_office, tenant] { return accessOf(office.directory, office.keys, tenant); },
        [this, tenant](const CalendarConnection& connection) { take(tenant, connection); });
}

void CalendarKeeper::take(const TenantEntry& tenant, const CalendarConnection& connection)
{
    const bool wasOpen = m_open.remove(tenant.id) > 0;
    if (wasOpen)
        m_calendars.close(tenant.id);
    m_status.remove(tenant.id);
    if (connection.connected && !connection.problem.isEmpty())
        block(tenant.id, connection.problem);
    else if (connection.connected || wasOpen)
        open(tenant, connection.access);
    Q_EMIT statusChanged(tenant.id);
}

void CalendarKeeper::open(const TenantEntry& tenant, const CalendarAccess& access)
{
    m_gatekeeper.open(tenant.id, Occasion::sync(), this, [this, tenant, access](Result<CabinetHandle> cabinet) {
        if (!cabinet) {
            block(tenant.id, cabinet.error().detail);
            return;
        }
        const auto handle = std::make_shared<CabinetHandle>(std::move(*cabinet));
        if (access.released.isEmpty()) { // disconnected: what its calendars said counts no more
            handle->write(
                this,
                [now = m_office.clock.nowUtc()](ports::Cabinet& papers) {
                    return papers.calendarLedger().goOnWith({}, now);
                },
                [this, handle, id = tenant.id](const Outcome&) { Q_EMIT appointmentsChanged(id); });
            return;
        }
        m_open.insert(tenant.id, {handle, tenant.zone});
        m_calendars.open(tenant.id, access, handle->calendarLedger());
        reportLosses(tenant.id); // of an earlier session
    });
}

void CalendarKeeper::block(const TenantId& tenant, const QString& problem)
{
    CalendarStatus status;
    status.tenant = tenant;
    status.state = CalendarState::Blocked;
    status.problem = problem;
    m_status.insert(tenant, status);
    Q_EMIT statusChanged(tenant);
}

CalendarStatus CalendarKeeper::status(const TenantId& tenant) const
{
    CalendarStatus none;
    none.tenant = tenant;
    return m_status.value(tenant, none);
}

void CalendarKeeper::reportLosses(const TenantId& tenant)
{
    const auto open = m_open.constFind(tenant);
    if (open == m_open.cend())
        return;
    open->cabinet->read(
        this, [](ports::Cabinet& papers) { return papers.appointments().unreportedLosses(); },
        [this, tenant](const Result<std::vector<domain::Booking>>& losses) {
            if (losses && !losses->empty())
                makeTasks(tenant, *losses);
        });
}

void CalendarKeeper::makeTasks(const TenantId& tenant, const std::vector<domain::Booking>& losses)
{
    const Open open = m_open.value(tenant);
    if (!open.cabinet)
        return;
    std::vector<std::pair<domain::Topic, domain::OperationId>> tasks;
    for (const domain::Booking& loss : losses) {
        domain::Topic task = m_wording(loss, open.zone);
        task.id = domain::TopicId(loss.id.uuid()); // so that telling twice is once
        task.createdAt = m_office.clock.nowUtc();
        task.createdBy = loss.madeBy;
        task.origin = domain::TopicOrigin::Call;
        task.priority = domain::TopicPriority::High;
        tasks.emplace_back(std::move(task), m_office.ids.fresh<domain::OperationId>());
    }
    open.cabinet->write(
        this,
        [tasks, losses](ports::Cabinet& papers) {
            return papers.atomically([&]() -> Outcome {
                for (size_t i = 0; i < tasks.size(); ++i) {
                    if (auto added = papers.topicList().add(tasks[i].first, tasks[i].second); !added)
                        return added;
                    if (auto noted = papers.appointments().noteReported(losses[i].id); !noted)
                        return noted;
                }
                return {};
            });
        },
        [this, tenant](const Outcome& made) {
            if (made)
                Q_EMIT taskMade(tenant);
        });
}

} // namespace vorzimmer::desk
