#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/result.h"

#include <QString>

#include <string>
#include <vector>

namespace vorzimmer::topicserver {

class TokenStore;

/// One entry of a tokens file.
struct TokenGrant {
    domain::TenantId tenant;
    std::string token;
    bool readOnly = false;
};

/// The shortest token taken from a file; those made here are longer.
inline constexpr std::size_t shortestToken = 16;

/// Reads `[{"tenant": UUID, "token": "...", "read_only": false}, ...]`. Invalid names file, entry and field, never the
/// value.
[[nodiscard]] domain::Result<std::vector<TokenGrant>> readTokenFile(const QString& path);

/// Takes all entries of the file at @p path over; doing it again changes nothing.
[[nodiscard]] domain::Outcome adoptTokenFile(const QString& path, TokenStore& tokens, const std::string& now);

} // namespace vorzimmer::topicserver
