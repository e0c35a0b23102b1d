#pragma once

#include "vorzimmer/domain/call.h"

#include <QDateTime>

#include <chrono>

namespace vorzimmer::domain {

/// How many calls were answered in time, and how many of them settled: the answering bureau's own measures, and what its clients
/// ask for. In time is within answerGoal of the first ring; who rings off within shortAbandon is not counted, for nobody could
/// have answered that. Settled is what leaves the client nothing to do: put through, booked, redirected, dealt with or declined.
struct ServiceLevel {
    static constexpr std::chrono::seconds answerGoal{20};
    static constexpr std::chrono::seconds shortAbandon{5};

    int calls = 0;
    int inTime = 0;
    int settled = 0;

    /// Takes one call into account; invalid times mean never. One that still rings within its goal counts for nothing yet.
    void add(const QDateTime& offeredAt, const QDateTime& answeredAt, const QDateTime& endedAt, Disposition disposition);
    ServiceLevel& operator+=(const ServiceLevel& other)
    {
        calls += other.calls;
        inTime += other.inTime;
        settled += other.settled;
        return *this;
    }
    friend bool operator==(const ServiceLevel&, const ServiceLevel&) = default;
};

} // namespace vorzimmer::domain
