#pragma once

#include "vorzimmer/domain/id.h"

#include <QString>

#include <vector>

namespace vorzimmer::domain {

enum class Role { Secretary, Supervisor, Client };

/// Someone who signs in. A client belongs to exactly one tenant.
struct User {
    UserId id;
    QString login;
    QString name; ///< as spoken in the greeting
    Role role = Role::Secretary;
    TenantId tenant; ///< clients only
    friend bool operator==(const User&, const User&) = default;
};

} // namespace vorzimmer::domain
