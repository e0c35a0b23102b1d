#pragma once

#include "bureau/bureau_file.h"

#include "vorzimmer/ports/directory.h"
#include "vorzimmer/store/sqlite_store.h"

#include <memory>

namespace vorzimmer::store {

/// bureau.db behind ports::Directory. Opens the file at the first question and keeps it open.
class SqliteDirectory final : public ports::Directory {
public:
    SqliteDirectory(Location location, Missing whenMissing) : m_location(std::move(location)), m_whenMissing(whenMissing) {}

    domain::Result<std::vector<domain::TenantEntry>> tenants() override;
    domain::Result<std::optional<domain::TenantEntry>> tenantForNumber(const domain::PhoneNumber& number) override;
    domain::Outcome saveTenant(const domain::TenantEntry& tenant) override;

    domain::Result<std::vector<domain::User>> users() override;
    domain::Outcome saveUser(const domain::User& user, const QString& password) override;
    domain::Result<domain::User> authenticate(const QString& login, const QString& password) override;

    domain::Result<std::vector<domain::TenantId>> assignments(const domain::UserId& user) override;
    domain::Outcome assign(const domain::UserId& user, const domain::TenantId& tenant) override;
    domain::Result<std::vector<domain::TenantId>> walledFrom(const domain::TenantId& tenant) override;
    domain::Outcome buildWall(const domain::TenantId& one, const domain::TenantId& other) override;

    domain::Result<std::vector<domain::PhoneLine>> lines() override;
    domain::Outcome saveLine(const domain::PhoneLine& line) override;
    domain::Outcome removeLine(const domain::LineId& line) override;

    domain::Outcome journal(const ports::JournalRow& row) override;
    domain::Result<std::vector<ports::JournalRow>> journalSince(const QDateTime& since) override;

    domain::Outcome audit(const ports::AuditRow& row) override;
    domain::Result<std::vector<ports::AuditRow>> auditTrail(int limit) override;
    domain::Result<std::optional<qint64>> brokenAuditLink() override;

    domain::Result<QString> setting(const QString& key) override;
    domain::Outcome setSetting(const QString& key, const QString& value) override;

    domain::Outcome atomically(const std::function<domain::Outcome()>& many) override;

    domain::Result<std::vector<QString>> flaws() override;

private:
    domain::Result<BureauFile*> open();
    template <class Work>
    auto one(Work work) -> std::invoke_result_t<Work, BureauFile&>;
    template <class Work>
    auto transact(Access access, Work work) -> std::invoke_result_t<Work, BureauFile&>;

    Location m_location;
    Missing m_whenMissing;
    std::unique_ptr<BureauFile> m_file;
};

} // namespace vorzimmer::store
