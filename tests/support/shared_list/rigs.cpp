#include "rigs.h"

#include "caldav_rig.h"
#include "topic_server_rig.h"
#include "trello_rig.h"

#include <QStandardPaths>

namespace vorzimmer::testing {

QStringList rigNames()
{
    return {QStringLiteral("topics"), QStringLiteral("radicale"), QStringLiteral("xandikos"), QStringLiteral("trello")};
}

QString missingFor(const QString& name)
{
    if (!rigNames().contains(name))
        return QStringLiteral("a provider of that name");
    const bool ours = name == QLatin1String("topics") || name == QLatin1String("trello");
    if (ours || !QStandardPaths::findExecutable(name).isEmpty())
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
    if (name == QLatin1String("trello"))
        return std::make_unique<TrelloRig>();
    return nullptr;
}

} // namespace vorzimmer::testing
