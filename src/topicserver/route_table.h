#pragma once

#include "problem.h"
#include "route.h"

#include <tl/expected.hpp>

namespace vorzimmer::topicserver {

/// Finds the operation that a request asks for.
class RouteTable {
public:
    struct Match {
        const Route* route;
        std::vector<QUuid> ids;
    };

    explicit RouteTable(std::vector<Route> routes) : m_routes(std::move(routes)) {}

    /// 404 when there is no such path, 405 when it does not know the method, 400 when an id in it is no UUID.
    [[nodiscard]] tl::expected<Match, Problem> find(const std::string& method, const std::string& path) const;

private:
    const std::vector<Route> m_routes;
};

} // namespace vorzimmer::topicserver
