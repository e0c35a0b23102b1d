#include "bureau/user_table.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using domain::User;

namespace {

#define USER_COLUMNS "id, login, name, role, tenant"

constexpr const char* selectAll = "SELECT " USER_COLUMNS " FROM user ORDER BY login_key";
constexpr const char* selectByLogin = "SELECT " USER_COLUMNS ", password FROM user WHERE login_key = ?";

User readUser(Row& row)
{
    User user;
    user.id = row.id<domain::UserId>();
    user.login = row.text();
    user.name = row.text();
    user.role = row.code<domain::Role>();
    user.tenant = row.id<domain::TenantId>();
    return user;
}

constexpr const char* replaceUser =
    "INSERT INTO user (id, login, login_key, name, role, tenant, password) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET login = excluded.login, login_key = excluded.login_key, name = excluded.name, "
    "role = excluded.role, tenant = excluded.tenant, "
    "password = CASE WHEN excluded.password = '' THEN user.password ELSE excluded.password END";

QString keyOf(const QString& login)
{
    return login.trimmed().toCaseFolded();
}

} // namespace

Result<std::vector<User>> UserTable::users()
{
    return m_database.query(selectAll).all(&readUser);
}

Outcome UserTable::save(const User& user, const QByteArray& passwordHash)
{
    return m_database.query(replaceUser)
        .run(user.id, user.login, keyOf(user.login), user.name, user.role, user.tenant, QString::fromLatin1(passwordHash));
}

Result<std::optional<UserTable::Credentials>> UserTable::credentials(const QString& login)
{
    return m_database.query(selectByLogin)
        .first(
            [](Row& row) {
                User user = readUser(row);
                return Credentials{std::move(user), row.text().toLatin1()};
            },
            keyOf(login));
}

} // namespace vorzimmer::store
