#include "vorzimmer/desk/mail_setup.h"

#include "credentials.h"

#include "vorzimmer/domain/mail_address.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TenantId;
using ports::MailAccess;

namespace {

MailConnection connectionOf(Office& office, const TenantId& tenant, const QString& name)
{
    MailConnection connection;
    connection.tenant = tenant;
    connection.name = name;
    const KeptMailAccess kept = MailAccount::own(office.directory, office.keys, tenant);
    connection.access = kept.access;
    connection.isLocked = kept.unreadable.has_value();
    connection.hasSecret = !connection.access.secret.isEmpty();
    connection.access.secret.clear();
    connection.notes = MailAccount::noteMail(office.directory, tenant);
    return connection;
}

Result<std::vector<MailConnection>> allConnections(Office& office)
{
    const auto tenants = office.directory.tenants();
    if (!tenants)
        return domain::failure(tenants.error());
    std::vector<MailConnection> all;
    for (const domain::TenantEntry& tenant : *tenants)
        all.push_back(connectionOf(office, tenant.id, tenant.name));
    std::sort(all.begin(), all.end(), [](const MailConnection& a, const MailConnection& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    const MailConnection bureau = connectionOf(office, {}, {});
    for (MailConnection& one : all)
        one.byBureau = !one.access.isSet() && bureau.access.isSet();
    all.insert(all.begin(), bureau);
    return all;
}

} // namespace

MailSetup::MailSetup(Office& office, Gatekeeper& gatekeeper, MailKeeper& keeper, ports::MailPost& post, QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_keeper(keeper), m_post(post)
{
}

bool MailSetup::allowed(const TenantId& tenant)
{
    if (m_gatekeeper.user().role == domain::Role::Supervisor)
        return true;
    Q_EMIT failed(tenant, {Fault::Refused, QStringLiteral("e-mail is set up by supervisors"), {}});
    return false;
}

void MailSetup::load()
{
    if (!allowed({}))
        return;
    m_office.storeLane.ask(
        this, [&office = m_office] { return allConnections(office); },
        [this](Result<std::vector<MailConnection>> all) {
            if (!all) {
                Q_EMIT failed({}, all.error());
                return;
            }
            m_connections = std::move(*all);
            Q_EMIT loaded();
        });
}

void MailSetup::prepare(const TenantId& tenant, MailAccess access, std::function<void(const MailAccess&)> goOn)
{
    if (!allowed(tenant))
        return;
    if (const QString sender = domain::mailAddress(access.sender); !sender.isEmpty())
        access.sender = sender;
    access.senderName = domain::headerText(access.senderName);
    access.host = access.host.trimmed().toLower();
    access.user = access.user.trimmed();
    if (const MailAccountFlaw flaw = flawOf(access); flaw != MailAccountFlaw::None) {
        Q_EMIT refused(tenant, flaw);
        return;
    }
    m_office.storeLane.ask(
        this,
        [&office = m_office, tenant, access]() -> Result<MailAccess> {
            const KeptMailAccess kept = MailAccount::own(office.directory, office.keys, tenant);
            const auto credentials =
                completed({access.user, access.secret}, {kept.access.user, kept.access.secret},
                          kept.access.host == access.host, kept.unreadable);
            if (!credentials)
                return domain::failure(credentials.error());
            MailAccess whole = access;
            whole.secret = credentials->secret;
            return whole;
        },
        [this, tenant, goOn = std::move(goOn)](const Result<MailAccess>& whole) {
            if (whole)
                goOn(*whole);
            else
                Q_EMIT failed(tenant, whole.error());
        });
}

void MailSetup::test(const TenantId& tenant, const MailAccess& access, const domain::Mail& trial)
{
    domain::Mail mail = trial;
    mail.id = m_office.ids.fresh<domain::MailId>();
    mail.reason = domain::MailReason::Trial;
    mail.writtenAt = m_office.clock.nowUtc();
    if (domain::flawOf(mail) != domain::MailFlaw::None) {
        Q_EMIT failed(tenant, {Fault::Invalid, QStringLiteral("nobody to send the trial to"), QStringLiteral("trial")});
        return;
    }
    prepare(tenant, access, [this, tenant, mail](const MailAccess& whole) {
        m_post.test(whole, mail, this, [this, tenant](const ports::MailReport& report) { Q_EMIT tested(tenant, report); });
    });
}

template <class Job>
void MailSetup::change(const TenantId& tenant, const QString& audited, Job job)
{
    m_office.storeLane.ask(
        this,
        [&office = m_office, tenant, audited, job = std::move(job), user = m_gatekeeper.user().id,
         at = m_office.clock.nowUtc()]() -> Outcome {
            if (auto done = job(office); !done)
                return done;
            return office.directory.audit({at, user, tenant, audited, {}});
        },
        [this, tenant](const Outcome& done) {
            if (!done) {
                Q_EMIT failed(tenant, done.error());
                return;
            }
            m_keeper.start();
            Q_EMIT saved(tenant);
            load();
        });
}

void MailSetup::save(const TenantId& tenant, const MailAccess& access)
{
    prepare(tenant, access, [this, tenant](const MailAccess& whole) {
        change(tenant, QStringLiteral("mail-connected"),
               [tenant, whole](Office& office) { return MailAccount::keep(office.directory, office.keys, tenant, whole); });
    });
}

void MailSetup::saveNotes(const TenantId& tenant, const NoteMail& notes)
{
    if (!allowed(tenant))
        return;
    NoteMail tidy = notes;
    tidy.houseAddress = domain::mailAddress(notes.houseAddress);
    if (tidy.houseAddress.isEmpty() && !notes.houseAddress.trimmed().isEmpty()) {
        Q_EMIT refused(tenant, MailAccountFlaw::BadHouseAddress);
        return;
    }
    change(tenant, QStringLiteral("mail-notes"),
           [tenant, tidy](Office& office) { return MailAccount::keepNoteMail(office.directory, tenant, tidy); });
}

void MailSetup::remove(const TenantId& tenant)
{
    if (!allowed(tenant))
        return;
    change(tenant, QStringLiteral("mail-disconnected"),
           [tenant](Office& office) { return MailAccount::forget(office.directory, office.keys, tenant); });
}

} // namespace vorzimmer::desk
