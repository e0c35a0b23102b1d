#include "vorzimmer/domain/service_level.h"

namespace vorzimmer::domain {

namespace {

bool isSettled(Disposition disposition)
{
    switch (disposition) {
    case Disposition::PutThrough:
    case Disposition::RedirectedToEmail:
    case Disposition::AppointmentMade:
    case Disposition::Settled:
    case Disposition::Refused: return true;
    case Disposition::None:
    case Disposition::MessageTaken:
    case Disposition::Abandoned: break;
    }
    return false;
}

} // namespace

void ServiceLevel::add(const QDateTime& offeredAt, const QDateTime& answeredAt, const QDateTime& endedAt,
                       Disposition disposition)
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
    if (answered && isSettled(disposition))
        ++settled;
}

} // namespace vorzimmer::domain
