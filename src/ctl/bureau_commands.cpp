#include "command.h"

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/exchange/tenant_filing.h"

#include <QFileInfo>

#include <algorithm>

namespace vorzimmer::ctl {

using domain::Fault;

namespace {

constexpr qsizetype shortestPassword = 8;

/// The settings that an administrator may change by name; the others are kept by the program itself.
const QStringList& openSettings()
{
    static const QStringList names = {QStringLiteral("region"), QStringLiteral("sip-listen"), QStringLiteral("sip-allow"),
                                      QStringLiteral("sip-authorities"), QStringLiteral("sip-peer"), QStringLiteral("sip-number"),
                                      desk::ListKeeper::urlSetting()};
    return names;
}

} // namespace

Ending initBureau(const Call& call)
{
    const QString file = call.folder + QStringLiteral("/bureau.db");
    if (QFileInfo::exists(file)) {
        say(QStringLiteral("There is a bureau in %1 already; nothing was changed.").arg(call.folder));
        return Ending::Done;
    }
    Premises premises(call.folder, store::Missing::Create);
    if (const auto made = premises.directory().setSetting(QStringLiteral("region"), call.options.value(QStringLiteral("region"))); !made)
        return fail(QStringLiteral("the bureau could not be made in %1").arg(call.folder), made.error());
    say(QStringLiteral("An empty bureau was made in %1. Next: import the tenants' files, then the bureau's, and set passwords.")
            .arg(call.folder));
    return Ending::Done;
}

Ending setPassword(const Call& call)
{
    const QString login = call.arguments.front();
    Premises premises = call.premises();
    const auto users = premises.directory().users();
    if (!users)
        return fail(QStringLiteral("the password was not set"), users.error());
    const auto user = std::find_if(users->begin(), users->end(),
                                   [&](const domain::User& one) { return one.login.compare(login, Qt::CaseInsensitive) == 0; });
    if (user == users->end()) {
        complain(QStringLiteral("nobody has the login %1; \"vorzimmer-ctl users\" lists everybody.").arg(login));
        return Ending::Failed;
    }
    const bool once = call.options.isSet(QStringLiteral("stdin"));
    const auto password = once ? readLine() : readSecret(QStringLiteral("New password for %1: ").arg(login));
    if (!password || password->size() < shortestPassword) {
        complain(QStringLiteral("a password has at least %1 characters. The old one still holds.").arg(shortestPassword));
        return Ending::Failed;
    }
    if (!once && readSecret(QStringLiteral("Once more: ")) != password) {
        complain(QStringLiteral("the two are not the same. The old password still holds."));
        return Ending::Failed;
    }
    if (const auto saved = premises.directory().saveUser(*user, QString::fromUtf8(*password)); !saved)
        return fail(QStringLiteral("the password was not set"), saved.error(), QStringLiteral("The old one still holds."));
    say(QStringLiteral("The password of %1 was set.").arg(user->login));
    return Ending::Done;
}

Ending changeSetting(const Call& call)
{
    const QString name = call.arguments.front();
    if (!openSettings().contains(name))
        return misuse(QStringLiteral("set: the settings are %1").arg(openSettings().join(QStringLiteral(", "))));
    Premises premises = call.premises();
    if (const auto saved = premises.directory().setSetting(name, call.arguments.value(1)); !saved)
        return fail(QStringLiteral("the setting was not changed"), saved.error());
    say(call.arguments.size() > 1 ? QStringLiteral("%1 was set.").arg(name) : QStringLiteral("%1 was emptied.").arg(name));
    return Ending::Done;
}

Ending listTenants(const Call& call)
{
    Premises premises = call.premises();
    const auto tenants = premises.directory().tenants();
    if (!tenants)
        return fail(QStringLiteral("the tenants cannot be listed"), tenants.error());
    for (const domain::TenantEntry& tenant : *tenants) {
        const auto key = exchange::keyOf(premises.directory(), tenant.id);
        if (!key)
            return fail(QStringLiteral("the tenants cannot be listed"), key.error());
        QStringList numbers;
        for (const domain::PhoneNumber& number : tenant.numbers)
            numbers << number.e164();
        say(QStringList{*key, tenant.id.text(), tenant.name, numbers.join(u' ')}.join(u'\t'));
    }
    return Ending::Done;
}

Ending listUsers(const Call& call)
{
    Premises premises = call.premises();
    const auto bureau = exchange::takeBureau(premises.directory());
    if (!bureau)
        return fail(QStringLiteral("the users cannot be listed"), bureau.error());
    for (const exchange::UserEntry& user : bureau->users) {
        const QStringList tenants(user.tenants.begin(), user.tenants.end());
        say(QStringList{user.login, exchange::wordFor(user.role), user.name, tenants.join(u' ')}.join(u'\t'));
    }
    return Ending::Done;
}

} // namespace vorzimmer::ctl
