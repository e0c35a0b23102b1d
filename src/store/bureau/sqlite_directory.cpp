#include "bureau/sqlite_directory.h"

#include "bureau/password.h"
#include "sqlite/folder.h"

#include <QFileInfo>

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TenantId;

Result<BureauFile*> SqliteDirectory::open()
{
    const QString path = m_location.folder + QStringLiteral("/bureau.db");
    // A connection to a file that somebody removed would go on writing into nowhere.
    if (m_file && QFileInfo::exists(path))
        return m_file.get();
    m_file.reset();
    const OpenMode mode = m_whenMissing == Missing::Create ? OpenMode::MayCreate : OpenMode::Existing;
    if (mode == OpenMode::MayCreate) {
        if (auto made = makeFolderOf(path); !made)
            return domain::failure(made.error());
    }
    auto opened = BureauFile::open(path, mode, m_location.patience);
    if (!opened)
        return domain::failure(opened.error());
    m_file = std::move(*opened);
    return m_file.get();
}

template <class Work>
auto SqliteDirectory::one(Work work) -> std::invoke_result_t<Work, BureauFile&>
{
    const auto file = open();
    if (!file)
        return domain::failure(file.error());
    return work(**file);
}

template <class Work>
auto SqliteDirectory::transact(Access access, Work work) -> std::invoke_result_t<Work, BureauFile&>
{
    return one([&](BureauFile& file) { return file.database->transact(access, [&] { return work(file); }); });
}

Result<std::vector<domain::TenantEntry>> SqliteDirectory::tenants()
{
    return transact(Access::Read, [](BureauFile& file) { return file.tenants.tenants(); });
}

Result<std::optional<domain::TenantEntry>> SqliteDirectory::tenantForNumber(const domain::PhoneNumber& number)
{
    return transact(Access::Read, [&](BureauFile& file) { return file.tenants.withNumber(number); });
}

Outcome SqliteDirectory::saveTenant(const domain::TenantEntry& tenant)
{
    return transact(Access::Write, [&](BureauFile& file) { return file.tenants.save(tenant); });
}

Result<std::vector<domain::User>> SqliteDirectory::users()
{
    return one([](BureauFile& file) { return file.users.users(); });
}

Outcome SqliteDirectory::saveUser(const domain::User& user, const QString& password)
{
    const auto hash = password.isEmpty() ? QByteArray() : passwordHash(password);
    if (!hash)
        return domain::failure(hash.error());
    return one([&](BureauFile& file) { return file.users.save(user, *hash); });
}

Result<domain::User> SqliteDirectory::authenticate(const QString& login, const QString& password)
{
    return one([&](BureauFile& file) -> Result<domain::User> {
        const auto found = file.users.credentials(login);
        if (!found)
            return domain::failure(found.error());
        // An unknown login pays for a password check as well: the time must not tell who works here.
        const bool right = isPassword(*found ? (*found)->passwordHash : QByteArray(), password);
        if (!right)
            return domain::failure(Fault::Refused, QStringLiteral("unknown login or wrong password"));
        return (*found)->user;
    });
}

Result<std::vector<TenantId>> SqliteDirectory::assignments(const domain::UserId& user)
{
    return one([&](BureauFile& file) { return file.tenants.servedBy(user); });
}

Outcome SqliteDirectory::assign(const domain::UserId& user, const TenantId& tenant)
{
    return one([&](BureauFile& file) { return file.tenants.assign(user, tenant); });
}

Result<std::vector<TenantId>> SqliteDirectory::walledFrom(const TenantId& tenant)
{
    return one([&](BureauFile& file) { return file.tenants.walledFrom(tenant); });
}

Outcome SqliteDirectory::buildWall(const TenantId& side, const TenantId& other)
{
    return transact(Access::Write, [&](BureauFile& file) { return file.tenants.buildWall(side, other); });
}

Result<std::vector<domain::PhoneLine>> SqliteDirectory::lines()
{
    return one([](BureauFile& file) { return file.lines.lines(); });
}

Outcome SqliteDirectory::saveLine(const domain::PhoneLine& line)
{
    return transact(Access::Write, [&](BureauFile& file) { return file.lines.save(line); });
}

Outcome SqliteDirectory::removeLine(const domain::LineId& line)
{
    return one([&](BureauFile& file) { return file.lines.remove(line); });
}

Outcome SqliteDirectory::journal(const ports::JournalRow& row)
{
    return one([&](BureauFile& file) { return file.journal.save(row); });
}

Result<std::vector<ports::JournalRow>> SqliteDirectory::journalSince(const QDateTime& since)
{
    return one([&](BureauFile& file) { return file.journal.since(since); });
}

Outcome SqliteDirectory::audit(const ports::AuditRow& row)
{
    return transact(Access::Write, [&](BureauFile& file) { return file.audit.append(row); });
}

Result<std::vector<ports::AuditRow>> SqliteDirectory::auditTrail(int limit)
{
    return one([&](BureauFile& file) { return file.audit.trail(limit); });
}

Result<std::optional<qint64>> SqliteDirectory::brokenAuditLink()
{
    return transact(Access::Read, [](BureauFile& file) { return file.audit.brokenLink(); });
}

Result<QString> SqliteDirectory::setting(const QString& key)
{
    return one([&](BureauFile& file) { return file.settings.value(key); });
}

Outcome SqliteDirectory::setSetting(const QString& key, const QString& value)
{
    return one([&](BureauFile& file) { return file.settings.set(key, value); });
}

Outcome SqliteDirectory::atomically(const std::function<Outcome()>& many)
{
    return transact(Access::Write, [&](BureauFile&) { return many(); });
}

Result<std::vector<QString>> SqliteDirectory::flaws()
{
    return transact(Access::Read, [](BureauFile& file) { return file.flaws(); });
}

} // namespace vorzimmer::store
