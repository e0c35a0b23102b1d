#pragma once

#include "route.h"

namespace vorzimmer::topicserver {

class TenantRooms;
class WaitingList;
struct Cursor;
struct TenantRoom;

/// The change feed, with readers who wait for the next change.
class ChangeHandler {
public:
    ChangeHandler(TenantRooms& rooms, WaitingList& waiting) : m_rooms(rooms), m_waiting(waiting) {}

    /// It refers to this object.
    [[nodiscard]] Route route();

private:
    [[nodiscard]] Reply read(const Call& call) const;

    TenantRooms& m_rooms;
    WaitingList& m_waiting;
};

} // namespace vorzimmer::topicserver
