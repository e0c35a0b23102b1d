#include "vorzimmer/domain/service_level.h"

namespace vorzimmer::domain {

void ServiceLevel::add(const QDateTime& offeredAt, const QDateTime& answeredAt, const QDateTime& endedAt)
{
    const auto within = [&](const QDateTime& moment, std::chrono::milliseconds time) {
        return moment.isValid() && offeredAt.msecsTo(moment) <= time.count();
    };
    const bool answered = answeredAt.isValid();
    if (!answered && (!endedAt.isValid() || within(endedAt, shortAbandon)))
        return;
    ++calls;
    if (within(answeredAt, answerGoal))
        ++inTime;
}

} // namespace vorzimmer::domain
