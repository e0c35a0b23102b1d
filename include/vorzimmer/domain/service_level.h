#pragma once

#include <QDateTime>

#include <chrono>

namespace vorzimmer::domain {

/// How many calls were answered in time: the answering bureau's own measure, and what its clients ask for. In time is within
/// answerGoal of the first ring; who rings off within shortAbandon is not counted, for nobody could have answered that.
struct ServiceLevel {
    static constexpr std::chrono::seconds answerGoal{20};
    static constexpr std::chrono::seconds shortAbandon{5};

    int calls = 0;
    int inTime = 0;

    /// Takes one call into account; invalid times mean never. One that still rings within its goal counts for nothing yet.
    void add(const QDateTime& offeredAt, const QDateTime& answeredAt, const QDateTime& endedAt);
    ServiceLevel& operator+=(const ServiceLevel& other)
    {
        calls += other.calls;
        inTime += other.inTime;
        return *this;
    }
    friend bool operator==(const ServiceLevel&, const ServiceLevel&) = default;
};

} // namespace vorzimmer::domain
