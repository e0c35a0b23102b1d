#include "bureau/tenant_table.h"

#include <unordered_map>

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::PhoneNumber;
using domain::Result;
using domain::TenantEntry;
using domain::TenantId;

namespace {

#define TENANT_COLUMNS "t.id, t.name, t.answer_as, t.accent, t.language, t.region, t.zone"

constexpr const char* selectAll = "SELECT " TENANT_COLUMNS " FROM tenant t ORDER BY t.name, t.id";
constexpr const char* selectWithNumber =
    "SELECT " TENANT_COLUMNS " FROM tenant_number n JOIN tenant t ON t.id = n.tenant WHERE n.number = ?";

TenantEntry readTenant(Row& row)
{
    TenantEntry tenant;
    tenant.id = row.id<TenantId>();
    tenant.name = row.text();
    tenant.answerAs = row.text();
    tenant.accent = row.text();
    tenant.language = row.text();
    tenant.region = row.text();
    tenant.zone = QTimeZone(row.text().toUtf8());
    return tenant;
}

constexpr const char* replaceTenant =
    "INSERT INTO tenant (id, name, answer_as, accent, language, region, zone) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, answer_as = excluded.answer_as, accent = excluded.accent, "
    "language = excluded.language, region = excluded.region, zone = excluded.zone";

constexpr const char* selectNumbersOf = "SELECT number FROM tenant_number WHERE tenant = ? ORDER BY position";
constexpr const char* selectAllNumbers = "SELECT tenant, number FROM tenant_number ORDER BY tenant, position";
constexpr const char* selectOwner = "SELECT tenant FROM tenant_number WHERE number = ?";
constexpr const char* deleteNumbersOf = "DELETE FROM tenant_number WHERE tenant = ?";
/// A number that stands twice in one tenant's list is that tenant's all the same.
constexpr const char* insertNumber =
    "INSERT INTO tenant_number (number, tenant, position) VALUES (?, ?, ?) ON CONFLICT (number) DO NOTHING";

constexpr const char* selectServed = "SELECT tenant FROM assignment WHERE user = ? ORDER BY tenant";
constexpr const char* insertAssignment =
    "INSERT INTO assignment (user, tenant) VALUES (?, ?) ON CONFLICT (user, tenant) DO NOTHING";
constexpr const char* selectWalls = "SELECT competitor FROM wall WHERE tenant = ? ORDER BY competitor";
constexpr const char* insertWall =
    "INSERT INTO wall (tenant, competitor) VALUES (?, ?) ON CONFLICT (tenant, competitor) DO NOTHING";

TenantId readId(Row& row)
{
    return row.id<TenantId>();
}

} // namespace

Result<std::vector<TenantEntry>> TenantTable::tenants()
{
    auto tenants = m_database.query(selectAll).all(&readTenant);
    if (!tenants)
        return tenants;
    const auto numbers = m_database.query(selectAllNumbers).all([](Row& row) {
        return std::pair{readId(row), row.phoneNumber()};
    });
    if (!numbers)
        return domain::failure(numbers.error());
    std::unordered_map<TenantId, std::vector<PhoneNumber>, decltype([](const TenantId& id) { return qHash(id); })> byTenant;
    for (const auto& [tenant, number] : *numbers)
        byTenant[tenant].push_back(number);
    for (TenantEntry& tenant : *tenants)
        tenant.numbers = std::move(byTenant[tenant.id]);
    return tenants;
}

Result<std::optional<TenantEntry>> TenantTable::withNumber(const PhoneNumber& number)
{
    auto tenant = m_database.query(selectWithNumber).first(&readTenant, number);
    if (!tenant || !*tenant)
        return tenant;
    auto numbers = numbersOf((*tenant)->id);
    if (!numbers)
        return domain::failure(numbers.error());
    (*tenant)->numbers = std::move(*numbers);
    return tenant;
}

Result<std::vector<PhoneNumber>> TenantTable::numbersOf(const TenantId& tenant)
{
    return m_database.query(selectNumbersOf).all([](Row& row) { return row.phoneNumber(); }, tenant);
}

Outcome TenantTable::save(const TenantEntry& tenant)
{
    if (auto saved = m_database.query(replaceTenant)
                         .run(tenant.id, tenant.name, tenant.answerAs, tenant.accent, tenant.language, tenant.region,
                              QString::fromUtf8(tenant.zone.id()));
        !saved)
        return saved;
    if (auto deleted = m_database.query(deleteNumbersOf).run(tenant.id); !deleted)
        return deleted;
    int position = 0;
    for (const PhoneNumber& number : tenant.numbers) {
        const auto owner = m_database.query(selectOwner).first(&readId, number);
        if (!owner)
            return domain::failure(owner.error());
        if (*owner && *owner != tenant.id)
            return domain::failure(Fault::Conflict, QStringLiteral("a dialled number already means another tenant"),
                                   (*owner)->text());
        if (auto inserted = m_database.query(insertNumber).run(number, tenant.id, position++); !inserted)
            return inserted;
    }
    return {};
}

Result<std::vector<TenantId>> TenantTable::servedBy(const domain::UserId& user)
{
    return m_database.query(selectServed).all(&readId, user);
}

Outcome TenantTable::assign(const domain::UserId& user, const TenantId& tenant)
{
    return m_database.query(insertAssignment).run(user, tenant);
}

Result<std::vector<TenantId>> TenantTable::walledFrom(const TenantId& tenant)
{
    return m_database.query(selectWalls).all(&readId, tenant);
}

Outcome TenantTable::buildWall(const TenantId& one, const TenantId& other)
{
    if (one == other)
        return domain::failure(Fault::Invalid, QStringLiteral("nobody competes with itself"), one.text());
    if (auto built = m_database.query(insertWall).run(one, other); !built)
        return built;
    return m_database.query(insertWall).run(other, one);
}

} // namespace vorzimmer::store
