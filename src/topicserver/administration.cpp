#include "administration.h"

#include "backup.h"
#include "token_store.h"
#include "utc_now.h"

#include <QDir>

#include <cstdio>

namespace vorzimmer::topicserver {

domain::Outcome run(const TokenAddCommand& command, const DataDirectory& directory)
{
    const auto tokens = TokenStore::open(directory.serverFile());
    if (!tokens)
        return domain::failure(tokens.error());
    const auto token = (*tokens)->add(command.tenant, command.readOnly, utcNow());
    if (!token)
        return domain::failure(token.error());
    std::printf("%s\n", token->c_str());
    return {};
}

domain::Outcome run(const TokenListCommand&, const DataDirectory& directory)
{
    const auto tokens = TokenStore::open(directory.serverFile());
    if (!tokens)
        return domain::failure(tokens.error());
    const auto entries = (*tokens)->list();
    if (!entries)
        return domain::failure(entries.error());
    for (const TokenEntry& entry : *entries)
        std::printf("%s\t%s\t%s\t%s\t%s\n", entry.access.tokenId.c_str(), qUtf8Printable(entry.access.tenant.text()),
                    entry.access.readOnly ? "read-only" : "read-write", entry.createdAt.c_str(),
                    entry.revokedAt.empty() ? "valid" : ("revoked " + entry.revokedAt).c_str());
    return {};
}

domain::Outcome run(const TokenRevokeCommand& command, const DataDirectory& directory)
{
    const auto tokens = TokenStore::open(directory.serverFile());
    if (!tokens)
        return domain::failure(tokens.error());
    return (*tokens)->revoke(command.id.toStdString(), utcNow());
}

domain::Outcome run(const BackupCommand& command, const DataDirectory& directory)
{
    if (domain::Outcome copied = backUp(directory, command.target); !copied)
        return copied;
    std::printf("%zu lists in %s\n", directory.tenants().size(), qUtf8Printable(QDir(command.target).absolutePath()));
    return {};
}

} // namespace vorzimmer::topicserver
