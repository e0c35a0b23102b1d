#include "vorzimmer/models/presence_choices.h"

#include "vorzimmer/models/wording.h"

namespace vorzimmer::models {

namespace {

struct PresenceChoices {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::PresenceChoices)
};

constexpr int secondsAMinute = 60;
constexpr int daysAWeek = 7;

/// So that nobody counts as busy until 14:37.
QDateTime roundedUp(const QDateTime& local)
{
    constexpr int step = 5;
    const QDateTime minute = local.addSecs(-local.time().second()).addMSecs(-local.time().msec());
    return minute.addSecs(secondsAMinute * ((step - minute.time().minute() % step) % step));
}

} // namespace

std::vector<PresenceChoice> presenceChoices(const domain::Presence& present, const QDateTime& now, const QTimeZone& zone)
{
    using domain::PresenceState;
    const QDateTime local = now.toTimeZone(zone);
    const QDateTime half = roundedUp(local.addSecs(30 * secondsAMinute));
    const QDateTime hour = roundedUp(local.addSecs(60 * secondsAMinute));
    const QDateTime tomorrow = local.date().addDays(1).startOfDay(zone);
    const QDateTime monday = local.date().addDays(daysAWeek + 1 - local.date().dayOfWeek()).startOfDay(zone);
    const auto until = [&](PresenceState state, const QDateTime& end) { return domain::Presence{state, end.toUTC(), {}, now}; };
    domain::Presence same = domain::presenceAt(present, now);
    same.confirmedAt = now;
    const auto timeOf = [&](const QDateTime& end) { return Wording::momentText(end, local); };
    return {{PresenceChoices::tr("&Here"), {PresenceState::Available, {}, {}, now}},
            {PresenceChoices::tr("&Busy for half an hour, until %1").arg(timeOf(half)), until(PresenceState::Busy, half)},
            {PresenceChoices::tr("Busy for an h&our, until %1").arg(timeOf(hour)), until(PresenceState::Busy, hour)},
            {PresenceChoices::tr("&Absent until tomorrow"), until(PresenceState::Absent, tomorrow)},
            {PresenceChoices::tr("Absent until &Monday"), until(PresenceState::Absent, monday)},
            {PresenceChoices::tr("As it &stands: %1").arg(Wording::presenceText(same, now, zone)), same}};
}

} // namespace vorzimmer::models
