#pragma once

#include "access.h"

#include "vorzimmer/domain/result.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace vorzimmer::topicserver {

/// A token as an administrator sees it; the token itself is nowhere to be had.
struct TokenEntry {
    Access access;
    std::string createdAt;
    std::string revokedAt; ///< empty = valid
};

/// The tokens in `server.db`, kept as hashes only. Safe to use from any number of threads, and while another process adds
/// or revokes: every question is asked of the file.
class TokenStore {
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<TokenStore>> open(const QString& path);
    ~TokenStore();
    TokenStore(const TokenStore&) = delete;
    TokenStore& operator=(const TokenStore&) = delete;

    /// What @p token opens; nothing when it is unknown or revoked.
    [[nodiscard]] domain::Result<std::optional<Access>> access(std::string_view token);

    /// Makes a new random token and returns it; it is told this once only.
    [[nodiscard]] domain::Result<std::string> add(const domain::TenantId& tenant, bool readOnly, const std::string& now);
    /// Takes over a token that was made elsewhere. Nothing happens when it is known, not even when it is revoked;
    /// Conflict when it is another tenant's or has other rights.
    [[nodiscard]] domain::Outcome adopt(std::string_view token, const domain::TenantId& tenant, bool readOnly,
                                        const std::string& now);
    [[nodiscard]] domain::Result<std::vector<TokenEntry>> list();
    /// NotFound when there is no valid token of that id.
    [[nodiscard]] domain::Outcome revoke(const std::string& tokenId, const std::string& now);

private:
    explicit TokenStore(std::unique_ptr<SQLite::Database> database);

    std::mutex m_mutex;
    const std::unique_ptr<SQLite::Database> m_database;
};

} // namespace vorzimmer::topicserver
