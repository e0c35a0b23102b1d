#include "token_file.h"

#include "token_store.h"

#include <QFile>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vorzimmer::topicserver {

namespace {

using domain::Fault;
using nlohmann::json;

constexpr qint64 largestFile = 16 * 1024 * 1024;

/// What HTTP lets a bearer token be made of.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~+/=").find(c) != std::string_view::npos;
}

domain::Result<TokenGrant> grantOf(const json& entry)
{
    if (!entry.is_object())
        return domain::failure(Fault::Invalid, QStringLiteral("is not an object"));
    TokenGrant grant;
    for (const auto& [name, value] : entry.items()) {
        if (name == "tenant" && value.is_string())
            grant.tenant = domain::TenantId::parse(QString::fromStdString(value.get_ref<const std::string&>()));
        else if (name == "token" && value.is_string())
            grant.token = value.get_ref<const std::string&>();
        else if (name == "read_only" && value.is_boolean())
            grant.readOnly = value.get<bool>();
        else
            return domain::failure(
                Fault::Invalid, QStringLiteral("\"%1\" is unknown or of the wrong type").arg(QString::fromStdString(name)));
    }
    if (grant.tenant.isNull())
        return domain::failure(Fault::Invalid, QStringLiteral("\"tenant\" is not a UUID"));
    if (grant.token.size() < shortestToken)
        return domain::failure(Fault::Invalid, QStringLiteral("\"token\" has fewer than %1 characters").arg(shortestToken));
    if (!std::all_of(grant.token.begin(), grant.token.end(), isTokenCharacter))
        return domain::failure(Fault::Invalid,
                               QStringLiteral("\"token\" holds a character that a bearer token cannot have"));
    return grant;
}

} // namespace

domain::Result<std::vector<TokenGrant>> readTokenFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(Fault::NotFound, QStringLiteral("tokens file %1: %2").arg(path, file.errorString()));
    const json content = json::parse(file.read(largestFile).toStdString(), nullptr, false);
    if (!content.is_array())
        return domain::failure(Fault::Invalid, QStringLiteral("tokens file %1: this is not a JSON array").arg(path));
    std::vector<TokenGrant> grants;
    for (const json& entry : content) {
        auto grant = grantOf(entry);
        if (!grant)
            return domain::failure(
                Fault::Invalid,
                QStringLiteral("tokens file %1: entry %2: %3").arg(path).arg(grants.size() + 1).arg(grant.error().detail));
        grants.push_back(std::move(*grant));
    }
    return grants;
}

domain::Outcome adoptTokenFile(const QString& path, TokenStore& tokens, const std::string& now)
{
    const auto grants = readTokenFile(path);
    if (!grants)
        return domain::failure(grants.error());
    for (std::size_t i = 0; i < grants->size(); ++i) {
        const TokenGrant& grant = (*grants)[i];
        if (domain::Outcome adopted = tokens.adopt(grant.token, grant.tenant, grant.readOnly, now); !adopted) {
            domain::Error error = adopted.error();
            error.detail = QStringLiteral("tokens file %1: entry %2: %3").arg(path).arg(i + 1).arg(error.detail);
            return domain::failure(std::move(error));
        }
    }
    return {};
}

} // namespace vorzimmer::topicserver
