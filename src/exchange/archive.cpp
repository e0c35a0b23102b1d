#include "vorzimmer/exchange/archive.h"

#include "identity.h"

namespace vorzimmer::exchange {

namespace {

/// An unset setting is an empty one here.
domain::Result<QString> settingOrEmpty(ports::Directory& directory, const QString& name)
{
    auto value = directory.setting(name);
    if (!value && value.error().fault == domain::Fault::NotFound)
        return QString();
    return value;
}

} // namespace

QString tenantKeySetting(const domain::TenantId& tenant)
{
    return QStringLiteral("tenant-key/") + tenant.text();
}

domain::Result<domain::TenantEntry> findTenant(ports::Directory& directory, const QString& name)
{
    const auto tenants = directory.tenants();
    if (!tenants)
        return domain::failure(tenants.error());
    const domain::TenantId id = domain::TenantId::parse(name);
    for (const domain::TenantEntry& tenant : *tenants) {
        if (!id.isNull() && tenant.id == id)
            return tenant;
        const auto key = settingOrEmpty(directory, tenantKeySetting(tenant.id));
        if (!key)
            return domain::failure(key.error());
        if (*key == name)
            return tenant;
    }
    return domain::failure(domain::Fault::NotFound, QStringLiteral("no tenant has this key or UUID"), name);
}

domain::Result<QString> keyOf(ports::Directory& directory, const domain::TenantId& tenant)
{
    auto key = settingOrEmpty(directory, tenantKeySetting(tenant));
    if (!key)
        return domain::failure(key.error());
    return key->isEmpty() ? tenant.text() : *key;
}

} // namespace vorzimmer::exchange
