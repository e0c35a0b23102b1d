#pragma once

#include "bounded_stream.h"
#include "route_table.h"

#include "vorzimmer/domain/id.h"

#include <optional>
#include <string>

namespace vorzimmer::topicserver {

/// One request being answered, as seen beside the HTTP library, which hands its callbacks no place to keep anything. Each
/// is served from first to last byte on one thread, so the thread's current one is the request's own.
class Exchange {
public:
    explicit Exchange(const BoundedStream& stream);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    /// The calling thread's; there must be one.
    [[nodiscard]] static Exchange& current();

    [[nodiscard]] const BoundedStream& stream() const { return m_stream; }
    [[nodiscard]] Wire::Clock::duration age() const { return Wire::Clock::now() - m_begin; }

    std::string method = "-";               ///< "-" until the head has been understood
    std::optional<RouteTable::Match> match; ///< empty when there is no such operation
    domain::TenantId tenant;                ///< null until the token is accepted
    std::optional<Problem> headProblem;     ///< found before any handler runs
    bool mustClose = false;                 ///< the connection cannot be used again

private:
    const BoundedStream& m_stream;
    const Wire::Clock::time_point m_begin = Wire::Clock::now();
};

} // namespace vorzimmer::topicserver
