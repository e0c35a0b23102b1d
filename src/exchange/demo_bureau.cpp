#include "vorzimmer/exchange/demo_bureau.h"

#include "vorzimmer/exchange/json_files.h"
#include "vorzimmer/exchange/tenant_filing.h"
#include "vorzimmer/exchange/text_decoding.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>

namespace vorzimmer::exchange {

using domain::failure;
using domain::Outcome;
using domain::Result;

namespace {

const QString& demoFolder()
{
    static const QString folder = QStringLiteral(":/demo/");
    return folder;
}

/// A refusal as an error that names the file: the demo is the program's own, so any flaw in it is ours.
tl::unexpected<domain::Error> ownFault(const Refusal& refusal, const QString& name)
{
    if (refusal.flaws.empty())
        return failure(refusal.fault);
    return failure(domain::Fault::Internal, toText(refusal.flaws.front()), name);
}

template <class Kind>
Result<Kind> readDemoFile(const QString& name)
{
    QFile file(demoFolder() + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(domain::Fault::Internal, QStringLiteral("the demo was not built into this program"), name);
    const auto text = decode(file.readAll());
    if (!text)
        return ownFault(text.error(), name);
    const auto json = readJson(*text);
    if (!json)
        return ownFault(json.error(), name);
    if (const Kind* content = std::get_if<Kind>(&*json))
        return *content;
    return failure(domain::Fault::Internal, QStringLiteral("another kind of file is expected here"), name);
}

QByteArray randomToken(ports::IdSource& ids)
{
    return (ids.next().toString(QUuid::Id128) + ids.next().toString(QUuid::Id128)).toLatin1();
}

Result<std::vector<domain::TenantId>> fileTenants(const Archive& archive)
{
    const QStringList names = QDir(demoFolder() + QStringLiteral("tenants")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return failure(domain::Fault::Internal, QStringLiteral("the demo was not built into this program"));
    std::vector<domain::TenantId> tenants;
    for (const QString& name : names) {
        const auto file = readDemoFile<TenantFile>(QStringLiteral("tenants/") + name);
        if (!file)
            return failure(file.error());
        const auto filed = fileTenant(archive, *file);
        if (!filed)
            return ownFault(filed.error(), name);
        tenants.push_back(filed->tenant);
    }
    return tenants;
}

} // namespace

QString demoPassword()
{
    return QStringLiteral("demo");
}

Result<QByteArray> makeDemoBureau(const Archive& archive, ports::IdSource& ids, ports::KeyRing& keys,
                                  const std::function<QString(const domain::TenantId&)>& tokenName)
{
    const QString bureauName = QStringLiteral("bureau.json");
    const auto bureau = readDemoFile<BureauFile>(bureauName);
    if (!bureau)
        return failure(bureau.error());
    const auto users = usersOf(archive.directory, *bureau);
    if (!users)
        return failure(users.error());
    Archive withUsers = archive;
    withUsers.expectedUsers = *users;
    const auto tenants = fileTenants(withUsers);
    if (!tenants)
        return failure(tenants.error());
    if (const auto filed = fileBureau(archive, *bureau, demoPassword()); !filed)
        return ownFault(filed.error(), bureauName);

    nlohmann::ordered_json tokens = nlohmann::ordered_json::array();
    for (const domain::TenantId& tenant : *tenants) {
        const QByteArray token = randomToken(ids);
        if (auto kept = keys.keep(tokenName(tenant), token); !kept)
            return failure(kept.error());
        tokens.push_back({{"tenant", tenant.text().toStdString()}, {"token", token.toStdString()}});
    }
    return QByteArray::fromStdString(tokens.dump(2)) + '\n';
}

} // namespace vorzimmer::exchange
