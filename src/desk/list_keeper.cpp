#include "vorzimmer/desk/list_keeper.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Result;
using domain::Role;
using domain::TenantId;
using ports::BoardAccess;
using ports::BoardState;
using ports::BoardStatus;

namespace {

struct List {
    TenantId tenant;
    BoardAccess access; ///< without secret: the key ring had none
    QString problem;
};

Result<std::vector<TenantId>> tenantsOf(ports::Directory& directory, const domain::User& user)
{
    if (user.role == Role::Client)
        return std::vector<TenantId>{user.tenant};
    if (user.role == Role::Secretary)
        return directory.assignments(user.id);
    const auto entries = directory.tenants();
    if (!entries)
        return domain::failure(entries.error());
    std::vector<TenantId> all;
    for (const domain::TenantEntry& entry : *entries)
        all.push_back(entry.id);
    return all;
}

/// On the store lane: every list that is set up, with what opens it.
Result<std::vector<List>> configuredLists(Office& office, const domain::User& user)
{
    const auto tenants = tenantsOf(office.directory, user);
    if (!tenants)
        return domain::failure(tenants.error());
    const QString bureauUrl = office.directory.setting(ListKeeper::urlSetting()).value_or(QString());
    std::vector<List> lists;
    for (const TenantId& tenant : *tenants) {
        QString url = office.directory.setting(ListKeeper::urlSetting(tenant)).value_or(QString());
        if (url.isEmpty())
            url = bureauUrl;
        if (url.isEmpty())
            continue;
        List list;
        list.tenant = tenant;
        list.access.url = QUrl(url);
        const auto token = office.keys.secret(ListKeeper::tokenName(tenant));
        if (token)
            list.access.secret = *token;
        else
            list.problem = token.error().detail;
        lists.push_back(std::move(list));
    }
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
                                   if (list.problem.isEmpty()) {
                                       openList(list.tenant, list.access);
                                       continue;
                                   }
                                   BoardStatus status;
                                   status.tenant = list.tenant;
                                   status.state = BoardState::Blocked;
                                   status.problem = list.problem;
                                   m_status.insert(list.tenant, status);
                               }
                               Q_EMIT statusChanged();
                           });
}

void ListKeeper::openList(const TenantId& tenant, const BoardAccess& access)
{
    m_gatekeeper.open(tenant, Occasion::sync(), this, [this, tenant, access](const Result<CabinetHandle>& cabinet) {
        if (cabinet) {
            m_board.open(tenant, access, cabinet->ledger());
            return;
        }
        BoardStatus status;
        status.tenant = tenant;
        status.state = BoardState::Blocked;
        status.problem = cabinet.error().detail;
        m_status.insert(tenant, status);
        Q_EMIT statusChanged();
    });
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

BoardStatus ListKeeper::overall() const
{
    BoardStatus all;
    for (const BoardStatus& one : m_status) {
        if (severity(one.state) > severity(all.state)) {
            all.state = one.state;
            all.problem = one.problem;
        }
        all.waiting += one.waiting;
        all.blocked += one.blocked;
        if (one.lastSync.isValid() && (!all.lastSync.isValid() || one.lastSync < all.lastSync))
            all.lastSync = one.lastSync;
        if (one.nextTry.isValid() && (!all.nextTry.isValid() || one.nextTry < all.nextTry))
            all.nextTry = one.nextTry;
    }
    return all;
}

} // namespace vorzimmer::desk
