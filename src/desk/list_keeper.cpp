#include "vorzimmer/desk/list_keeper.h"

#include "credentials.h"
#include "served_tenants.h"

#include "vorzimmer/ports/list_address.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Result;
using domain::TenantId;
using ports::BoardAccess;
using ports::BoardKind;
using ports::BoardState;
using ports::BoardStatus;

namespace {

/// One tenant with what is kept about its list.
struct List {
    TenantId tenant;
    QString name;
    ListAccess kept;
};

constexpr const char* kindWords[] = {"topic-server", "caldav", "trello"}; // by BoardKind

QString kindSetting(const TenantId& tenant)
{
    return QStringLiteral("topics-kind/") + tenant.text();
}

QString boardSetting(const TenantId& tenant)
{
    return QStringLiteral("topics-board/") + tenant.text();
}

/// A list of the bureau's own kind, unless the tenant's says otherwise.
BoardKind kindOf(ports::Directory& directory, const TenantId& tenant)
{
    const QString word = directory.setting(kindSetting(tenant)).value_or(QString());
    const auto* found = std::find_if(std::begin(kindWords), std::end(kindWords), [&](const char* one) { return word == QLatin1String(one); });
    return found == std::end(kindWords) ? BoardKind::TopicServer : static_cast<BoardKind>(found - std::begin(kindWords));
}

QString offSetting(const TenantId& tenant)
{
    return QStringLiteral("topics-off/") + tenant.text();
}

void takeCredentials(const ports::KeyRing& keys, const TenantId& tenant, ListAccess& list)
{
    const auto kept = readCredentials(keys, ListKeeper::tokenName(tenant));
    if (!kept) {
        list.unreadable = kept.error();
        list.problem = kept.error().detail;
        return;
    }
    list.access.user = kept->user;
    if (list.access.kind == BoardKind::CalDav && list.access.user.isEmpty())
        return; // a server without accounts
    list.access.secret = kept->secret;
    if (list.access.secret.isEmpty())
        list.problem = QStringLiteral("no credentials are kept for this list");
}

/// On the store lane: every tenant served, with what opens its list where one is set up.
Result<std::vector<List>> configuredLists(Office& office, const domain::User& user)
{
    const auto tenants = tenantsServed(office.directory, user);
    if (!tenants)
        return domain::failure(tenants.error());
    std::vector<List> lists;
    for (const domain::TenantEntry& tenant : *tenants)
        lists.push_back({tenant.id, tenant.name, ListKeeper::accessOf(office.directory, office.keys, tenant.id)});
    return lists;
}

int severity(BoardState state)
{
    switch (state) {
    case BoardState::NotConfigured: return 0;
    case BoardState::UpToDate: return 1;
    case BoardState::Syncing: return 2;
    case BoardState::Unreachable: return 3;
    case BoardState::Blocked: return 4;
    }
    return 0;
}

} // namespace

QString ListKeeper::urlSetting(const TenantId& tenant)
{
    return urlSetting() + QLatin1Char('/') + tenant.text();
}

QString ListKeeper::urlSetting()
{
    return QStringLiteral("topics-url");
}

QString ListKeeper::tokenName(const TenantId& tenant)
{
    return QStringLiteral("topics/") + tenant.text();
}

ListAccess ListKeeper::accessOf(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant)
{
    ListAccess list;
    list.access.kind = kindOf(directory, tenant);
    list.access.list = directory.setting(boardSetting(tenant)).value_or(QString());
    QString url = directory.setting(urlSetting(tenant)).value_or(QString());
    if (url.isEmpty() && list.access.kind == BoardKind::TopicServer)
        url = directory.setting(urlSetting()).value_or(QString());
    list.access.url = QUrl(url);
    const bool off = !directory.setting(offSetting(tenant)).value_or(QString()).isEmpty();
    list.isSetUp = !off && (!url.isEmpty() || !list.access.list.isEmpty());
    if (list.isSetUp)
        takeCredentials(keys, tenant, list);
    return list;
}

domain::Outcome ListKeeper::forgetAccess(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant)
{
    // First that nothing opens it any more: credentials that are gone would show as a fault at every desk.
    if (auto saved = directory.setSetting(offSetting(tenant), QStringLiteral("yes")); !saved)
        return saved;
    return forgetCredentials(keys, tokenName(tenant));
}

domain::Outcome ListKeeper::keepAccess(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant, const BoardAccess& access)
{
    if (auto kept = keepCredentials(keys, tokenName(tenant), {access.user, access.secret}); !kept)
        return kept;
    return directory.atomically([&]() -> domain::Outcome {
        const std::pair<QString, QString> settings[] = {
            {kindSetting(tenant), QString::fromLatin1(kindWords[static_cast<size_t>(access.kind)])},
            {boardSetting(tenant), access.list},
            {urlSetting(tenant), access.url.toString()},
            {offSetting(tenant), QString()},
        };
        for (const auto& [name, value] : settings) {
            if (auto saved = directory.setSetting(name, value); !saved)
                return saved;
        }
        return {};
    });
}

ListKeeper::ListKeeper(Office& office, Gatekeeper& gatekeeper, ports::TopicBoard& board, QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_board(board)
{
    connect(&board, &ports::TopicBoard::statusChanged, this, [this](const BoardStatus& status) {
        m_status.insert(status.tenant, status);
        Q_EMIT statusChanged();
    });
    connect(&board, &ports::TopicBoard::topicsChanged, this, &ListKeeper::topicsChanged);
}

ListKeeper::~ListKeeper()
{
    for (auto it = m_status.cbegin(); it != m_status.cend(); ++it)
        m_board.close(it.key());
}

void ListKeeper::start()
{
    m_office.storeLane.ask(this, [&office = m_office, user = m_gatekeeper.user()] { return configuredLists(office, user); },
                           [this](const Result<std::vector<List>>& lists) {
                               if (!lists)
                                   return;
                               for (const List& list : *lists) {
                                   m_names.insert(list.tenant, list.name);
                                   take(list.tenant, list.kept);
                               }
                               Q_EMIT statusChanged();
                           });
}

void ListKeeper::take(const TenantId& tenant, const ListAccess& list)
{
    m_status.remove(tenant);
    if (!list.isSetUp)
        return;
    if (list.problem.isEmpty()) {
        openList(tenant, list.access);
        return;
    }
    BoardStatus status;
    status.tenant = tenant;
    status.state = BoardState::Blocked;
    status.problem = list.problem;
    m_status.insert(tenant, status);
}

void ListKeeper::close(const TenantId& tenant)
{
    m_openings.remove(tenant);
    m_board.close(tenant);
    m_status.remove(tenant);
    Q_EMIT statusChanged();
}

void ListKeeper::reopen(const TenantId& tenant)
{
    m_office.storeLane.ask(this, [&office = m_office, tenant] { return accessOf(office.directory, office.keys, tenant); },
                           [this, tenant](const ListAccess& list) {
                               take(tenant, list);
                               Q_EMIT statusChanged();
                           });
}

void ListKeeper::openList(const TenantId& tenant, const BoardAccess& access)
{
    const quint64 opening = ++m_lastOpening;
    m_openings.insert(tenant, opening);
    const auto stale = [this, tenant, opening] { return m_openings.value(tenant) != opening; };
    m_gatekeeper.open(tenant, Occasion::sync(), this, [this, tenant, access, stale](Result<CabinetHandle> cabinet) {
        if (stale())
            return;
        if (!cabinet) {
            block(tenant, cabinet.error());
            return;
        }
        const auto open = std::make_shared<CabinetHandle>(std::move(*cabinet));
        open->write(
            this,
            [list = ports::listIdentity(access)](ports::Cabinet& papers) { return papers.topicList().goOnWith(list); },
            [this, open, tenant, access, stale](const domain::Outcome& ready) {
                if (stale())
                    return;
                if (ready)
                    m_board.open(tenant, access, open->ledger());
                else
                    block(tenant, ready.error());
            });
    });
}

void ListKeeper::block(const TenantId& tenant, const domain::Error& error)
{
    BoardStatus status;
    status.tenant = tenant;
    status.state = BoardState::Blocked;
    status.problem = error.detail;
    m_status.insert(tenant, status);
    Q_EMIT statusChanged();
}

void ListKeeper::retryNow()
{
    for (auto it = m_status.cbegin(); it != m_status.cend(); ++it)
        m_board.retryNow(it.key());
}

BoardStatus ListKeeper::status(const TenantId& tenant) const
{
    BoardStatus none;
    none.tenant = tenant;
    return m_status.value(tenant, none);
}

std::vector<ListStanding> ListKeeper::standings() const
{
    std::vector<ListStanding> all;
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it)
        all.push_back({it.value(), status(it.key())});
    std::sort(all.begin(), all.end(),
              [](const ListStanding& a, const ListStanding& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return all;
}

BoardStatus ListKeeper::overall() const
{
    BoardStatus all;
    for (const BoardStatus& one : m_status) {
        if (severity(one.state) > severity(all.state)) {
            all.state = one.state;
            all.problem = one.problem;
        }
        all.waiting += one.waiting;
        all.inFlight += one.inFlight;
        all.blocked += one.blocked;
        all.conflicts += one.conflicts;
        if (one.lastSync.isValid() && (!all.lastSync.isValid() || one.lastSync < all.lastSync))
            all.lastSync = one.lastSync;
        if (one.nextTry.isValid() && (!all.nextTry.isValid() || one.nextTry < all.nextTry))
            all.nextTry = one.nextTry;
    }
    return all;
}

} // namespace vorzimmer::desk
