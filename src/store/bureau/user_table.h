#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/user.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vorzimmer::store {

/// Who works here. Logins are compared without case.
class UserTable {
public:
    explicit UserTable(Database& database) : m_database(database) {}

    /// By login.
    [[nodiscard]] domain::Result<std::vector<domain::User>> users();
    /// Conflict when somebody else has the login. @p passwordHash empty keeps the one stored.
    [[nodiscard]] domain::Outcome save(const domain::User& user, const QByteArray& passwordHash);

    struct Credentials {
        domain::User user;
        QByteArray passwordHash; ///< empty = no password was ever set
    };
    [[nodiscard]] domain::Result<std::optional<Credentials>> credentials(const QString& login);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
