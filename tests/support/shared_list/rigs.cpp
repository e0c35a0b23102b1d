#include "rigs.h"

#include "caldav_rig.h"
#include "topic_server_rig.h"

#include <QStandardPaths>

namespace vorzimmer::testing {

QStringList rigNames()
{
    return {QStringLiteral("topics"), QStringLiteral("radicale"), QStringLiteral("xandikos")};
}

QString missingFor(const QString& name)
{
    if (!rigNames().contains(name))
        return QStringLiteral("a provider of that name");
    if (name == QLatin1String("topics") || !QStandardPaths::findExecutable(name).isEmpty())
        return {};
    return name;
}

std::unique_ptr<ProviderRig> makeRig(const QString& name)
{
    if (name == QLatin1String("topics"))
        return std::make_unique<TopicServerRig>();
    if (name == QLatin1String("radicale"))
        return std::make_unique<CalDavRig>(DavKind::Radicale);
    if (name == QLatin1String("xandikos"))
        return std::make_unique<CalDavRig>(DavKind::Xandikos);
    return nullptr;
}

} // namespace vorzimmer::testing
