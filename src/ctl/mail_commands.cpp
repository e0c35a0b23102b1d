#include "command.h"

#include "vorzimmer/desk/mail_account.h"
#include "vorzimmer/domain/mail_address.h"
#include "vorzimmer/exchange/tenant_filing.h"

namespace vorzimmer::ctl {

using desk::MailAccount;
using desk::MailAccountFlaw;
using desk::NoteMail;
using domain::NoteDelivery;
using ports::MailAccess;
using ports::MailSecurity;

namespace {

constexpr quint16 startTlsPort = 587;
constexpr quint16 tlsPort = 465;
constexpr quint16 plainPort = 25;

/// Whose account it is; a null id for the bureau's, which serves all who have none.
struct House {
    domain::TenantId id;
    QString name;
};

domain::Result<House> houseOf(const Call& call, Premises& premises)
{
    const QString key = call.options.value(QStringLiteral("tenant"));
    if (key.isEmpty())
        return House{{}, QStringLiteral("the bureau")};
    const auto tenant = exchange::findTenant(premises.directory(), key);
    if (!tenant)
        return domain::failure(tenant.error());
    return House{tenant->id, tenant->name};
}

/// Takes "HOST[:PORT]" and the word for the encryption; says what is wrong, nothing when all is right.
QString takeServer(const Call& call, MailAccess& access)
{
    const QString word = call.options.value(QStringLiteral("security"));
    if (word == QStringLiteral("starttls"))
        access.security = MailSecurity::StartTls;
    else if (word == QStringLiteral("tls"))
        access.security = MailSecurity::Tls;
    else if (word == QStringLiteral("none"))
        access.security = MailSecurity::None;
    else
        return QStringLiteral("the kinds of encryption are starttls, tls and none");
    const QString server = call.arguments[1];
    access.host = server.section(QLatin1Char(':'), 0, 0).toLower();
    access.port = access.security == MailSecurity::Tls ? tlsPort : access.security == MailSecurity::None ? plainPort : startTlsPort;
    if (server.contains(QLatin1Char(':')))
        access.port = server.section(QLatin1Char(':'), 1).toUShort();
    return {};
}

QString objectionTo(MailAccountFlaw flaw)
{
    switch (flaw) {
    case MailAccountFlaw::None: return {};
    case MailAccountFlaw::BadSender: return QStringLiteral("the sender's address cannot be used");
    case MailAccountFlaw::BadHost: return QStringLiteral("this is no name of a server");
    case MailAccountFlaw::BadPort: return QStringLiteral("the port is a number from 1 to 65535");
    case MailAccountFlaw::NotEncrypted: return QStringLiteral("over the network e-mail leaves encrypted only");
    case MailAccountFlaw::BadHouseAddress: return QStringLiteral("the address for messages to the house cannot be used");
    }
    return {};
}

} // namespace

Ending connectMail(const Call& call)
{
    MailAccess access;
    access.sender = domain::mailAddress(call.arguments[0]);
    access.senderName = domain::headerText(call.options.value(QStringLiteral("name")));
    access.user = call.options.value(QStringLiteral("user")).trimmed();
    QString objection = takeServer(call, access);
    if (objection.isEmpty())
        objection = objectionTo(desk::flawOf(access));
    if (!objection.isEmpty())
        return misuse(QStringLiteral("connect-mail: ") + objection);
    const QString kept = QStringLiteral("The account is as it was.");
    Premises premises = call.premises();
    const auto house = houseOf(call, premises);
    if (!house)
        return fail(QStringLiteral("the account was not kept"), house.error(), kept);
    if (!access.user.isEmpty()) {
        const auto secret = readSecret(QStringLiteral("The password for %1 at %2: ").arg(access.user, access.host));
        if (!secret || secret->trimmed().isEmpty()) {
            complain(QStringLiteral("no password was given. ") + kept);
            return Ending::Failed;
        }
        access.secret = secret->trimmed();
    }
    if (const auto saved = MailAccount::keep(premises.directory(), premises.keys(), house->id, access); !saved)
        return fail(QStringLiteral("the account was not kept"), saved.error(), QStringLiteral("Enter it once more before it is used."));
    say(QStringLiteral("E-mail of %1 leaves by %2. Consoles that are open take it at their next sign-in.").arg(house->name, access.host));
    return Ending::Done;
}

Ending disconnectMail(const Call& call)
{
    Premises premises = call.premises();
    const auto house = houseOf(call, premises);
    if (!house)
        return fail(QStringLiteral("the account was not removed"), house.error(), QStringLiteral("It is as it was."));
    if (const auto gone = MailAccount::forget(premises.directory(), premises.keys(), house->id); !gone)
        return fail(QStringLiteral("the account was not removed"), gone.error(), QStringLiteral("Try it once more."));
    say(QStringLiteral("The account of %1 is removed. What waits to be sent goes on waiting.").arg(house->name));
    return Ending::Done;
}

Ending setNoteMail(const Call& call)
{
    NoteMail wanted;
    const QString word = call.arguments[1];
    if (word == QStringLiteral("at-once")) {
        wanted.delivery = NoteDelivery::AtOnce;
    } else if (word != QStringLiteral("none")) {
        wanted.delivery = NoteDelivery::DailyDigest;
        wanted.digestAt = QTime::fromString(word, QStringLiteral("H:mm"));
        if (!wanted.digestAt.isValid())
            return misuse(QStringLiteral("note-mail: say none, at-once, or the time of the daily e-mail like 18:00"));
    }
    const QString house = call.options.value(QStringLiteral("house"));
    wanted.houseAddress = domain::mailAddress(house);
    if (wanted.houseAddress.isEmpty() && !house.isEmpty())
        return misuse(QStringLiteral("note-mail: ") + objectionTo(MailAccountFlaw::BadHouseAddress));
    Premises premises = call.premises();
    const auto tenant = exchange::findTenant(premises.directory(), call.arguments[0]);
    if (!tenant)
        return fail(QStringLiteral("nothing was changed"), tenant.error(), {});
    if (const auto saved = MailAccount::keepNoteMail(premises.directory(), tenant->id, wanted); !saved)
        return fail(QStringLiteral("nothing was changed"), saved.error(), QStringLiteral("Try it once more."));
    say(QStringLiteral("Kept for %1. Consoles that are open take it at their next sign-in.").arg(tenant->name));
    return Ending::Done;
}

} // namespace vorzimmer::ctl
