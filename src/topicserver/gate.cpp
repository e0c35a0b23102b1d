#include "gate.h"

#include "exchange.h"
#include "token_store.h"

#include <QLatin1String>

namespace vorzimmer::topicserver {

namespace {

constexpr QLatin1String scheme("Bearer ");
constexpr std::size_t longestToken = 1024;

/// The token in the one Authorization header; empty when there is none.
std::string_view tokenIn(std::string_view header)
{
    if (header.size() > longestToken ||
        !QLatin1String(header.data(), static_cast<qsizetype>(header.size())).startsWith(scheme, Qt::CaseInsensitive))
        return {};
    return header.substr(static_cast<std::size_t>(scheme.size()));
}

tl::unexpected<Problem> unauthorized()
{
    // The same words for no token, a wrong one and a revoked one.
    return tl::unexpected(Problem{.status = 401,
                                  .code = "unauthorized",
                                  .detail = "A valid bearer token is needed.",
                                  .where = "Authorization",
                                  .headers = {{"WWW-Authenticate", "Bearer realm=\"topics\""}}});
}

} // namespace

tl::expected<Access, Problem> Gate::admit(const httplib::Request& request, Need need)
{
    const std::string header = request.get_header_value("Authorization");
    const std::string_view token = tokenIn(header);
    if (token.empty() || request.get_header_value_count("Authorization") != 1)
        return unauthorized();
    const auto access = m_tokens.access(token);
    if (!access)
        return tl::unexpected(problemOf(access.error()));
    if (!*access)
        return unauthorized();
    Exchange::current().tenant = (*access)->tenant; // refused or not, the log may name it from here on
    if (const auto pause = m_rate.admit((*access)->tokenId, RateLimit::Clock::now()); pause.count() > 0)
        return tl::unexpected(Problem{
            .status = 429, .code = "too_many_requests", .detail = "This token asks too often.", .retryAfter = pause});
    if (need == Need::Write && (*access)->readOnly)
        return tl::unexpected(
            Problem{.status = 403, .code = "read_only", .detail = "This token may only read.", .where = "Authorization"});
    return **access;
}

} // namespace vorzimmer::topicserver
