#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/phone_line.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/user.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace vorzimmer::ports {

/// One call in the bureau's journal: enough for queue, wallboard and billing; no names, no numbers, no texts.
struct JournalRow {
    domain::CallId call;
    domain::TenantId tenant; ///< null = the dialled number belongs to nobody
    domain::UserId user;     ///< who answered; null = nobody
    QDateTime offeredAt;
    QDateTime answeredAt;
    QDateTime endedAt;
    domain::EndReason endReason = domain::EndReason::None;
    domain::Disposition disposition = domain::Disposition::None;
    friend bool operator==(const JournalRow&, const JournalRow&) = default;
};

/// One row of the audit trail. Rows are chained by hash, so a missing or altered one shows.
struct AuditRow {
    QDateTime at;
    domain::UserId user;
    domain::TenantId tenant;
    QString event;  ///< "cabinet-opened", "cabinet-refused", "signed-in", "sign-in-failed", "list-connected",
                    ///< "list-disconnected", "line-saved", "line-removed", "mail-connected", "mail-disconnected",
                    ///< "mail-notes"
    QString reason; ///< a call's id, or the supervisor's own words
    friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

/// The bureau's own store: who works here, whom for, and who went where. Call on the store lane only.
class Directory {
public:
    virtual ~Directory() = default;

    [[nodiscard]] virtual domain::Result<std::vector<domain::TenantEntry>> tenants() = 0;
    /// Every tenant that @p number means; one, none, or - a mistake of set-up - several are refused on saving.
    [[nodiscard]] virtual domain::Result<std::optional<domain::TenantEntry>> tenantForNumber(const domain::PhoneNumber& number) = 0;
    /// Conflict when one of its numbers already means another tenant.
    [[nodiscard]] virtual domain::Outcome saveTenant(const domain::TenantEntry& tenant) = 0;

    [[nodiscard]] virtual domain::Result<std::vector<domain::User>> users() = 0;
    /// @p password empty keeps the one stored; kept only as a salted memory-hard hash.
    [[nodiscard]] virtual domain::Outcome saveUser(const domain::User& user, const QString& password) = 0;
    /// Refused for an unknown login and for a wrong password alike.
    [[nodiscard]] virtual domain::Result<domain::User> authenticate(const QString& login, const QString& password) = 0;

    /// The tenants that @p user may serve.
    [[nodiscard]] virtual domain::Result<std::vector<domain::TenantId>> assignments(const domain::UserId& user) = 0;
    [[nodiscard]] virtual domain::Outcome assign(const domain::UserId& user, const domain::TenantId& tenant) = 0;
    /// The competitors of @p tenant: whoever serves one side may not see the other.
    [[nodiscard]] virtual domain::Result<std::vector<domain::TenantId>> walledFrom(const domain::TenantId& tenant) = 0;
    [[nodiscard]] virtual domain::Outcome buildWall(const domain::TenantId& one, const domain::TenantId& other) = 0;

    /// By name.
    [[nodiscard]] virtual domain::Result<std::vector<domain::PhoneLine>> lines() = 0;
    /// Invalid for a line that domain::tidy() finds a flaw in; Conflict when another one has its name (Error::where "name") or
    /// its address (Error::where "user").
    [[nodiscard]] virtual domain::Outcome saveLine(const domain::PhoneLine& line) = 0;
    [[nodiscard]] virtual domain::Outcome removeLine(const domain::LineId& line) = 0;

    /// Inserts or replaces the call's row.
    [[nodiscard]] virtual domain::Outcome journal(const JournalRow& row) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<JournalRow>> journalSince(const QDateTime& since) = 0;

    [[nodiscard]] virtual domain::Outcome audit(const AuditRow& row) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<AuditRow>> auditTrail(int limit) = 0;
    /// The number of the first row whose chain is broken; nothing when the trail is whole.
    [[nodiscard]] virtual domain::Result<std::optional<qint64>> brokenAuditLink() = 0;

    [[nodiscard]] virtual domain::Result<QString> setting(const QString& key) = 0;
    [[nodiscard]] virtual domain::Outcome setSetting(const QString& key, const QString& value) = 0;

    /// Runs @p many saves in one transaction: all or none (import).
    [[nodiscard]] virtual domain::Outcome atomically(const std::function<domain::Outcome()>& many) = 0;

    [[nodiscard]] virtual domain::Result<std::vector<QString>> flaws() = 0;
};

} // namespace vorzimmer::ports
