#include "route_table.h"

#include <optional>

namespace vorzimmer::topicserver {

namespace {

constexpr std::size_t longestPath = 256;
constexpr std::size_t uuidLength = 36;

std::vector<std::string_view> partsOf(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        parts.push_back(path.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

/// What @p path has in the places of the variable parts of @p pattern; nothing when it has another shape.
std::optional<std::vector<std::string_view>> variables(std::string_view pattern, std::string_view path)
{
    const auto wanted = partsOf(pattern);
    const auto parts = partsOf(path);
    if (wanted.size() != parts.size())
        return std::nullopt;
    std::vector<std::string_view> found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (wanted[i].starts_with('{'))
            found.push_back(parts[i]);
        else if (wanted[i] != parts[i])
            return std::nullopt;
    }
    return found;
}

std::optional<std::vector<QUuid>> uuidsIn(const std::vector<std::string_view>& texts)
{
    std::vector<QUuid> uuids;
    for (const std::string_view text : texts) {
        // QUuid also reads other notations and other lengths.
        const QUuid uuid = text.size() == uuidLength ? QUuid::fromString(QLatin1String(text.data(), uuidLength)) : QUuid();
        if (uuid.isNull())
            return std::nullopt;
        uuids.push_back(uuid);
    }
    return uuids;
}

} // namespace

tl::expected<RouteTable::Match, Problem> RouteTable::find(const std::string& method, const std::string& path) const
{
    std::string allowed;
    for (const Route& route : m_routes) {
        const auto found = path.size() <= longestPath ? variables(route.path, path) : std::nullopt;
        if (!found)
            continue;
        if (route.method != method) {
            allowed.append(allowed.empty() ? "" : ", ").append(route.method);
            continue;
        }
        auto ids = uuidsIn(*found);
        if (!ids)
            return tl::unexpected(
                Problem{.status = 400, .code = "bad_id", .detail = "An id in the path is not a UUID.", .where = "path"});
        return Match{&route, std::move(*ids)};
    }
    if (allowed.empty())
        return tl::unexpected(Problem{.status = 404, .code = "no_such_path", .detail = "This server has no such path."});
    return tl::unexpected(Problem{.status = 405,
                                  .code = "bad_method",
                                  .detail = "This path knows other methods only.",
                                  .headers = {{"Allow", allowed}}});
}

} // namespace vorzimmer::topicserver
