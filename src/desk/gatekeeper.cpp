#include "vorzimmer/desk/gatekeeper.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Fault;
using domain::Result;
using domain::Role;

namespace {

bool contains(const std::vector<domain::TenantId>& tenants, const domain::TenantId& tenant)
{
    return std::find(tenants.begin(), tenants.end(), tenant) != tenants.end();
}

QString occasionText(const Occasion& occasion)
{
    switch (occasion.kind()) {
    case Occasion::Kind::Call: return QStringLiteral("call ") + occasion.callId().text();
    case Occasion::Kind::UnfinishedNote: return QStringLiteral("unfinished note of call ") + occasion.callId().text();
    case Occasion::Kind::Visit: return occasion.reason();
    case Occasion::Kind::Review: return QStringLiteral("client's review");
    case Occasion::Kind::Sync: return QStringLiteral("shared list");
    }
    return {};
}

/// On the store lane: empty when @p user may serve @p tenant, else why not.
Result<QString> objectionOnFile(ports::Directory& directory, const domain::User& user, const domain::TenantId& tenant)
{
    if (user.role != Role::Secretary)
        return QString();
    const auto assigned = directory.assignments(user.id);
    if (!assigned)
        return domain::failure(assigned.error());
    if (!contains(*assigned, tenant))
        return QStringLiteral("not assigned");
    const auto walled = directory.walledFrom(tenant);
    if (!walled)
        return domain::failure(walled.error());
    const bool servesCompetitor =
        std::any_of(walled->begin(), walled->end(), [&](const domain::TenantId& other) { return contains(*assigned, other); });
    return servesCompetitor ? QStringLiteral("wall to a competitor") : QString();
}

} // namespace

Gatekeeper::Gatekeeper(Office& office, ports::CabinetRoom& room, domain::User user)
    : m_office(office), m_room(room), m_user(std::move(user))
{
}

QString Gatekeeper::objection(const domain::TenantId& tenant, const Occasion& occasion) const
{
    if (m_user.role == Role::Client) {
        const bool own = m_user.tenant == tenant;
        const bool reading = occasion.kind() == Occasion::Kind::Review || occasion.kind() == Occasion::Kind::Sync;
        return own && reading ? QString() : QStringLiteral("clients see their own notes only");
    }
    switch (occasion.kind()) {
    case Occasion::Kind::Call:
        return m_calls.contains(occasion.callId()) && m_calls.value(occasion.callId()) == tenant
                   ? QString()
                   : QStringLiteral("no such call at this seat");
    case Occasion::Kind::Visit:
        if (m_user.role != Role::Supervisor)
            return QStringLiteral("only supervisors visit without a call");
        return occasion.reason().isEmpty() ? QStringLiteral("no reason given") : QString();
    case Occasion::Kind::Review: return QStringLiteral("only clients review");
    case Occasion::Kind::UnfinishedNote:
    case Occasion::Kind::Sync: return {};
    }
    return {};
}

void Gatekeeper::open(const domain::TenantId& tenant, const Occasion& occasion, QObject* receiver, Answer answer)
{
    const QString roleObjection = objection(tenant, occasion);
    auto job = [&office = m_office, &room = m_room, user = m_user, tenant, occasion, roleObjection]() -> Result<CabinetHandle> {
        QString refusal = roleObjection;
        if (refusal.isEmpty()) {
            const auto filed = objectionOnFile(office.directory, user, tenant);
            if (!filed)
                return domain::failure(filed.error());
            refusal = *filed;
        }
        const bool granted = refusal.isEmpty();
        ports::AuditRow row{office.clock.nowUtc(), user.id, tenant,
                            granted ? QStringLiteral("cabinet-opened") : QStringLiteral("cabinet-refused"), occasionText(occasion)};
        if (!granted)
            row.reason += QStringLiteral(": ") + refusal;
        // No trace, no entry: a cabinet is never opened unrecorded.
        if (const auto written = office.directory.audit(row); !written)
            return domain::failure(written.error());
        if (!granted)
            return domain::failure(Fault::Refused, refusal);
        auto cabinet = room.open(tenant);
        if (!cabinet)
            return domain::failure(cabinet.error());
        return CabinetHandle(tenant, std::move(*cabinet), office.storeLane);
    };
    m_office.storeLane.ask(receiver, std::move(job), std::move(answer));
}

} // namespace vorzimmer::desk
