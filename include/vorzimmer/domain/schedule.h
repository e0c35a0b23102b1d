#pragma once

#include <QDate>
#include <QTime>

namespace vorzimmer::domain {

/// When something holds, in the tenant's local time: every part that is set must fit. Nothing set is always.
struct Schedule {
    QDate from;            ///< included; invalid = since ever
    QDate until;           ///< included; invalid = for good
    unsigned weekdays = 0; ///< Monday to Sunday as bits 0 to 6; 0 = every day
    QTime begin;           ///< included; invalid = all day
    QTime end;             ///< excluded; not after begin = on the next day, which counts as the day it began on
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

[[nodiscard]] bool isAlways(const Schedule& schedule);
[[nodiscard]] bool holdsAt(const Schedule& schedule, QDate day, QTime time);
/// How much time it takes up, in minutes: the fewer, the more specific. Less for what has both ends than for what comes every week.
[[nodiscard]] qint64 extentOf(const Schedule& schedule);
/// Whether @p wide holds whenever @p narrow does, as far as the parts show.
[[nodiscard]] bool covers(const Schedule& wide, const Schedule& narrow);
/// Whether there is any moment at which it holds.
[[nodiscard]] bool canHold(const Schedule& schedule);

} // namespace vorzimmer::domain
