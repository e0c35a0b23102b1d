#include "vorzimmer/exchange/tenant_filing.h"

#include "identity.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace vorzimmer::exchange {

using domain::Outcome;
using domain::Role;
using domain::TenantId;

namespace {

struct Assignment {
    domain::User user;
    std::vector<TenantId> tenants;
};

/// A bureau file with its keys resolved.
struct Staff {
    std::vector<Assignment> users;
    std::vector<std::pair<TenantId, TenantId>> walls;
};

/// Resolves @p file against the directory and collects what is wrong with it.
class Checking {
public:
    Checking(const Archive& archive, const BureauFile& file) : m_archive(archive), m_file(file) {}

    Taken<Staff> result()
    {
        const auto users = usersOf(m_archive.directory, m_file);
        if (!users)
            return refuse(users.error());
        Staff staff;
        for (size_t i = 0; i < m_file.users.size(); ++i)
            staff.users.push_back(checked((*users)[i], i));
        for (size_t i = 0; i < m_file.walls.size(); ++i) {
            const QString pointer = QStringLiteral("/walls/%1").arg(i);
            const TenantId one = tenant(m_file.walls[i].one, pointer + QStringLiteral("/0"));
            const TenantId other = tenant(m_file.walls[i].other, pointer + QStringLiteral("/1"));
            if (one == other && !one.isNull())
                m_flaws.push_back({0, pointer, QStringLiteral("no tenant is its own competitor")});
            staff.walls.emplace_back(one, other);
        }
        if (!m_fault && m_flaws.empty())
            checkWalls(staff);
        if (m_fault)
            return refuse(*m_fault);
        if (!m_flaws.empty())
            return refuse(std::move(m_flaws));
        return staff;
    }

private:
    TenantId tenant(const QString& key, const QString& pointer)
    {
        const auto found = findTenant(m_archive.directory, key);
        if (found)
            return found->id;
        if (found.error().fault == domain::Fault::NotFound)
            m_flaws.push_back({0, pointer, QStringLiteral("no tenant has this key; import the tenant's own file first")});
        else
            m_fault = found.error();
        return {};
    }

    Assignment checked(domain::User user, size_t index)
    {
        const UserEntry& entry = m_file.users[index];
        const QString pointer = QStringLiteral("/users/%1").arg(index);
        if (m_logins.contains(entry.login.toCaseFolded()))
            m_flaws.push_back({0, pointer + QStringLiteral("/login"), QStringLiteral("the same login stands above")});
        m_logins.insert(entry.login.toCaseFolded());
        Assignment assignment{std::move(user), {}};
        for (size_t i = 0; i < entry.tenants.size(); ++i)
            assignment.tenants.push_back(tenant(entry.tenants[i], pointer + QStringLiteral("/tenants/%1").arg(i)));
        if (assignment.user.role == Role::Client) {
            if (assignment.tenants.size() == 1)
                assignment.user.tenant = assignment.tenants.front();
            else
                m_flaws.push_back({0, pointer + QStringLiteral("/tenants"), QStringLiteral("a client belongs to exactly one tenant")});
        }
        return assignment;
    }

    /// Whoever serves both sides of a wall could open neither: that is never meant.
    void checkWalls(const Staff& staff)
    {
        for (size_t i = 0; i < staff.users.size(); ++i) {
            if (staff.users[i].user.role != Role::Secretary)
                continue;
            std::vector<TenantId> served = staff.users[i].tenants;
            if (const auto before = m_archive.directory.assignments(staff.users[i].user.id))
                served.insert(served.end(), before->begin(), before->end());
            const auto serves = [&](const TenantId& one) { return std::find(served.begin(), served.end(), one) != served.end(); };
            const bool inFile = std::any_of(staff.walls.begin(), staff.walls.end(),
                                            [&](const auto& wall) { return serves(wall.first) && serves(wall.second); });
            const bool before = std::any_of(served.begin(), served.end(), [&](const TenantId& one) {
                const auto walled = m_archive.directory.walledFrom(one);
                return walled && std::any_of(walled->begin(), walled->end(), serves);
            });
            if (inFile || before)
                m_flaws.push_back({0, QStringLiteral("/users/%1/tenants").arg(i), QStringLiteral("serves both sides of a wall")});
        }
    }

    const Archive& m_archive;
    const BureauFile& m_file;
    QSet<QString> m_logins;
    std::vector<Flaw> m_flaws;
    std::optional<domain::Error> m_fault;
};

Outcome save(const Archive& archive, const Staff& staff, const QString& password)
{
    const int total = static_cast<int>(staff.users.size());
    int done = 0;
    for (const Assignment& assignment : staff.users) {
        if (auto saved = archive.directory.saveUser(assignment.user, password); !saved)
            return saved;
        for (const TenantId& tenant : assignment.tenants) {
            if (auto assigned = archive.directory.assign(assignment.user.id, tenant); !assigned)
                return assigned;
        }
        if (archive.progress)
            archive.progress(++done, total);
    }
    for (const auto& [one, other] : staff.walls) {
        if (auto built = archive.directory.buildWall(one, other); !built)
            return built;
    }
    return {};
}

} // namespace

domain::Result<std::vector<domain::User>> usersOf(ports::Directory& directory, const BureauFile& file)
{
    const auto known = directory.users();
    if (!known)
        return domain::failure(known.error());
    std::vector<domain::User> users;
    for (const UserEntry& entry : file.users) {
        domain::User user;
        user.id = derivedUserId(entry.login);
        user.login = entry.login.trimmed();
        user.name = entry.name;
        user.role = entry.role;
        for (const domain::User& one : *known) {
            if (one.login.compare(user.login, Qt::CaseInsensitive) == 0)
                user.id = one.id;
        }
        users.push_back(std::move(user));
    }
    return users;
}

Taken<int> fileBureau(const Archive& archive, const BureauFile& file, const QString& initialPassword)
{
    const auto staff = Checking(archive, file).result();
    if (!staff)
        return tl::unexpected(staff.error());
    const Outcome filed = archive.directory.atomically([&] { return save(archive, *staff, initialPassword); });
    if (!filed)
        return refuse(filed.error());
    return static_cast<int>(staff->users.size());
}

domain::Result<BureauFile> takeBureau(ports::Directory& directory)
{
    const auto users = directory.users();
    if (!users)
        return domain::failure(users.error());
    const auto tenants = directory.tenants();
    if (!tenants)
        return domain::failure(tenants.error());
    std::map<TenantId, QString> keys;
    for (const domain::TenantEntry& tenant : *tenants) {
        const auto key = keyOf(directory, tenant.id);
        if (!key)
            return domain::failure(key.error());
        keys.emplace(tenant.id, *key);
    }
    BureauFile file;
    for (const domain::User& user : *users) {
        UserEntry entry{user.login, user.name, user.role, {}};
        const auto assigned = directory.assignments(user.id);
        if (!assigned)
            return domain::failure(assigned.error());
        for (const TenantId& tenant : *assigned)
            entry.tenants.push_back(keys[tenant]);
        if (user.role == Role::Client && !user.tenant.isNull())
            entry.tenants = {keys[user.tenant]};
        std::sort(entry.tenants.begin(), entry.tenants.end());
        file.users.push_back(std::move(entry));
    }
    std::sort(file.users.begin(), file.users.end(), [](const UserEntry& a, const UserEntry& b) { return a.login < b.login; });
    for (const auto& [tenant, key] : keys) {
        const auto walled = directory.walledFrom(tenant);
        if (!walled)
            return domain::failure(walled.error());
        for (const TenantId& other : *walled) {
            if (key < keys[other]) // each wall once
                file.walls.push_back({key, keys[other]});
        }
    }
    std::sort(file.walls.begin(), file.walls.end(),
              [](const WallEntry& a, const WallEntry& b) { return std::tie(a.one, a.other) < std::tie(b.one, b.other); });
    return file;
}

} // namespace vorzimmer::exchange
