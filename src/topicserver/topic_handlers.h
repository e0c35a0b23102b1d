#pragma once

#include "route.h"

#include <vector>

namespace vorzimmer::topicserver {

class TenantRooms;

/// Reading and writing topics and comments.
class TopicHandlers {
public:
    explicit TopicHandlers(TenantRooms& rooms) : m_rooms(rooms) {}

    /// They refer to this object.
    [[nodiscard]] std::vector<Route> routes();

private:
    [[nodiscard]] Reply list(const Call& call) const;
    [[nodiscard]] Reply read(const Call& call) const;
    [[nodiscard]] Reply write(const Call& call) const;
    [[nodiscard]] Reply remove(const Call& call) const;
    [[nodiscard]] Reply writeComment(const Call& call) const;

    TenantRooms& m_rooms;
};

} // namespace vorzimmer::topicserver
