#include "vorzimmer/domain/wall_clock.h"

namespace vorzimmer::domain {

QDateTime instantAt(const QDate& day, const QTime& time, const QTimeZone& zone)
{
    const QDateTime asUtc(day, time, Qt::UTC);
    const QDateTime before = asUtc.addSecs(-zone.offsetFromUtc(asUtc.addDays(-1)));
    if (zone.offsetFromUtc(before) == zone.offsetFromUtc(asUtc.addDays(-1)))
        return before;
    const QDateTime after = asUtc.addSecs(-zone.offsetFromUtc(asUtc.addDays(1)));
    return zone.offsetFromUtc(after) == zone.offsetFromUtc(asUtc.addDays(1)) ? after : before;
}

} // namespace vorzimmer::domain
