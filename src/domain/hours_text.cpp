#include "vorzimmer/domain/hours_text.h"

#include "hours_words.h"

#include <QStringList>

#include <algorithm>

namespace vorzimmer::domain {

namespace {

constexpr size_t daysAWeek = 7;
constexpr int minutesAnHour = 60;
constexpr int minutesADay = 24 * minutesAnHour;
constexpr int longestNight = 16 * minutesAnHour;

/// An interval in minutes of the day, and where it was written.
struct Written {
    int from = 0;
    int until = 0; ///< more than a day's minutes: on the next day
    qsizetype position = 0;
    qsizetype length = 0;
};

struct Day {
    bool isNamed = false;
    std::vector<Written> intervals;
};

int dayNumber(DaySet one)
{
    int number = 0;
    while ((one >> number) > 1)
        ++number;
    return number;
}

QTime timeAt(int minutes)
{
    return QTime(minutes / minutesAnHour % 24, minutes % minutesAnHour);
}

/// Reads the words from the left: days, then what holds on them, until the next days.
class Reader {
public:
    explicit Reader(std::vector<HoursWord> words) : m_words(std::move(words)) {}

    tl::expected<OpeningHours, HoursMistake> read()
    {
        while (m_at < m_words.size()) {
            if (!step())
                return tl::unexpected(m_mistake);
        }
        if (!finishRule())
            return tl::unexpected(m_mistake);
        if (std::none_of(std::begin(m_days), std::end(m_days), [](const Day& day) { return day.isNamed; }))
            return tl::unexpected(HoursMistake{HoursFlaw::NothingWritten, 0, 0});
        return plan();
    }

private:
    bool step()
    {
        const HoursWord word = m_words[m_at];
        switch (word.sign) {
        case HoursSign::Filler:
        case HoursSign::Comma:
        case HoursSign::AmOrOn: ++m_at; return true;
        case HoursSign::Break:
            ++m_at;
            if (!finishRule())
                return false;
            m_replaces = true;
            return true;
        case HoursSign::Days: return readDays();
        case HoursSign::Closed:
            ++m_at;
            m_closed = true;
            m_saysWhen = true;
            m_whenAt = word;
            return true;
        case HoursSign::AllDay:
            ++m_at;
            return add({0, minutesADay, word.position, word.length});
        case HoursSign::Time: return readInterval();
        case HoursSign::Range:
        case HoursSign::Am:
        case HoursSign::Pm:
        case HoursSign::Clock: break;
        }
        return refuse(HoursFlaw::UnknownWord, word);
    }

    bool readDays()
    {
        if (m_saysWhen) {
            if (!finishRule())
                return false;
            m_replaces = false;
        }
        const HoursWord first = m_words[m_at++];
        if (m_ruleDays == 0)
            m_daysAt = first;
        DaySet days = first.days;
        if (m_at < m_words.size() && m_words[m_at].sign == HoursSign::Range) {
            const HoursWord range = m_words[m_at++];
            const bool toADay = m_at < m_words.size() && m_words[m_at].sign == HoursSign::Days;
            if (!toADay || !isOneDay(first.days) || !isOneDay(m_words[m_at].days))
                return refuse(HoursFlaw::EndMissing, range);
            const int from = dayNumber(first.days);
            const int until = dayNumber(m_words[m_at++].days);
            for (int day = from; day != until; day = (day + 1) % static_cast<int>(daysAWeek))
                days |= 1U << day;
            days |= 1U << until;
        }
        m_ruleDays |= days;
        return true;
    }

    static bool isOneDay(DaySet days) { return (days & wholeWeek) == days && (days & (days - 1)) == 0; }

    /// A time with what belongs to it: "8", "8 Uhr", "8 pm".
    struct Moment {
        HoursWord word;
        int minutes = 0;
        HoursSign half = HoursSign::Filler; ///< Am or Pm when it was said
    };

    Moment readMoment()
    {
        Moment moment{m_words[m_at], 0, HoursSign::Filler};
        const bool allDay = m_words[m_at].sign == HoursSign::AllDay; // "0-24 h"
        moment.minutes = allDay ? minutesADay : moment.word.hour * minutesAnHour + moment.word.minute;
        ++m_at;
        if (signAt(m_at) == HoursSign::Clock)
            ++m_at;
        const HoursSign sign = signAt(m_at);
        const bool german = sign == HoursSign::AmOrOn && signAt(m_at + 1) == HoursSign::Days;
        if (sign == HoursSign::Am || sign == HoursSign::Pm || (sign == HoursSign::AmOrOn && !german)) {
            moment.half = sign == HoursSign::Pm ? HoursSign::Pm : HoursSign::Am;
            ++m_at;
        }
        return moment;
    }

    [[nodiscard]] HoursSign signAt(size_t at) const { return at < m_words.size() ? m_words[at].sign : HoursSign::Break; }

    /// Counts the half of the day in; false when there is no such time.
    static bool apply(HoursSign half, int& minutes)
    {
        constexpr int noon = 12 * minutesAnHour;
        if (half == HoursSign::Filler)
            return true;
        if (minutes < minutesAnHour || minutes >= noon + minutesAnHour)
            return false;
        minutes = minutes % noon + (half == HoursSign::Pm ? noon : 0);
        return true;
    }

    bool readInterval()
    {
        Moment from = readMoment();
        if (signAt(m_at) != HoursSign::Range)
            return refuse(HoursFlaw::EndMissing, from.word);
        ++m_at;
        if (signAt(m_at) != HoursSign::Time && signAt(m_at) != HoursSign::AllDay)
            return refuse(HoursFlaw::EndMissing, from.word);
        Moment until = readMoment();
        // "8-5pm" begins in the morning, "1-5pm" does not.
        const bool borrowed = from.half == HoursSign::Filler && until.half != HoursSign::Filler;
        const int fromAsWritten = from.minutes;
        if (!apply(until.half, until.minutes))
            return refuse(HoursFlaw::NoSuchTime, until.word);
        if (borrowed)
            from.half = until.half;
        if (!apply(from.half, from.minutes)) {
            if (!borrowed)
                return refuse(HoursFlaw::NoSuchTime, from.word);
        } else if (borrowed && from.minutes >= until.minutes) {
            from.minutes = fromAsWritten;
        }
        // Midnight at which end of the day?
        if (from.minutes == minutesADay)
            return refuse(HoursFlaw::NoSuchTime, from.word);
        const qsizetype length = until.word.position + until.word.length - from.word.position;
        Written interval{from.minutes, until.minutes, from.word.position, length};
        const bool wholeDay = interval.from == 0 && interval.until == 0;
        if (interval.until < interval.from || wholeDay)
            interval.until += minutesADay;
        const bool tooLong = interval.until > minutesADay && interval.until - interval.from > longestNight;
        if (interval.until == interval.from || tooLong) {
            m_mistake = {HoursFlaw::EndBeforeBegin, interval.position, length};
            return false;
        }
        return add(interval);
    }

    bool add(const Written& interval)
    {
        m_saysWhen = true;
        if (m_intervals.empty())
            m_whenAt = HoursWord{HoursSign::Time, interval.position, interval.length, 0, 0, 0};
        m_intervals.push_back(interval);
        return true;
    }

    bool finishRule()
    {
        if (m_ruleDays == 0 && !m_saysWhen)
            return true;
        if (!m_saysWhen)
            return refuse(HoursFlaw::TimesMissing, m_daysAt);
        if (m_ruleDays == 0) {
            if (m_rules > 0 || m_at < m_words.size())
                return refuse(HoursFlaw::DaysMissing, m_whenAt);
            m_ruleDays = wholeWeek;
        }
        ++m_rules;
        for (size_t number = 0; number <= daysAWeek; ++number) {
            if ((m_ruleDays >> number & 1U) == 0)
                continue;
            Day& day = m_days[number];
            if (m_replaces || m_closed)
                day.intervals.clear();
            day.isNamed = true;
            if (!m_closed)
                day.intervals.insert(day.intervals.end(), m_intervals.begin(), m_intervals.end());
            if (!sort(day))
                return false;
        }
        m_ruleDays = 0;
        m_saysWhen = false;
        m_closed = false;
        m_intervals.clear();
        return true;
    }

    bool sort(Day& day)
    {
        auto& intervals = day.intervals;
        std::stable_sort(intervals.begin(), intervals.end(), [](const Written& a, const Written& b) { return a.from < b.from; });
        for (size_t i = 1; i < intervals.size(); ++i) {
            if (intervals[i].from < intervals[i - 1].until)
                return overlap(intervals[i].position > intervals[i - 1].position ? intervals[i] : intervals[i - 1]);
        }
        return true;
    }

    bool overlap(const Written& interval)
    {
        m_mistake = {HoursFlaw::Overlap, interval.position, interval.length};
        return false;
    }

    bool refuse(HoursFlaw flaw, const HoursWord& word)
    {
        m_mistake = {flaw, word.position, word.length};
        return false;
    }

    tl::expected<OpeningHours, HoursMistake> plan()
    {
        OpeningHours hours;
        for (size_t number = 0; number < daysAWeek; ++number) {
            const auto& today = m_days[number].intervals;
            const auto& tomorrow = m_days[(number + 1) % daysAWeek].intervals;
            if (!today.empty() && !tomorrow.empty() && today.back().until - minutesADay > tomorrow.front().from) {
                overlap(tomorrow.front());
                return tl::unexpected(m_mistake);
            }
            hours.week[number] = intervalsOf(m_days[number]);
        }
        if (m_days[daysAWeek].isNamed)
            hours.holidays = intervalsOf(m_days[daysAWeek]);
        return hours;
    }

    static std::vector<DayInterval> intervalsOf(const Day& day)
    {
        std::vector<DayInterval> intervals;
        for (const Written& interval : day.intervals)
            intervals.push_back({timeAt(interval.from), timeAt(interval.until)});
        return intervals;
    }

    std::vector<HoursWord> m_words;
    size_t m_at = 0;
    HoursMistake m_mistake;
    Day m_days[daysAWeek + 1]; ///< public holidays last
    int m_rules = 0;
    // The rule that is being read:
    DaySet m_ruleDays = 0;
    HoursWord m_daysAt;
    HoursWord m_whenAt;
    std::vector<Written> m_intervals;
    bool m_closed = false;
    bool m_saysWhen = false;
    bool m_replaces = true;
};

QString clockText(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

QString intervalsText(const std::vector<DayInterval>& intervals)
{
    QStringList parts;
    for (const DayInterval& interval : intervals) {
        const bool midnight = interval.until == QTime(0, 0);
        parts << clockText(interval.from) + u'-' + (midnight ? QStringLiteral("24:00") : clockText(interval.until));
    }
    return parts.isEmpty() ? QStringLiteral("off") : parts.join(u',');
}

/// "Mo-We,Fr": three days or more in a row are a range.
QString daysText(DaySet days)
{
    static const char* const names[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    QStringList parts;
    for (size_t from = 0; from < daysAWeek; ++from) {
        if ((days >> from & 1U) == 0)
            continue;
        size_t until = from;
        while (until + 1 < daysAWeek && (days >> (until + 1) & 1U) != 0)
            ++until;
        if (until >= from + 2) {
            parts << QString::fromLatin1(names[from]) + u'-' + QLatin1String(names[until]);
            from = until;
        } else {
            parts << QString::fromLatin1(names[from]);
        }
    }
    return parts.join(u',');
}

} // namespace

tl::expected<OpeningHours, HoursMistake> readHours(const QString& text)
{
    auto words = hoursWords(text);
    if (!words)
        return tl::unexpected(words.error());
    return Reader(std::move(*words)).read();
}

QString hoursText(const OpeningHours& hours)
{
    QStringList rules;
    DaySet done = 0;
    for (size_t day = 0; day < daysAWeek; ++day) {
        if ((done >> day & 1U) != 0 || hours.week[day].empty())
            continue;
        DaySet alike = 0;
        for (size_t other = day; other < daysAWeek; ++other) {
            if (hours.week[other] == hours.week[day])
                alike |= 1U << other;
        }
        done |= alike;
        rules << daysText(alike) + u' ' + intervalsText(hours.week[day]);
    }
    if (rules.isEmpty())
        rules << QStringLiteral("Mo-Su off");
    if (hours.holidays)
        rules << QStringLiteral("PH ") + intervalsText(*hours.holidays);
    return rules.join(QStringLiteral("; "));
}

} // namespace vorzimmer::domain
