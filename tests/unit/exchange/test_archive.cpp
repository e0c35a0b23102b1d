#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/json_files.h"

#include <QDir>
#include <QFile>

namespace vorzimmer::test {

exchange::Taken<exchange::Tally> TestArchive::file(const QString& json)
{
    const auto content = exchange::readJson(json);
    if (!content)
        return tl::unexpected(content.error());
    return exchange::fileTenant(archive(), std::get<exchange::TenantFile>(*content));
}

QByteArray TestArchive::exported(const domain::TenantId& tenant)
{
    const auto taken = exchange::takeTenant(archive(), tenant);
    REQUIRE(taken.has_value());
    return exchange::writeJson(*taken);
}

std::shared_ptr<ports::Cabinet> TestArchive::cabinet(const domain::TenantId& tenant)
{
    const auto opened = room->open(tenant);
    REQUIRE(opened.has_value());
    return *opened;
}

QStringList TestArchive::cabinetFiles() const
{
    return QDir(folder.filePath(u"tenants"_qs)).entryList(QDir::Files);
}

QString tenantJson(const QString& more)
{
    return QStringLiteral(R"({"format": "vorzimmer/tenant", "version": 1, "key": "praxis", "name": "Praxis", "language": "de",
        "region": "DE", "timeZone": "Europe/Berlin")") +
           (more.isEmpty() ? QString() : QStringLiteral(",\n") + more) + u'}';
}

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(VZ_SAMPLES) + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace vorzimmer::test
