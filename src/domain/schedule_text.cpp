#include "vorzimmer/domain/schedule_text.h"

#include <algorithm>

namespace vorzimmer::domain {

namespace {

const QString wholeDay = QStringLiteral(" 0-24");
const QString everyDay = QStringLiteral("Mo-So ");

tl::expected<OpeningHours, HoursMistake> readLoosely(const QString& text)
{
    auto read = readHours(text);
    if (read)
        return read;
    const HoursMistake mistake = read.error();
    if (mistake.flaw == HoursFlaw::TimesMissing)
        read = readHours(text + wholeDay);
    else if (mistake.flaw == HoursFlaw::DaysMissing)
        read = readHours(everyDay + text);
    if (read)
        return read;
    return tl::unexpected(mistake);
}

} // namespace

tl::expected<std::vector<Schedule>, HoursMistake> readSchedules(const QString& text)
{
    if (text.trimmed().isEmpty())
        return std::vector<Schedule>{Schedule()};
    const auto hours = readLoosely(text);
    if (!hours)
        return tl::unexpected(hours.error());
    std::vector<Schedule> schedules;
    constexpr unsigned allDays = 0x7f;
    for (size_t day = 0; day < hours->week.size(); ++day) {
        for (const DayInterval& interval : hours->week[day]) {
            const bool whole = interval.from == interval.until;
            const QTime begin = whole ? QTime() : interval.from;
            const QTime end = whole ? QTime() : interval.until;
            auto same = std::find_if(schedules.begin(), schedules.end(),
                                     [&](const Schedule& one) { return one.begin == begin && one.end == end; });
            if (same == schedules.end())
                same = schedules.insert(same, Schedule{{}, {}, 0, begin, end});
            same->weekdays |= 1U << day;
        }
    }
    for (Schedule& schedule : schedules) {
        if (schedule.weekdays == allDays)
            schedule.weekdays = 0;
    }
    if (schedules.empty())
        return tl::unexpected(HoursMistake{HoursFlaw::NothingWritten, 0, text.size()});
    return schedules;
}

} // namespace vorzimmer::domain
