#include "command.h"

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/exchange/tenant_filing.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace vorzimmer::ctl {

using ports::BoardAccess;
using ports::BoardKind;

namespace {

/// Takes the address of a list. Answers why it must not be reached there; nothing when it may.
QString takeAddress(const QString& written, BoardAccess& access)
{
    const QUrl url(written);
    const bool onThisComputer = url.host() == u"localhost" || url.host() == u"127.0.0.1" || url.host() == u"::1";
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return QStringLiteral("this is no web address; it begins with https://");
    if (url.scheme() == u"http" && !onThisComputer)
        return QStringLiteral("over the network a list is reached by https:// only");
    if (!url.userInfo().isEmpty())
        return QStringLiteral("the address must not hold credentials; what is secret is asked for");
    access.url = url;
    return {};
}

/// Takes what names a Trello board: its address, of which only the short link is kept, that link, or the board's id.
QString takeBoard(const QString& written, BoardAccess& access)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:https://(?:www\\.)?trello\\.com/b/)?([0-9A-Za-z]{6,32})(?:[/?#].*)?$"));
    const QString board = form.match(written).captured(1);
    if (board.isEmpty())
        return QStringLiteral("this is no Trello board; its address begins with https://trello.com/b/");
    access.list = board;
    return {};
}

/// What keeps lists, and what opens them.
struct Keeper {
    const char* name;
    BoardKind kind;
    const char* account; ///< what --user says; null = there are no accounts
    bool needsAccount;   ///< without one it is open to all
    const char* secret;  ///< what is asked for
    QString (*take)(const QString& written, BoardAccess& access);

    [[nodiscard]] bool asksSecret(const BoardAccess& access) const
    {
        return !account || needsAccount || !access.user.isEmpty();
    }
};

constexpr Keeper keepers[] = {
    {"topic-server", BoardKind::TopicServer, nullptr, false, "token", takeAddress},
    {"caldav", BoardKind::CalDav, "the account", false, "password", takeAddress},
    {"trello", BoardKind::Trello, "the API key", true, "token", takeBoard},
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
    return keeper.take(call.arguments[1].trimmed(), access);
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
