#include "token_store.h"

#include "digest.h"
#include "sqlite_file.h"

#include <sodium.h>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;

constexpr std::size_t tokenBytes = 32;
constexpr std::size_t tokenIdBytes = 4;

constexpr const char* const steps[] = {
    // 1: tokens
    "CREATE TABLE token ("
    "  id TEXT PRIMARY KEY NOT NULL,"
    "  hash TEXT NOT NULL UNIQUE,"
    "  tenant TEXT NOT NULL,"
    "  read_only INTEGER NOT NULL,"
    "  created_at TEXT NOT NULL,"
    "  revoked_at TEXT NOT NULL DEFAULT '');",
};

constexpr FileLayout layout{0x565A5473 /* "VZTs" */, steps};

/// In the order that entryOf() reads; @p rest follows.
std::string select(std::string_view rest)
{
    std::string sql("SELECT id, tenant, read_only, created_at, revoked_at, hash FROM token ");
    return sql.append(rest);
}

TokenEntry entryOf(SQLite::Statement& row)
{
    TokenEntry entry;
    entry.access.tokenId = row.getColumn(0).getString();
    entry.access.tenant = domain::TenantId::parse(QString::fromUtf8(row.getColumn(1).getText()));
    entry.access.readOnly = row.getColumn(2).getInt() != 0;
    entry.createdAt = row.getColumn(3).getString();
    entry.revokedAt = row.getColumn(4).getString();
    return entry;
}

/// The entry with that hash. The index finds it; the comparison that decides takes the same time whatever differs.
std::optional<TokenEntry> entryWithHash(SQLite::Database& database, const std::string& hash)
{
    SQLite::Statement statement(database, select("WHERE hash = ?"));
    statement.bind(1, hash);
    if (!statement.executeStep())
        return std::nullopt;
    const std::string stored = statement.getColumn(5).getString();
    if (stored.size() != hash.size() || sodium_memcmp(stored.data(), hash.data(), hash.size()) != 0)
        return std::nullopt;
    return entryOf(statement);
}

void insert(SQLite::Database& database, const std::string& hash, const domain::TenantId& tenant, bool readOnly,
            const std::string& now)
{
    SQLite::Statement statement(database,
                                "INSERT INTO token (id, hash, tenant, read_only, created_at) VALUES (?, ?, ?, ?, ?)");
    statement.bind(1, randomHex(tokenIdBytes));
    statement.bind(2, hash);
    statement.bind(3, tenant.text().toStdString());
    statement.bind(4, readOnly ? 1 : 0);
    statement.bind(5, now);
    statement.exec();
}

} // namespace

TokenStore::TokenStore(std::unique_ptr<SQLite::Database> database) : m_database(std::move(database)) {}

TokenStore::~TokenStore() = default;

domain::Result<std::unique_ptr<TokenStore>> TokenStore::open(const QString& path)
{
    auto database = openSqliteFile(path, layout);
    if (!database)
        return domain::failure(database.error());
    return std::unique_ptr<TokenStore>(new TokenStore(std::move(*database)));
}

domain::Result<std::optional<Access>> TokenStore::access(std::string_view token)
{
    const std::string hash = digest(token);
    const std::lock_guard lock(m_mutex);
    return guarded(QLatin1String("token"), [&]() -> std::optional<Access> {
        const auto entry = entryWithHash(*m_database, hash);
        if (!entry || !entry->revokedAt.empty())
            return std::nullopt;
        return entry->access;
    });
}

domain::Result<std::string> TokenStore::add(const domain::TenantId& tenant, bool readOnly, const std::string& now)
{
    const std::string token = "vzt_" + randomHex(tokenBytes);
    const std::lock_guard lock(m_mutex);
    return guarded(QLatin1String("token add"), [&] {
        insert(*m_database, digest(std::string_view(token)), tenant, readOnly, now);
        return token;
    });
}

domain::Outcome TokenStore::adopt(std::string_view token, const domain::TenantId& tenant, bool readOnly,
                                  const std::string& now)
{
    const std::string hash = digest(token);
    const std::lock_guard lock(m_mutex);
    const auto clash = guarded(QLatin1String("token adopt"), [&] {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        if (const auto known = entryWithHash(*m_database, hash))
            return known->access.tenant != tenant || known->access.readOnly != readOnly;
        insert(*m_database, hash, tenant, readOnly, now);
        transaction.commit();
        return false;
    });
    if (!clash)
        return domain::failure(clash.error());
    if (*clash)
        return domain::failure(Fault::Conflict,
                               QStringLiteral("this token is already another tenant's or has other rights"));
    return {};
}

domain::Result<std::vector<TokenEntry>> TokenStore::list()
{
    const std::lock_guard lock(m_mutex);
    return guarded(QLatin1String("token list"), [&] {
        SQLite::Statement statement(*m_database, select("ORDER BY created_at, id"));
        std::vector<TokenEntry> entries;
        while (statement.executeStep())
            entries.push_back(entryOf(statement));
        return entries;
    });
}

domain::Outcome TokenStore::revoke(const std::string& tokenId, const std::string& now)
{
    const std::lock_guard lock(m_mutex);
    const auto revoked = guarded(QLatin1String("token revoke"), [&] {
        SQLite::Statement statement(*m_database, "UPDATE token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at = ''");
        statement.bind(1, tokenId);
        statement.bind(2, now);
        return statement.exec();
    });
    if (!revoked)
        return domain::failure(revoked.error());
    if (*revoked == 0)
        return domain::failure(Fault::NotFound,
                               QStringLiteral("there is no valid token of that id; `token list` shows them"));
    return {};
}

} // namespace vorzimmer::topicserver
