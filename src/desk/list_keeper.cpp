#include "vorzimmer/desk/list_keeper.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Result;
using domain::Role;
using domain::TenantId;
using ports::BoardAccess;
using ports::BoardKind;
using ports::BoardState;
using ports::BoardStatus;

namespace {

struct List {
    TenantId tenant;
    QString name;
    bool isSetUp = false;
    BoardAccess access;
    QString problem; ///< why it cannot be opened
};

/// Those whom @p user serves; nobody else's name leaves the lane.
Result<std::vector<domain::TenantEntry>> tenantsOf(ports::Directory& directory, const domain::User& user)
{
    auto entries = directory.tenants();
    if (!entries || user.role == Role::Supervisor)
        return entries;
    std::vector<TenantId> served{user.tenant};
    if (user.role == Role::Secretary) {
        auto assigned = directory.assignments(user.id);
        if (!assigned)
            return domain::failure(assigned.error());
        served = std::move(*assigned);
    }
    std::erase_if(*entries, [&](const domain::TenantEntry& entry) {
        return std::find(served.begin(), served.end(), entry.id) == served.end();
    });
    return entries;
}

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

void readCredentials(ports::KeyRing& keys, List& list)
{
    list.access.user = QString::fromUtf8(keys.secret(ListKeeper::accountName(list.tenant)).value_or(QByteArray()));
    if (list.access.kind == BoardKind::CalDav && list.access.user.isEmpty())
        return; // a server without accounts
    const auto token = keys.secret(ListKeeper::tokenName(list.tenant));
    if (token)
        list.access.secret = *token;
    else
        list.problem = token.error().detail;
}

/// On the store lane: every tenant served, with what opens its list where one is set up.
Result<std::vector<List>> configuredLists(Office& office, const domain::User& user)
{
    const auto tenants = tenantsOf(office.directory, user);
    if (!tenants)
        return domain::failure(tenants.error());
    const QString bureauUrl = office.directory.setting(ListKeeper::urlSetting()).value_or(QString());
    std::vector<List> lists;
    for (const domain::TenantEntry& tenant : *tenants) {
        List list;
        list.tenant = tenant.id;
        list.name = tenant.name;
        list.access.kind = kindOf(office.directory, tenant.id);
        list.access.list = office.directory.setting(boardSetting(tenant.id)).value_or(QString());
        QString url = office.directory.setting(ListKeeper::urlSetting(tenant.id)).value_or(QString());
        if (url.isEmpty() && list.access.kind == BoardKind::TopicServer)
            url = bureauUrl;
        list.access.url = QUrl(url);
        list.isSetUp = !url.isEmpty() || !list.access.list.isEmpty();
        if (list.isSetUp)
            readCredentials(office.keys, list);
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

QString ListKeeper::accountName(const TenantId& tenant)
{
    return tokenName(tenant) + QStringLiteral("/account");
}

domain::Outcome ListKeeper::keepAccess(ports::Directory& directory, ports::KeyRing& keys, const TenantId& tenant, const BoardAccess& access)
{
    if (auto kept = keys.keep(tokenName(tenant), access.secret); !kept)
        return kept;
    if (auto kept = keys.keep(accountName(tenant), access.user.toUtf8()); !kept)
        return kept;
    return directory.atomically([&]() -> domain::Outcome {
        const std::pair<QString, QString> settings[] = {
            {kindSetting(tenant), QString::fromLatin1(kindWords[static_cast<size_t>(access.kind)])},
            {boardSetting(tenant), access.list},
            {urlSetting(tenant), access.url.toString()},
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
                                   if (!list.isSetUp)
                                       continue;
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
