#pragma once

#include "vorzimmer/domain/user.h"

#include <QString>

#include <vector>

namespace vorzimmer::exchange {

struct UserEntry {
    QString login;
    QString name;
    domain::Role role = domain::Role::Secretary;
    std::vector<QString> tenants; ///< keys
    friend bool operator==(const UserEntry&, const UserEntry&) = default;
};

/// Two competitors, by key.
struct WallEntry {
    QString one;
    QString other;
    friend bool operator==(const WallEntry&, const WallEntry&) = default;
};

/// The bureau's people and walls as docs/exchange-format.md describes them.
struct BureauFile {
    std::vector<UserEntry> users;
    std::vector<WallEntry> walls;
    friend bool operator==(const BureauFile&, const BureauFile&) = default;
};

/// The word that files use for @p role.
[[nodiscard]] QString wordFor(domain::Role role);

} // namespace vorzimmer::exchange
