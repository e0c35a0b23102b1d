#include "command.h"

#include "vorzimmer/ports/list_address.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/exchange/tenant_filing.h"

#include <algorithm>

namespace vorzimmer::ctl {

using ports::BoardAccess;
using ports::BoardKind;

namespace {

QString objectionTo(ports::AddressFlaw flaw)
{
    switch (flaw) {
    case ports::AddressFlaw::None: return {};
    case ports::AddressFlaw::NoWebAddress: return QStringLiteral("this is no web address; it begins with https://");
    case ports::AddressFlaw::NotEncrypted: return QStringLiteral("over the network a list is reached by https:// only");
    case ports::AddressFlaw::HoldsCredentials:
        return QStringLiteral("the address must not hold credentials; what is secret is asked for");
    case ports::AddressFlaw::NoTrelloBoard:
        return QStringLiteral("this is no Trello board; its address begins with https://trello.com/b/");
    }
    return {};
}

/// What keeps lists, and what opens them.
struct Keeper {
    const char* name;
    BoardKind kind;
    const char* account; ///< what --user says; null = there are no accounts
    bool needsAccount;   ///< without one it is open to all
    const char* secret;  ///< what is asked for

    [[nodiscard]] bool asksSecret(const BoardAccess& access) const
    {
        return !account || needsAccount || !access.user.isEmpty();
    }
};

constexpr Keeper keepers[] = {
    {"topic-server", BoardKind::TopicServer, nullptr, false, "token"},
    {"caldav", BoardKind::CalDav, "the account", false, "password"},
    {"trello", BoardKind::Trello, "the API key", true, "token"},
};

const Keeper* keeperNamed(const QString& name)
{
    const auto* found = std::find_if(std::begin(keepers), std::end(keepers),
                                     [&](const Keeper& one) { return name == QLatin1String(one.name); });
    return found == std::end(keepers) ? nullptr : found;
}

QString allNames()
{
    QStringList names;
    for (const Keeper& one : keepers)
        names << QLatin1String(one.name);
    return names.join(QStringLiteral(", "));
}

/// Takes everything that the command line says about the list. Answers what is wrong with it; nothing when all is right.
QString takeAccess(const Call& call, const Keeper& keeper, BoardAccess& access)
{
    access.kind = keeper.kind;
    access.user = call.options.value(QStringLiteral("user")).trimmed();
    if (!keeper.account && !access.user.isEmpty())
        return QStringLiteral("a %1 has no accounts; leave --user out").arg(QLatin1String(keeper.name));
    if (keeper.needsAccount && access.user.isEmpty())
        return QStringLiteral("%1 is missing: --user").arg(QLatin1String(keeper.account));
    return objectionTo(ports::takeListAddress(call.arguments[1], access));
}

} // namespace

Ending connectList(const Call& call)
{
    const Keeper* keeper = keeperNamed(call.options.value(QStringLiteral("kind")));
    if (!keeper)
        return misuse(QStringLiteral("connect: the kinds of list are %1").arg(allNames()));
    BoardAccess access;
    if (const QString objection = takeAccess(call, *keeper, access); !objection.isEmpty())
        return misuse(QStringLiteral("connect: ") + objection);
    const QString kept = QStringLiteral("The connection is as it was.");
    Premises premises = call.premises();
    const auto tenant = exchange::findTenant(premises.directory(), call.arguments[0]);
    if (!tenant)
        return fail(QStringLiteral("the list was not connected"), tenant.error(), kept);
    if (keeper->asksSecret(access)) {
        const QString what = QLatin1String(keeper->secret);
        const auto secret = readSecret(QStringLiteral("The %1 for the list of %2: ").arg(what, tenant->name));
        if (!secret || secret->trimmed().isEmpty()) {
            complain(QStringLiteral("no %1 was given. %2").arg(what, kept));
            return Ending::Failed;
        }
        access.secret = secret->trimmed();
    }
    if (const auto saved = desk::ListKeeper::keepAccess(premises.directory(), premises.keys(), tenant->id, access); !saved)
        return fail(QStringLiteral("the connection was not kept"), saved.error(),
                    QStringLiteral("Connect it once more before it is used."));
    say(QStringLiteral("%1 is connected to its list. Consoles that are open take it at their next sign-in.")
            .arg(tenant->name));
    return Ending::Done;
}

} // namespace vorzimmer::ctl
