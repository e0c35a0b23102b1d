#include "vorzimmer/desk/list_setup.h"

#include "credentials.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Error;
using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TenantId;
using ports::AddressFlaw;
using ports::BoardAccess;
using ports::BoardKind;
using ports::BoardReport;
using ports::ListConnection;
using ports::listIdentity;
using ports::listAddress;
using ports::takeListAddress;

namespace {

bool sameHost(const BoardAccess& one, const BoardAccess& other)
{
    return one.kind == other.kind && one.url.scheme() == other.url.scheme() && one.url.host() == other.url.host() &&
           one.url.port() == other.url.port();
}

/// What is kept opens only what it was kept for: a password must not go to another server because somebody mistyped one.
Outcome completeBy(BoardAccess& access, const BoardAccess& kept)
{
    const bool trusted = sameHost(access, kept);
    if (access.kind == BoardKind::TopicServer)
        access.user.clear();
    if (access.kind == BoardKind::Trello && access.user.isEmpty() && trusted)
        access.user = kept.user;
    if (access.kind == BoardKind::Trello && access.user.isEmpty())
        return domain::failure(Fault::Invalid, QStringLiteral("the API key is missing"), QStringLiteral("user"));
    if (access.kind == BoardKind::CalDav && access.user.isEmpty()) {
        access.secret.clear();
        return {};
    }
    if (access.secret.isEmpty() && trusted && access.user == kept.user)
        access.secret = kept.secret;
    if (access.secret.isEmpty())
        return domain::failure(Fault::Invalid, QStringLiteral("the token or password is missing"), QStringLiteral("secret"));
    return {};
}

ListConnection shown(const domain::TenantEntry& tenant, const ListAccess& kept)
{
    ListConnection connection;
    connection.tenant = tenant.id;
    connection.name = tenant.name;
    connection.connected = kept.isSetUp;
    connection.kind = kept.access.kind;
    connection.address = listAddress(kept.access);
    if (kept.access.kind == BoardKind::CalDav)
        connection.account = kept.access.user;
    connection.hasSecret = !kept.access.secret.isEmpty();
    connection.problem = kept.problem;
    return connection;
}

Result<std::vector<ListConnection>> allConnections(Office& office)
{
    const auto tenants = office.directory.tenants();
    if (!tenants)
        return domain::failure(tenants.error());
    std::vector<ListConnection> all;
    for (const domain::TenantEntry& tenant : *tenants)
        all.push_back(shown(tenant, ListKeeper::accessOf(office.directory, office.keys, tenant.id)));
    std::sort(all.begin(), all.end(), [](const ListConnection& a, const ListConnection& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

} // namespace

ListSetup::ListSetup(Office& office, Gatekeeper& gatekeeper, ListKeeper& lists, ports::TopicBoard& board, QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_lists(lists), m_board(board)
{
}

bool ListSetup::allowed(const TenantId& tenant)
{
    if (m_gatekeeper.user().role == domain::Role::Supervisor)
        return true;
    Q_EMIT failed(tenant, {Fault::Refused, QStringLiteral("lists are set up by supervisors"), {}});
    return false;
}

void ListSetup::load()
{
    if (!allowed({}))
        return;
    m_office.storeLane.ask(this, [&office = m_office] { return allConnections(office); },
                           [this](Result<std::vector<ListConnection>> all) {
                               if (!all) {
                                   Q_EMIT failed({}, all.error());
                                   return;
                               }
                               m_connections = std::move(*all);
                               Q_EMIT loaded();
                           });
}

void ListSetup::prepare(const TenantId& tenant, const ListDraft& draft, std::function<void(Wish)> goOn)
{
    if (!allowed(tenant))
        return;
    Wish wish;
    wish.tenant = tenant;
    wish.access.kind = draft.kind;
    wish.access.user = draft.user.trimmed();
    wish.access.secret = draft.secret.trimmed();
    if (const AddressFlaw flaw = takeListAddress(draft.address, wish.access); flaw != AddressFlaw::None) {
        Q_EMIT refused(tenant, flaw);
        return;
    }
    m_office.storeLane.ask(
        this,
        [&office = m_office, asked = wish]() -> Result<Wish> {
            const ListAccess kept = ListKeeper::accessOf(office.directory, office.keys, asked.tenant);
            const bool needsUser = asked.access.kind != BoardKind::TopicServer;
            const bool leftEmpty = asked.access.secret.isEmpty() || (needsUser && asked.access.user.isEmpty());
            if (auto seen = checkSeen(kept.unreadable, leftEmpty); !seen)
                return domain::failure(seen.error());
            Wish whole = asked;
            whole.another = listIdentity(whole.access) != listIdentity(kept.access);
            if (auto complete = completeBy(whole.access, kept.access); !complete)
                return domain::failure(complete.error());
            return whole;
        },
        [this, tenant, goOn = std::move(goOn)](const Result<Wish>& whole) {
            if (whole)
                goOn(*whole);
            else
                Q_EMIT failed(tenant, whole.error());
        });
}

void ListSetup::test(const TenantId& tenant, const ListDraft& draft)
{
    prepare(tenant, draft, [this](const Wish& wish) {
        m_board.test(wish.access, this, [this, tenant = wish.tenant](const BoardReport& report) { Q_EMIT tested(tenant, report); });
    });
}

void ListSetup::connectList(const TenantId& tenant, const ListDraft& draft)
{
    prepare(tenant, draft, [this](const Wish& wish) {
        // Closed before the trial: its answer comes after the last word of the old list, which must not get into the new one's
        // papers.
        m_lists.close(wish.tenant);
        m_board.test(wish.access, this, [this, wish](const BoardReport& report) {
            if (report.reachable) {
                moveOver(wish, report);
                return;
            }
            m_lists.reopen(wish.tenant);
            Q_EMIT tested(wish.tenant, report);
        });
    });
}

void ListSetup::moveOver(const Wish& wish, const BoardReport& report)
{
    if (!wish.another) {
        keep(wish, report);
        return;
    }
    m_gatekeeper.open(wish.tenant, Occasion::sync(), this, [this, wish, report](Result<CabinetHandle> opened) {
        if (!opened) {
            fail(wish.tenant, opened.error());
            return;
        }
        const auto cabinet = std::make_shared<CabinetHandle>(std::move(*opened));
        cabinet->write(this, [](ports::Cabinet& open) { return open.topicList().startOver(); },
                       [this, cabinet, wish, report](const Outcome& moved) {
                           if (moved)
                               keep(wish, report);
                           else
                               fail(wish.tenant, moved.error());
                       });
    });
}

void ListSetup::keep(const Wish& wish, const BoardReport& report)
{
    m_office.storeLane.ask(
        this,
        [&office = m_office, wish, user = m_gatekeeper.user().id, at = m_office.clock.nowUtc()]() -> Outcome {
            if (auto kept = ListKeeper::keepAccess(office.directory, office.keys, wish.tenant, wish.access); !kept)
                return kept;
            return office.directory.audit({at, user, wish.tenant, QStringLiteral("list-connected"), listAddress(wish.access)});
        },
        [this, wish, report](const Outcome& kept) {
            if (!kept) {
                fail(wish.tenant, kept.error());
                return;
            }
            m_lists.reopen(wish.tenant);
            Q_EMIT connected(wish.tenant, report);
            load();
        });
}

void ListSetup::disconnectList(const TenantId& tenant)
{
    if (!allowed(tenant))
        return;
    m_lists.close(tenant);
    m_office.storeLane.ask(
        this,
        [&office = m_office, tenant, user = m_gatekeeper.user().id, at = m_office.clock.nowUtc()]() -> Outcome {
            if (auto gone = ListKeeper::forgetAccess(office.directory, office.keys, tenant); !gone)
                return gone;
            return office.directory.audit({at, user, tenant, QStringLiteral("list-disconnected"), {}});
        },
        [this, tenant](const Outcome& gone) {
            if (!gone) {
                fail(tenant, gone.error());
                return;
            }
            Q_EMIT disconnected(tenant);
            load();
        });
}

void ListSetup::fail(const TenantId& tenant, const Error& error)
{
    m_lists.reopen(tenant);
    Q_EMIT failed(tenant, error);
}

} // namespace vorzimmer::desk
