#include "vorzimmer/desk/mail_account.h"

#include "credentials.h"

#include "vorzimmer/domain/mail_address.h"

#include <QRegularExpression>
#include <QUrl>

namespace vorzimmer::desk {

using domain::NoteDelivery;
using domain::Outcome;
using domain::TenantId;
using ports::MailAccess;
using ports::MailSecurity;

namespace {

constexpr const char* securityWords[] = {"starttls", "tls", "plain"}; // by MailSecurity
const QString timeFormat = QStringLiteral("HH:mm");

/// The bureau's own have nothing after the name.
QString named(const char* what, const TenantId& tenant)
{
    const QString name = QLatin1String(what);
    return tenant.isNull() ? name : name + QLatin1Char('/') + tenant.text();
}

QString serverSetting(const TenantId& tenant) { return named("mail-server", tenant); }
QString senderSetting(const TenantId& tenant) { return named("mail-sender", tenant); }
QString senderNameSetting(const TenantId& tenant) { return named("mail-sender-name", tenant); }
QString notesSetting(const TenantId& tenant) { return named("mail-notes", tenant); }
QString houseSetting(const TenantId& tenant) { return named("mail-house", tenant); }
QString secretName(const TenantId& tenant) { return named("mail", tenant); }

/// "starttls://mail.example.org:587"
QString serverText(const MailAccess& access)
{
    QUrl url;
    url.setScheme(QLatin1String(securityWords[static_cast<int>(access.security)]));
    url.setHost(access.host);
    url.setPort(access.port);
    return url.toString(QUrl::FullyEncoded);
}

void takeServer(const QString& text, MailAccess& access)
{
    const QUrl url(text);
    for (int i = 0; i < 3; ++i) {
        if (url.scheme() == QLatin1String(securityWords[i]))
            access.security = static_cast<MailSecurity>(i);
    }
    access.host = url.host();
    access.port = static_cast<quint16>(url.port(access.port));
}

bool isThisMachine(const QString& host)
{
    static const QRegularExpression loop(QStringLiteral("^127(\\.\\d{1,3}){3}$")); // and no name that begins like it
    return host == QStringLiteral("localhost") || host == QStringLiteral("::1") || loop.match(host).hasMatch();
}

} // namespace

KeptMailAccess MailAccount::own(ports::Directory& directory, const ports::KeyRing& keys, const TenantId& tenant)
{
    KeptMailAccess kept;
    MailAccess& access = kept.access;
    const auto setting = [&](const QString& name) { return directory.setting(name).value_or(QString()); };
    takeServer(setting(serverSetting(tenant)), access);
    access.sender = setting(senderSetting(tenant));
    access.senderName = setting(senderNameSetting(tenant));
    if (!access.isSet())
        return kept;
    const auto credentials = readCredentials(keys, secretName(tenant));
    if (!credentials) {
        kept.unreadable = credentials.error();
        return kept;
    }
    access.user = credentials->user;
    access.secret = credentials->secret;
    return kept;
}

KeptMailAccess MailAccount::of(ports::Directory& directory, const ports::KeyRing& keys, const domain::TenantEntry& tenant)
{
    KeptMailAccess kept = own(directory, keys, tenant.id);
    if (!kept.access.isSet()) {
        kept = own(directory, keys, {});
        kept.access.senderName.clear();
    }
    if (kept.access.senderName.isEmpty())
        kept.access.senderName = tenant.answerAs.isEmpty() ? tenant.name : tenant.answerAs;
    return kept;
}

Outcome MailAccount::keep(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant, const MailAccess& access)
{
    const Credentials credentials{access.user, access.user.isEmpty() ? QByteArray() : access.secret};
    if (auto kept = keepCredentials(keys, secretName(tenant), credentials); !kept)
        return kept;
    return directory.atomically([&]() -> Outcome {
        if (auto saved = directory.setSetting(senderSetting(tenant), access.sender); !saved)
            return saved;
        if (auto saved = directory.setSetting(senderNameSetting(tenant), access.senderName); !saved)
            return saved;
        return directory.setSetting(serverSetting(tenant), serverText(access));
    });
}

Outcome MailAccount::forget(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant)
{
    // First that nothing uses them any more: credentials that are gone would show as a fault at every desk.
    if (auto saved = directory.setSetting(serverSetting(tenant), {}); !saved)
        return saved;
    return forgetCredentials(keys, secretName(tenant));
}

NoteMail MailAccount::noteMail(ports::Directory& directory, const TenantId& tenant)
{
    NoteMail wanted;
    const QString notes = directory.setting(notesSetting(tenant)).value_or(QString());
    wanted.houseAddress = directory.setting(houseSetting(tenant)).value_or(QString());
    if (notes == QStringLiteral("at-once")) {
        wanted.delivery = NoteDelivery::AtOnce;
    } else if (const QTime at = QTime::fromString(notes, timeFormat); at.isValid()) {
        wanted.delivery = NoteDelivery::DailyDigest;
        wanted.digestAt = at;
    }
    return wanted;
}

Outcome MailAccount::keepNoteMail(ports::Directory& directory, const TenantId& tenant, const NoteMail& wanted)
{
    QString notes;
    if (wanted.delivery == NoteDelivery::AtOnce)
        notes = QStringLiteral("at-once");
    else if (wanted.delivery == NoteDelivery::DailyDigest)
        notes = wanted.digestAt.toString(timeFormat);
    return directory.atomically([&]() -> Outcome {
        if (auto saved = directory.setSetting(houseSetting(tenant), wanted.houseAddress); !saved)
            return saved;
        return directory.setSetting(notesSetting(tenant), notes);
    });
}

MailAccountFlaw flawOf(const MailAccess& access)
{
    if (access.sender.isEmpty() || domain::mailAddress(access.sender) != access.sender)
        return MailAccountFlaw::BadSender;
    QUrl url;
    url.setHost(access.host, QUrl::StrictMode);
    if (access.host.isEmpty() || url.host().isEmpty())
        return MailAccountFlaw::BadHost;
    if (access.port == 0)
        return MailAccountFlaw::BadPort;
    const bool open = access.security == MailSecurity::None && !isThisMachine(access.host);
    return open ? MailAccountFlaw::NotEncrypted : MailAccountFlaw::None;
}

} // namespace vorzimmer::desk
