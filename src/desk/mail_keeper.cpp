#include "vorzimmer/desk/mail_keeper.h"

#include "served_tenants.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::NoteDelivery;
using domain::Outcome;
using domain::Result;
using domain::TenantEntry;
using domain::TenantId;
using ports::DigestShare;
using ports::MailStatus;

MailKeeper::MailKeeper(Office& office, Gatekeeper& gatekeeper, ports::MailPost& post, DigestWording wording, QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_post(post), m_wording(std::move(wording))
{
    connect(&post, &ports::MailPost::statusChanged, this, [this](const MailStatus& status) {
        m_status.insert(status.tenant, status);
        Q_EMIT statusChanged();
    });
    connect(&post, &ports::MailPost::outboxChanged, this, &MailKeeper::outboxChanged);
    connect(&post, &ports::MailPost::troubled, this, &MailKeeper::troubled);
    connect(&m_digests, &QTimer::timeout, this, qOverload<>(&MailKeeper::writeDigests));
    m_digests.start(digestCheck);
}

MailKeeper::~MailKeeper()
{
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it)
        m_post.close(it.key());
}

void MailKeeper::start()
{
    m_office.storeLane.ask(
        this,
        [&office = m_office, user = m_gatekeeper.user()]() -> Result<std::vector<Kept>> {
            const auto tenants = tenantsServed(office.directory, user);
            if (!tenants)
                return domain::failure(tenants.error());
            std::vector<Kept> all;
            for (const TenantEntry& tenant : *tenants)
                all.push_back({tenant, MailAccount::of(office.directory, office.keys, tenant),
                               MailAccount::noteMail(office.directory, tenant.id)});
            return all;
        },
        [this](const Result<std::vector<Kept>>& all) {
            for (const Kept& one : all ? *all : std::vector<Kept>())
                take(one);
            Q_EMIT habitsChanged();
        });
}

void MailKeeper::take(const Kept& kept)
{
    const TenantId& id = kept.tenant.id;
    const auto known = m_open.find(id);
    if (known != m_open.end() && known->kept.account == kept.account) {
        known->kept = kept;
        return;
    }
    if (known != m_open.end()) {
        m_post.close(id);
        m_open.erase(known);
        m_status.remove(id);
    }
    if (kept.account.access.isSet()) {
        m_open.insert(id, {kept, nullptr, {}});
        if (kept.account.unreadable)
            block(id, kept.account.unreadable->detail);
        else
            open(kept);
    }
    Q_EMIT statusChanged();
}

void MailKeeper::block(const TenantId& tenant, const QString& problem)
{
    MailStatus status;
    status.tenant = tenant;
    status.state = ports::MailPostState::Blocked;
    status.problem = problem;
    m_status.insert(tenant, status);
    Q_EMIT statusChanged();
}

void MailKeeper::open(const Kept& kept)
{
    m_gatekeeper.open(kept.tenant.id, Occasion::sync(), this, [this, kept](Result<CabinetHandle> cabinet) {
        const TenantId& id = kept.tenant.id;
        const auto place = m_open.find(id);
        if (place == m_open.end() || place->kept.account != kept.account)
            return; // another account was entered meanwhile
        if (!cabinet) {
            block(id, cabinet.error().detail);
            return;
        }
        place->cabinet = std::make_shared<CabinetHandle>(std::move(*cabinet));
        m_post.open(id, kept.account.access, place->cabinet->mailOutbox());
        writeDigests();
    });
}

void MailKeeper::retryNow()
{
    std::vector<Kept> closed;
    bool locked = false;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (it->cabinet)
            m_post.retryNow(it.key());
        else if (it->kept.account.unreadable)
            locked = true;
        else if (status(it.key()).state == ports::MailPostState::Blocked)
            closed.push_back(it->kept); // it could not be opened
    }
    for (const Kept& kept : closed)
        open(kept);
    if (locked)
        start(); // the key ring may be open by now
}

MailHabits MailKeeper::habits(const TenantId& tenant) const
{
    const auto open = m_open.constFind(tenant);
    return open == m_open.cend() ? MailHabits() : MailHabits{true, open->kept.notes};
}

MailStatus MailKeeper::status(const TenantId& tenant) const
{
    MailStatus none;
    none.tenant = tenant;
    return m_status.value(tenant, none);
}

std::vector<MailStanding> MailKeeper::standings() const
{
    std::vector<MailStanding> all;
    for (const Open& open : m_open)
        all.push_back({open.kept.tenant.name, status(open.kept.tenant.id)});
    std::sort(all.begin(), all.end(),
              [](const MailStanding& a, const MailStanding& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return all;
}

void MailKeeper::writeDigests()
{
    const QDateTime now = m_office.clock.nowUtc();
    for (auto it = m_open.begin(); it != m_open.end(); ++it) {
        if (!it->cabinet || it->kept.notes.delivery != NoteDelivery::DailyDigest)
            continue;
        const QDateTime moment = domain::lastDigest(now, it->kept.notes.digestAt, it->kept.tenant.zone);
        if (moment == it->digestsDone)
            continue;
        it->digestsDone = moment;
        writeDigests(it.key(), moment);
    }
}

void MailKeeper::writeDigests(const TenantId& tenant, const QDateTime& moment)
{
    m_open.value(tenant).cabinet->read(
        this, [moment](ports::Cabinet& cabinet) { return cabinet.mailOutbox().digests(moment); },
        [this, tenant](const Result<std::vector<DigestShare>>& shares) {
            if (!shares)
                tryDigestsAgain(tenant);
            else if (!shares->empty())
                addDigests(tenant, *shares);
        });
}

/// At the next check, if the account is still there.
void MailKeeper::tryDigestsAgain(const TenantId& tenant)
{
    if (const auto open = m_open.find(tenant); open != m_open.end())
        open->digestsDone = {};
}

void MailKeeper::addDigests(const TenantId& tenant, const std::vector<DigestShare>& shares)
{
    const Open open = m_open.value(tenant);
    if (!open.cabinet)
        return;
    std::vector<std::pair<domain::Mail, DigestShare>> digests;
    for (const DigestShare& share : shares) {
        domain::Mail mail = m_wording(share, open.kept.tenant);
        mail.id = m_office.ids.fresh<domain::MailId>();
        mail.reason = domain::MailReason::Digest;
        mail.recipients = {{share.address, share.name}};
        mail.writtenAt = m_office.clock.nowUtc();
        digests.emplace_back(std::move(mail), share);
    }
    open.cabinet->write(
        this,
        [digests](ports::Cabinet& cabinet) -> Outcome {
            for (const auto& [mail, share] : digests) {
                if (auto added = cabinet.mailOutbox().addDigest(mail, share); !added && added.error().fault != domain::Fault::Conflict)
                    return added;
            }
            return {};
        },
        [this, tenant](const Outcome& added) {
            if (!added)
                tryDigestsAgain(tenant);
            m_post.push(tenant);
        });
}

} // namespace vorzimmer::desk
