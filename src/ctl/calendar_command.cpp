#include "command.h"

#include "vorzimmer/desk/calendar_keeper.h"
#include "vorzimmer/exchange/tenant_filing.h"
#include "vorzimmer/ports/list_address.h"

namespace vorzimmer::ctl {

namespace {

/// The web address that somebody @p wrote; nothing when it will not do.
std::optional<QUrl> addressIn(const QString& written)
{
    ports::BoardAccess access;
    access.kind = ports::BoardKind::CalDav;
    if (ports::takeListAddress(written, access) != ports::AddressFlaw::None)
        return std::nullopt;
    return access.url;
}

} // namespace

Ending connectCalendar(const Call& call)
{
    ports::CalendarAccess access;
    const QStringList busy = call.options.value(QStringLiteral("busy")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& written : QStringList{call.arguments[1]} + busy) {
        const auto url = addressIn(written);
        if (!url)
            return misuse(
                QStringLiteral(
                    "connect-calendar: \"%1\" is no address of a calendar; it begins with https:// and holds no password")
                    .arg(written));
        if (access.released.isEmpty())
            access.released = *url;
        else
            access.busy.push_back(*url);
    }
    access.user = call.options.value(QStringLiteral("user")).trimmed();
    const QString kept = QStringLiteral("The connection is as it was.");
    Premises premises = call.premises();
    const auto tenant = exchange::findTenant(premises.directory(), call.arguments[0]);
    if (!tenant)
        return fail(QStringLiteral("the calendar was not connected"), tenant.error(), kept);
    if (!access.user.isEmpty()) {
        const auto secret = readSecret(QStringLiteral("The password for the calendar of %1: ").arg(tenant->name));
        if (!secret || secret->trimmed().isEmpty()) {
            complain(QStringLiteral("no password was given. ") + kept);
            return Ending::Failed;
        }
        access.secret = secret->trimmed();
    }
    if (const auto saved = desk::CalendarKeeper::keepAccess(premises.directory(), premises.keys(), tenant->id, access);
        !saved)
        return fail(QStringLiteral("the connection was not kept"), saved.error(),
                    QStringLiteral("Connect it once more before it is used."));
    say(QStringLiteral("%1 is connected to its calendar. Consoles that are open take it at their next sign-in.")
            .arg(tenant->name));
    return Ending::Done;
}

} // namespace vorzimmer::ctl
